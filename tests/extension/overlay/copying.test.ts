import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { makeCopying } from '../../../extension/overlay/copying';
import { copyText } from '../../../extension/views/summary';
import { english, report } from '../views/reports';
import { add } from './layout';

let root: ShadowRoot;
let shown: Report | undefined;
let copy: () => void;
const done = vi.fn();
const writeText = vi.fn<(text: string) => Promise<void>>();
const execCommand = vi.fn<(command: string) => boolean>();

beforeEach(() => {
  document.body.replaceChildren();
  root = add().attachShadow({ mode: 'closed' });
  shown = report('unusual');
  copy = makeCopying(root, english, () => shown, done);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  writeText.mockResolvedValue();
  execCommand.mockReturnValue(true);
  document.execCommand = execCommand;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the copy button', () => {
  it('writes the sentence, and says when it is there', async () => {
    copy();
    expect(done).not.toHaveBeenCalled();
    await turn();
    expect(writeText).toHaveBeenCalledWith(copyText(report('unusual'), english));
    expect(done).toHaveBeenCalledOnce();
    expect(execCommand).not.toHaveBeenCalled();
  });

  it.each([
    ['forbids the clipboard', () => writeText.mockRejectedValue(new Error('denied'))],
    ['has none', () => vi.stubGlobal('navigator', {})],
  ])('copies by a copy event where the page %s', async (_, forbid) => {
    forbid();
    copy();
    await turn();
    expect(execCommand).toHaveBeenCalledWith('copy');
    expect(done).toHaveBeenCalledOnce();
  });

  it('does not say that it has copied where neither way works', async () => {
    writeText.mockRejectedValue(new Error('denied'));
    execCommand.mockReturnValue(false);
    copy();
    await turn();
    expect(done).not.toHaveBeenCalled();
  });

  it('does nothing without a report', async () => {
    shown = undefined;
    copy();
    await turn();
    expect(writeText).not.toHaveBeenCalled();
    expect(execCommand).not.toHaveBeenCalled();
  });
});

describe('copying in the overlay', () => {
  const written = new Map<string, string>();
  const copied = () => {
    written.clear();
    const event = new Event('copy', { bubbles: true, cancelable: true });
    const clipboardData = { setData: (type: string, text: string) => written.set(type, text) };
    root.dispatchEvent(Object.defineProperty(event, 'clipboardData', { value: clipboardData }));
    return event;
  };

  it('takes the selection in the root, else the document’s, with the whole sentence', () => {
    document.getSelection = () => ({ toString: () => 'of the page' }) as Selection;
    copied();
    expect(written.get('text/plain')).toMatch(/^of the page\n\n/);
    Object.assign(root, { getSelection: () => ({ toString: () => '≈1,100' }) });
    expect(copied().defaultPrevented).toBe(true);
    expect(written.get('text/plain')).toBe(`≈1,100\n\n${copyText(report('unusual'), english)}`);
  });

  it('is the browser’s own without a report', () => {
    shown = undefined;
    expect(copied().defaultPrevented).toBe(false);
    expect(written.size).toBe(0);
  });
});
