/** Waiting for what a browser does: for conditions, with a cap that only what is broken reaches. */

/** After so long something will not come any more, ms: far above what a busy machine takes. */
export const NEVER_MS = 180_000;
const POLL_MS = 50;
/** What still changes is still coming: it may take so long, ms. */
export const CHANGING_MS = 5 * NEVER_MS;

export const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Looks until there is something. @returns it @throws where it never comes */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limit = NEVER_MS,
): Promise<Exclude<T, undefined | null | false>> {
  const began = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as Exclude<T, undefined | null | false>;
    if (Date.now() - began > limit) throw new Error(`never happened: ${what}`);
    await wait(POLL_MS);
  }
}

/** Looks until it has seen the same for so long, ms. @returns what it has seen @throws where it never comes to rest */
export async function steady<T>(what: string, look: () => T | Promise<T>, rest = 1500): Promise<T> {
  let last = await look();
  let since = Date.now();
  const rests = async () => {
    const now = await look();
    if (JSON.stringify(now) !== JSON.stringify(last)) since = Date.now();
    last = now;
    return Date.now() - since >= rest;
  };
  await until(`${what} comes to rest`, rests, CHANGING_MS);
  return last;
}

/** Repeats assertions until they hold. @throws the last complaint where they never do */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const began = Date.now();
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - began > NEVER_MS) throw error;
    }
    await wait(POLL_MS);
  }
}
