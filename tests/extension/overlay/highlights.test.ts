import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Highlights, makeHighlights } from '../../../extension/overlay/highlights';
import { add, layOut } from './layout';

let layer: SVGSVGElement;
let marks: Highlights;

beforeEach(() => {
  document.body.replaceChildren();
  layer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  marks = makeHighlights(layer, layOut(add(), 5, 7, 0, 0));
});
afterEach(() => layer.remove());

const frames = () =>
  [...layer.children].map((frame) => ['x', 'y', 'width', 'height', 'class'].map((name) => frame.getAttribute(name)));

describe('marks on a page', () => {
  it('are frames around the elements, from the host’s corner, to half a px', () => {
    const [first, second] = [layOut(add(), 105.3, 57, 200, 40), layOut(add(), 105, 157, 200, 40)];
    marks.show([first, second], second);
    expect(frames()).toEqual([
      ['97.5', '47', '206', '46', 'frame'],
      ['97', '147', '206', '46', 'frame current'],
    ]);
  });

  it('are measured again when the page has moved, and left out where nothing is to be seen', () => {
    const [moved, hidden, gone] = [layOut(add(), 105, 57, 200, 40), layOut(add(), 0, 0, 0, 0), add()];
    layOut(gone, 5, 5, 50, 50).remove();
    marks.show([moved, hidden, gone]);
    expect(frames()).toHaveLength(1);
    layOut(moved, 105, 257, 200, 40);
    marks.place();
    expect(frames()[0]![1]).toBe('247');
  });

  it('change nothing on the page', () => {
    const element = layOut(add(), 105, 57, 200, 40);
    const before = document.body.outerHTML;
    marks.show([element], element);
    expect(document.body.outerHTML).toBe(before);
  });

  it('are at most sixty', () => {
    marks.show(Array.from({ length: 70 }, () => layOut(add(), 10, 10, 20, 20)));
    expect(frames()).toHaveLength(60);
  });

  it('go, and do not come back with the next measuring', () => {
    marks.show([layOut(add(), 105, 57, 200, 40)]);
    marks.clear();
    marks.place();
    expect(frames()).toEqual([]);
  });
});
