import { afterEach, describe, expect, it } from 'vitest';
import { luminanceOf, schemeBehind } from '../../../extension/overlay/scheme';

describe('the scheme of the page', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(12, 12, 15, 0.9)', 0.05],
    ['color(srgb 1 1 1)', 1],
    ['oklch(0.2 0.01 250)', 0.2],
    ['lab(95 0 0)', 0.95],
    ['rgb(21 32 43)', 0.12],
  ])('%s is as light as %d', (color, light) => {
    expect(luminanceOf(color)).toBeCloseTo(light, 1);
  });

  it.each(['rgba(0, 0, 0, 0)', 'transparent', '', 'rgba(255, 255, 255, 0.2)', 'color(srgb 1 1 1 / 0.1)', 'url(x)'])(
    '%s says nothing',
    (color) => {
      expect(luminanceOf(color)).toBeUndefined();
    },
  );

  afterEach(() => document.body.replaceChildren());
  it('is that of the first background behind the count', () => {
    const [outer, inner] = [document.createElement('div'), document.createElement('div')];
    outer.append(inner);
    document.body.append(outer);
    outer.style.backgroundColor = 'rgb(10, 10, 10)';
    expect(schemeBehind(inner, window)).toBe('dark');
    inner.style.backgroundColor = 'rgb(250, 250, 250)';
    expect(schemeBehind(inner, window)).toBe('light');
  });
});
