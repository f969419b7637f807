/** How every property of the browser's own objects is made: run in a page. @returns its form, by its path */
export function shapes(): Record<string, string> {
  const found: Record<string, string> = {};
  const seen = new Set<unknown>();
  const form = (value: unknown) =>
    typeof value === 'function'
      ? `${Function.prototype.toString.call(value)} ${value.name} ${value.length}`
      : typeof value === 'object' || typeof value === 'undefined'
        ? typeof value
        : `${typeof value}`;
  const walk = (owner: object, path: string) => {
    if (seen.has(owner)) return;
    seen.add(owner);
    for (const key of Reflect.ownKeys(owner)) {
      const name = `${path}.${String(key)}`;
      const flags = Object.getOwnPropertyDescriptor(owner, key) as PropertyDescriptor;
      const { value, get, set } = flags;
      found[name] =
        `${flags.configurable} ${flags.enumerable} ${flags.writable} ${get ? form(get) : ''} ${set ? form(set) : ''} ${form(value)}`;
      if (typeof value === 'function') {
        walk(value, name);
        if (typeof value.prototype === 'object' && value.prototype) walk(value.prototype, `${name}.prototype`);
      }
    }
    // One more key moves the later ones: it is told by itself. Firefox makes a function's name and length when asked for.
    const keys = Reflect.ownKeys(owner).map(String);
    if (typeof owner !== 'function') found[`${path} in order`] = keys.filter((key) => key !== 'then').join();
  };
  for (const key of Object.getOwnPropertyNames(window)) {
    const { value } = Object.getOwnPropertyDescriptor(window, key) ?? {};
    if (typeof value !== 'function' || !/^[A-Z]|^(fetch|queueMicrotask|structuredClone|setTimeout)$/.test(key))
      continue;
    found[`window.${key}`] = form(value);
    walk(value, `window.${key}`);
    if (typeof value.prototype === 'object' && value.prototype) walk(value.prototype, `window.${key}.prototype`);
  }
  for (const key of ['JSON', 'Reflect', 'Math', 'document', 'navigator', 'performance', 'history', 'location'])
    walk((window as unknown as Record<string, object>)[key] as object, `window.${key}`);
  return found;
}

/** What takes longer with us than without: pairs of this window and an empty frame's, in which nothing of ours is. Run in a page. */
export async function paired(clean: Window & typeof globalThis): Promise<Record<string, string>> {
  const PAIRS = 15;
  const measured: Record<string, string> = {};
  const told = (ratios: number[]) => {
    const sorted = ratios.filter(Number.isFinite).sort((a, b) => a - b);
    return (sorted[sorted.length >> 1] ?? Number.NaN).toFixed(2);
  };
  const time = async (rounds: number, work: () => unknown, waits: boolean) => {
    const began = performance.now();
    if (waits) for (let round = 0; round < rounds; round += 1) await work();
    else for (let round = 0; round < rounds; round += 1) work();
    return performance.now() - began;
  };
  const compare = async (name: string, rounds: number, ours: () => unknown, theirs: () => unknown, waits = false) => {
    const ratios: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // Which of the two goes first changes, so that neither has the warmer machine.
      const first = await time(rounds, pair % 2 ? ours : theirs, waits);
      const second = await time(rounds, pair % 2 ? theirs : ours, waits);
      ratios.push(pair % 2 ? first / second : second / first);
    }
    measured[name] = told(ratios);
  };
  const one = new XMLHttpRequest();
  const other = new clean.XMLHttpRequest();
  // Read into a variable, so that no compiler leaves the look-up out.
  let last: unknown;
  const look = (request: XMLHttpRequest, key: 'send' | 'open') => () => {
    last = request[key];
  };
  const make = (Request: typeof XMLHttpRequest) => () => {
    last = new Request();
  };
  await compare('looking up send', 20_000, look(one, 'send'), look(other, 'send'));
  await compare('looking up open', 20_000, look(one, 'open'), look(other, 'open'));
  await compare('making a request', 2000, make(XMLHttpRequest), make(clean.XMLHttpRequest));
  const promised = (owner: typeof globalThis) => () => owner.Promise.resolve(new owner.Response());
  await compare('a promise of a response', 2000, promised(window as never), promised(clean), true);
  const fetched = (owner: typeof globalThis, url: string) => () => owner.fetch(url).catch(() => {});
  await compare(
    'a fetch that fails at once',
    300,
    fetched(window as never, 'http://['),
    fetched(clean, 'http://['),
    true,
  );
  await compare('a fetch of data', 60, fetched(window as never, 'data:,a'), fetched(clean, 'data:,a'), true);
  return last === undefined ? {} : measured;
}
