import createCore from './plumb.mjs';

/** A scorer on an instance of its own: after any trap the instance is thrown away, since every later call on it would fail. */
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
    try {
      return without.length > 0 ? core.scoreWithout(whole, details, without.join(',')) : core.score(whole, details);
    } catch (error) {
      broken = true;
      throw new Error('the scoring core stopped', { cause: error });
    }
  };
  return {
    scoreText,
    score: (snapshot, options) => JSON.parse(scoreText(JSON.stringify(snapshot), options)),
    renew: renewed,
  };
}
