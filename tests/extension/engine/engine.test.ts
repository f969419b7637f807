import { beforeEach, describe, expect, it, vi } from 'vitest';

const core = vi.hoisted(() => ({
  made: 0,
  score: (text: string, _details: boolean): string => text,
  scoreWithout: (text: string, _details: boolean, without: string): string => `${text} without ${without}`,
}));
vi.mock('@core/plumb.mjs', () => ({
  default: async () => {
    core.made += 1;
    return {
      score: (text: string, details: boolean) => core.score(text, details),
      scoreWithout: (text: string, details: boolean, without: string) => core.scoreWithout(text, details, without),
    };
  },
}));

import { createEngine } from '../../../extension/engine/engine';

const bytes = async () => new ArrayBuffer(8);
const code = (text: string) => JSON.parse(text).error?.code;

describe('the engine', () => {
  beforeEach(() => {
    core.made = 0;
    core.score = (text) => text;
  });

  it('loads once and scores with details', async () => {
    const load = vi.fn(bytes);
    const seen: boolean[] = [];
    core.score = (text, details) => {
      seen.push(details);
      return text;
    };
    const score = createEngine(load);
    expect(await score('a')).toBe('a');
    expect(await score('b')).toBe('b');
    expect([load.mock.calls.length, core.made, seen]).toEqual([1, 1, [true, true]]);
  });

  it('tells the core what a what-if question leaves out, and nothing where it leaves out nothing', async () => {
    const score = createEngine(bytes);
    expect(await score('a', ['like_dispersion', 'ig-epf-modash-1m+'])).toBe(
      'a without like_dispersion,ig-epf-modash-1m+',
    );
    expect(await score('a', [])).toBe('a');
  });

  it('repairs half an emoji, which would swallow the character after it', async () => {
    expect(await createEngine(bytes)('{"a":"\ud83d"}')).toBe('{"a":"\ufffd"}');
  });

  it('throws the instance away after a trap, and scores the next profile', async () => {
    const score = createEngine(bytes);
    core.score = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    expect(code(await score('a'))).toBe('internal');
    core.score = (text) => text;
    expect(await score('b')).toBe('b');
    expect(core.made).toBe(2);
  });

  it('makes at most three instances a minute, and again after it', async () => {
    let time = 0;
    const score = createEngine(bytes, () => time);
    core.score = () => {
      throw new Error('trap');
    };
    for (let call = 0; call < 5; call += 1) expect(code(await score('a'))).toBe('internal');
    expect(core.made).toBe(3);
    time = 61_000;
    core.score = (text) => text;
    expect(await score('b')).toBe('b');
  });

  it('answers with a refusal when its own file can not be read', async () => {
    const score = createEngine(async () => {
      throw new Error('no such file');
    });
    expect(code(await score('a'))).toBe('internal');
  });
});
