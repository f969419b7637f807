import { inScript, makeHar, NONCE, STRICT_POLICY } from './har/make.ts';
import { samples } from './har/samples.ts';
import { open } from './harness.ts';
import { visitsOf } from './replay/har.ts';

const emoji = process.argv[2] === 'emoji';
const item = (i: number) => ({
  code: `c${i}`,
  caption: { text: `He said "go" & "come" ${emoji ? '🙂é漢' : ':)'} line ${i}\n` },
  like_count: i,
  user: { username: 'x', pk: String(i) },
});
const big = { data: { items: [] as unknown[] } };
while (JSON.stringify(big).length < 1_000_000)
  for (let i = 0; i < 200; i++) big.data.items.push(item(big.data.items.length));
const body = JSON.stringify(big);
console.log('chars', body.length, 'bytes', Buffer.byteLength(body));
const url = 'https://www.instagram.com/graphql/query?doc=1';
const other = 'https://www.instagram.com/ajax/unread?doc=1';
const asks = [url, other].map((u) => ({ via: 'fetch' as const, method: 'GET' as const, url: u, body }));
const parts = samples[0]!.parts();
const document = parts.document.replace(
  '</body>',
  () =>
    `<script nonce="${NONCE}">window.go = async (url, via) => { if (via === 'fetch') { const r = await fetch(url); return (await r.text()).length; } return new Promise((done) => { const x = new XMLHttpRequest(); x.open('GET', url); if (via === 'json') x.responseType = 'json'; x.onload = () => done(JSON.stringify(x.response).length && 1); x.send(); }); };</script></body>`,
);
const session = await open('chromium');
const [visit] = visitsOf(makeHar([{ ...parts, document, asks: [...(parts.asks ?? []), ...asks] }]), 'x');
await session.enter(visit!);
const { page } = session.browser;
await page.waitForFunction('window.go !== undefined');
await new Promise((r) => setTimeout(r, 4000));
const cdp = await page.createCDPSession();
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
const metric = async () =>
  Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
const idle = async () => {
  const a = await metric();
  await wait(700);
  const b = await metric();
  return (b.TaskDuration! - a.TaskDuration!) * 1000;
};
console.log('idle', await idle(), await idle());
for (const via of ['fetch', 'xhr', 'json']) {
  const sums: Record<string, number[]> = { listed: [], other: [] };
  for (let i = 0; i < 9; i++)
    for (const [name, u] of [
      ['listed', url],
      ['other', other],
    ] as const) {
      const a = await metric();
      await page.evaluate(`window.go(${JSON.stringify(u)}, ${JSON.stringify(via)})`);
      await wait(700);
      const b = await metric();
      sums[name]!.push((b.TaskDuration! - a.TaskDuration!) * 1000);
    }
  const med = (l: number[]) => [...l].sort((a, b) => a - b)[Math.floor(l.length / 2)]!;
  console.log(
    via,
    'listed',
    med(sums.listed!).toFixed(2),
    'other',
    med(sums.other!).toFixed(2),
    'diff',
    (med(sums.listed!) - med(sums.other!)).toFixed(2),
    sums.listed!.map((x) => x.toFixed(1)).join(' '),
    '|',
    sums.other!.map((x) => x.toFixed(1)).join(' '),
  );
}
// a trace
await page.tracing.start({
  categories: [
    '-*',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
    'v8',
    'v8.execute',
    'toplevel',
    'blink',
    'extensions',
  ],
});
for (let i = 0; i < 5; i++) {
  await page.evaluate(`window.go(${JSON.stringify(url)}, 'fetch')`);
  await wait(500);
}
const trace = await page.tracing.stop();
(await import('node:fs')).writeFileSync('/tmp/w/obs/trace.json', trace!);
await session.close();
process.exit(0);
