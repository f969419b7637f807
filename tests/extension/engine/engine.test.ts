import { beforeEach, describe, expect, it, vi } from 'vitest';

const core = vi.hoisted(() => ({
  made: 0,
  memory: 4 << 20,
  turns: { value: 0n },
  score: (text: string, _details: boolean): string => text,
  scoreWithout: (text: string, _details: boolean, without: string): string => `${text} without ${without}`,
}));
vi.mock('@core/plumb.mjs', () => ({
  default: async () => {
    core.made += 1;
    // Of a module that has trapped every later call fails.
    let dead = false;
    const alive = <T>(call: () => T): T => {
      if (dead) throw new WebAssembly.RuntimeError('dead');
      try {
        return call();
      } catch (error) {
        dead = true;
        throw error;
      }
    };
    return {
      asm: { turns: core.turns },
      get HEAPU8() {
        return { byteLength: core.memory };
      },
      score: (text: string, details: boolean) => alive(() => core.score(text, details)),
      scoreWithout: (text: string, details: boolean, without: string) =>
        alive(() => core.scoreWithout(text, details, without)),
    };
  },
}));

import { createEngine, MOST_TURNS } from '../../../extension/engine/engine';
import { rehearsals } from '../../../extension/engine/rehearsal';
import { figure } from '../../threats/figure';

const bytes = async () => new ArrayBuffer(8);
const code = (text: string) => JSON.parse(text).error?.code;

