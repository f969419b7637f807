import createCore from './plumb.mjs';

/** Turns of loops that one answer may take, as in the extension: three times those of the slowest legal snapshot that was found. */
const MOST_TURNS = 500_000_000n;

/**
 * A scorer on an instance of its own: after any trap the instance is thrown away, since every later call on it would fail.
 * A loop without end traps too: the module counts its turns.
 */
export async function scorerOf(wasmBinary) {
  const make = () => createCore({ wasmBinary, locateFile: (path) => path });
  let core = await make();
  let broken = false;
  const renewed = async () => {
    core = await make();
    broken = false;
  };
  const scoreText = (text, { details = false, without = [] } = {}) => {
    if (broken) throw new Error('the scoring core stopped: await renew() first');
    // A lone surrogate passed to embind would swallow the character after it.
    const whole = text.toWellFormed();
    core.asm.turns.value = MOST_TURNS;
    try {
      return without.length > 0 ? core.scoreWithout(whole, details, without.join(',')) : core.score(whole, details);
    } catch (error) {
      broken = true;
      const isEndless = core.asm.turns.value < 0n;
      throw new Error(`the scoring core ${isEndless ? 'came to no end' : 'stopped'}`, { cause: error });
    }
  };
  return {
    scoreText,
    score: (snapshot, options) => JSON.parse(scoreText(JSON.stringify(snapshot), options)),
    renew: renewed,
  };
}