describe('the engine', () => {
  beforeEach(() => {
    core.made = 0;
    core.memory = 4 << 20;
    core.score = (text) => text;
  });

  it('loads once and scores with details', async () => {
    const load = vi.fn(bytes);
    const seen: boolean[] = [];
    core.score = (text, details) => {
      seen.push(details);
      return text;
    };
    const { score } = createEngine(load);
    expect(await score('a')).toBe('a');
    expect(await score('b')).toBe('b');
    expect([load.mock.calls.length, core.made, seen]).toEqual([1, 1, [true, true]]);
  });

  it('makes the instance ahead of its question, once, and tells with the question what went wrong', async () => {
    const load = vi.fn(bytes);
    const ready = createEngine(load);
    for (const _ of [1, 2]) ready.prepare();
    expect(await ready.score('a')).toBe('a');
    ready.prepare();
    expect(await ready.score('b')).toBe('b');
    expect([load.mock.calls.length, core.made]).toEqual([1, 1]);
    const broken = createEngine(() => Promise.reject(new Error('no file')));
    broken.prepare();
    await new Promise((resolve) => setTimeout(resolve));
    expect(code(await broken.score('a'))).toBe('internal');
  });

  /** Nothing is judged by it. */
  const PATIENT = { timeout: 60_000 };
  const rehearsed = rehearsals.map((question) => JSON.stringify(question));

  it('rehearses once, and answers where that has failed', async () => {
    const asked: string[] = [];
    core.score = (text) => {
      asked.push(text);
      return text;
    };
    const ready = createEngine(bytes);
    for (const _ of [1, 2]) ready.rehearse();
    await vi.waitFor(() => expect(asked).toEqual(rehearsed), PATIENT);
    expect(await ready.score('a')).toBe('a');
    ready.rehearse();
    expect([asked, core.made]).toEqual([[...rehearsed, 'a'], 1]);
    core.score = (text) => {
      if (rehearsed.includes(text)) throw new Error('trap');
      return text;
    };
    const other = createEngine(bytes);
    other.rehearse();
    await vi.waitFor(() => expect(core.made).toBe(3), PATIENT);
    expect(await other.score('a')).toBe('a');
    expect(core.made).toBe(3);
  });

  it.each(['prepare', 'score'] as const)('rehearses no more when a question is due: %s', async (call) => {
    const asked: string[] = [];
    const ready = createEngine(bytes);
    let isDue = false;
    const due = () => {
      isDue = true;
      void ready[call]('a');
    };
    core.score = (text) => {
      asked.push(text);
      // Heard between two parts.
      if (asked.length === 1) setTimeout(due);
      return text;
    };
    ready.rehearse();
    await vi.waitFor(() => expect(isDue).toBe(true), PATIENT);
    await ready.score('b');
    expect(asked).toEqual(call === 'score' ? [rehearsed[0], 'a', 'b'] : [rehearsed[0], 'b']);
  });

  it('tells the core what a what-if question leaves out, and nothing where it leaves out nothing', async () => {
    const { score } = createEngine(bytes);
    expect(await score('a', { without: ['like_dispersion', 'ig-epf-modash-1m+'] })).toBe(
      'a without like_dispersion,ig-epf-modash-1m+',
    );
    expect(await score('a', { without: [] })).toBe('a');
  });

  it('repairs half an emoji, which would swallow the character after it', async () => {
    expect(await createEngine(bytes).score('{"a":"\ud83d"}')).toBe('{"a":"\ufffd"}');
  });

  it('throws the instance away after a trap, and scores the next profile', async () => {
    const { score } = createEngine(bytes);
    core.score = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    expect(code(await score('a'))).toBe('internal');
    core.score = (text) => text;
    expect(await score('b')).toBe('b');
    expect(core.made).toBe(2);
  });

  it('T15: 100 aborts, traps and overflows: the next profile is scored each time', async () => {
    const ends = [
      () => {
        throw new WebAssembly.RuntimeError('unreachable');
      },
      () => {
        throw new WebAssembly.RuntimeError('Aborted(OOM)');
      },
      () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
      () => {
        // Emscripten throws the address of a C++ exception where it is built without them.
        throw 5_244_880;
      },
    ];
    let recovered = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      const { score } = createEngine(bytes);
      core.score = ends[turn % ends.length] as () => string;
      expect(code(await score('a', { asker: 1 }))).toBe('internal');
      core.score = (text) => text;
      if ((await score('b', { asker: 2 })) === 'b') recovered += 1;
    }
    expect(recovered).toBe(100);
    figure('T15', 'recoveries after an abort, a trap, an overflow, an exception', `${recovered} of 100`, 'all');
  });

  it('refuses a page that has trapped three times in a minute, and no other page', async () => {
    let time = 0;
    const { score } = createEngine(bytes, () => time);
    const trap = () => {
      throw new Error('trap');
    };
    core.score = trap;
    for (let call = 0; call < 5; call += 1) expect(code(await score('a', { asker: 1 }))).toBe('internal');
    expect(core.made).toBe(3);
    core.score = (text) => text;
    expect(await score('b', { asker: 2 })).toBe('b');
    expect(await score('b')).toBe('b');
    expect(code(await score('a', { asker: 1 }))).toBe('internal');
    time = 61_000;
    expect(await score('a', { asker: 1 })).toBe('a');
  });

  it('T15: a page whose snapshot comes to no end is refused for a minute; the next tab has a new instance and all turns', async () => {
    let time = 0;
    const { score } = createEngine(bytes, () => time);
    core.score = (text) => {
      core.turns.value -= 7n;
      if (text !== 'endless') return text;
      core.turns.value = -1n;
      throw new WebAssembly.RuntimeError('unreachable');
    };
    expect(await score('a', { asker: 1 })).toBe('a');
    expect(JSON.parse(await score('endless', { asker: 1 })).error).toEqual({
      code: 'internal',
      message: 'the scoring core came to no end',
    });
    expect(await score('b', { asker: 2 })).toBe('b');
    expect([core.made, core.turns.value]).toEqual([2, MOST_TURNS - 7n]);
    // What traps once more, or is asked by the same tab: nothing of it reaches the core.
    expect(code(await score('endless', { asker: 1 }))).toBe('internal');
    expect(code(await score('a', { asker: 1 }))).toBe('internal');
    expect(core.made).toBe(2);
    time = 60_001;
    expect(await score('a', { asker: 1 })).toBe('a');
  });

  it('answers our own pages on, where one of many files comes to no end', async () => {
    const { score } = createEngine(bytes);
    core.score = (text) => {
      if (text !== 'endless') return text;
      core.turns.value = -1n;
      throw new WebAssembly.RuntimeError('unreachable');
    };
    expect(code(await score('endless'))).toBe('internal');
    expect(await score('a')).toBe('a');
  });

  it('gives back the memory of a huge snapshot when nobody asks for a while', async () => {
    vi.useFakeTimers();
    try {
      const { score } = createEngine(bytes);
      await score('small');
      await vi.advanceTimersByTimeAsync(60_000);
      await score('small');
      expect(core.made).toBe(1);
      core.memory = 60 << 20;
      await score('huge');
      await vi.advanceTimersByTimeAsync(9000);
      // It is asked again before it may rest.
      await score('small');
      await vi.advanceTimersByTimeAsync(9000);
      await score('small');
      expect(core.made).toBe(1);
      await vi.advanceTimersByTimeAsync(10_000);
      core.memory = 4 << 20;
      await score('small');
      expect(core.made).toBe(2);
      await vi.advanceTimersByTimeAsync(60_000);
      await score('small');
      expect(core.made).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives it back within a minute where small snapshots are asked about on and on', async () => {
    vi.useFakeTimers();
    try {
      const { score } = createEngine(bytes);
      core.memory = 60 << 20;
      await score('huge');
      for (let second = 1; second < 40; second += 1) {
        await vi.advanceTimersByTimeAsync(1000);
        await score('small');
      }
      expect(core.made).toBe(1);
      await vi.advanceTimersByTimeAsync(1000);
      core.memory = 4 << 20;
      await score('small');
      expect(core.made).toBe(2);
      // The new one has its own time to grow and to go.
      core.memory = 60 << 20;
      await score('huge');
      await vi.advanceTimersByTimeAsync(9000);
      await score('small');
      expect(core.made).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers with a refusal when its own file can not be read', async () => {
    const { score } = createEngine(async () => {
      throw new Error('no such file');
    });
    expect(code(await score('a'))).toBe('internal');
  });
});
