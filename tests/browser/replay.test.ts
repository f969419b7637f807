/** `./dev replay`: what it writes, how it ends, what several pages do. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeHar, NONCE, type PageParts } from './har/make.ts';
import { samples } from './har/samples.ts';
import {
  assertNoRequestOfOurs,
  assertValidReport,
  assertValidSnapshot,
  BROWSERS,
  open,
  shipped,
  snapshotOf,
} from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { type Har, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { ROOT } from './replay.ts';

const FILES = ['snapshot.json', 'report.json', 'overlay.png', 'requests.json'] as const;
const baker = (): PageParts => {
  const found = samples.find(({ platform }) => platform === 'instagram');
  assert.ok(found);
  return found.parts();
};

/** The same account on another day with another number of followers. */
function onDay(at: string, followers: number): PageParts {
  const parts = baker();
  const document = parts.document
    .replaceAll('48213', String(followers))
    .replaceAll('48,213', followers.toLocaleString('en-US'));
  assert.ok(document.includes(String(followers)));
  return { ...parts, at, document };
}

interface Run {
  code: number | null;
  folder: string;
  stderr: string;
}

function replay(
  browser: BrowserName,
  hars: readonly (Har | string)[],
  folder: string,
  ...options: string[]
): Promise<Run> {
  const files = hars.map((har, index) => {
    const file = join(folder, `${index}.har`);
    writeFileSync(file, typeof har === 'string' ? har : JSON.stringify(har));
    return file;
  });
  const child = spawn(
    process.execPath,
    [join(ROOT, 'tests/browser/replay.ts'), ...files, '--browser', browser, '--out', join(folder, 'out'), ...options],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, folder: join(folder, 'out'), stderr })));
}

const text = (folder: string, name: (typeof FILES)[number]) => readFileSync(join(folder, name), 'utf8');

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'plumb-replay-'));
}

function commands(browser: BrowserName): void {
  const folder = scratch();
  before(() => void shipped(browser));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('several files open in one profile: the first is history of the last', async () => {
    const first = makeHar([onDay('2026-11-13T09:00:00Z', 47100)]);
    const last = makeHar([onDay('2026-11-20T09:00:00Z', 48213)]);
    const run = await replay(browser, [first, last], folder, '--card');
    assert.equal(run.code, 0, run.stderr);
    assert.deepEqual(
      FILES.filter((name) => !existsSync(join(run.folder, name))),
      [],
    );
    for (const name of ['snapshot.json', 'report.json'] as const)
      assert.match(text(run.folder, name), /^[^\n]+\n$/, `${name} is one line`);
    const snapshot = JSON.parse(text(run.folder, 'snapshot.json'));
    assertValidSnapshot(text(run.folder, 'snapshot.json'));
    assertValidReport(text(run.folder, 'report.json'));
    assert.equal(snapshot.capturedAt, '2026-11-20T09:00:00Z');
    assert.equal(snapshot.profile.followers, 48213);
    assert.deepEqual(
      snapshot.history?.map(({ at, followers }: { at: string; followers: number }) => [at, followers]),
      [['2026-11-13T09:00:00Z', 47100]],
    );
    assert.ok(JSON.parse(text(run.folder, 'report.json')).items.people.length > 0, 'the report has its details');
    assert.equal(readFileSync(join(run.folder, 'overlay.png')).subarray(1, 4).toString(), 'PNG');
    for (const line of JSON.parse(text(run.folder, 'requests.json'))) {
      assert.deepEqual(Object.keys(line), ['url', 'method', 'status', 'initiator']);
      assert.ok(['page', 'browser'].includes(line.initiator), line.url);
    }
  });

  test('the command line makes the same report of the snapshot, byte for byte', () => {
    const out = join(folder, 'out');
    const tool = join(ROOT, 'build/native/plumb');
    assert.ok(existsSync(tool), `${tool} is not built: run ./dev build`);
    const made = execFileSync(tool, ['score', '--details', join(out, 'snapshot.json')], { encoding: 'utf8' });
    assert.equal(text(out, 'report.json'), made);
  });

  test('a page that is no profile: exit 0, a refusal, and nothing left of the run before', async () => {
    const document = '<!DOCTYPE html><title>t</title><p>No profile.';
    const run = await replay(
      browser,
      [makeHar([{ url: 'https://www.instagram.com/explore/', at: '2026-11-20T09:00:00Z', document }])],
      folder,
    );
    assert.equal(run.code, 0, run.stderr);
    assert.ok(!existsSync(join(run.folder, 'snapshot.json')));
    assert.equal(JSON.parse(text(run.folder, 'report.json')).error.code, 'not_a_profile');
    assert.ok(existsSync(join(run.folder, 'overlay.png')));
  });
}

test('what can not be replayed ends with 1 and a sentence, wrong usage with 2', async () => {
  const folder = scratch();
  try {
    for (const bad of ['no json', '{}', '{"log":{"entries":[]}}']) {
      const run = await replay('chromium', [bad], folder);
      assert.deepEqual([run.code, /^replay: .+\.\n$/.test(run.stderr)], [1, true], run.stderr);
    }
    const har = makeHar([baker()]);
    assert.equal((await replay('chromium', [har], folder, '--extension', join(folder, 'nothing'))).code, 1);
    assert.equal((await replay('chromium', [har], folder, '--browser', 'lynx')).code, 2);
    assert.equal((await replay('chromium', [har], folder, '--what')).code, 2);
    assert.equal((await replay('chromium', [], folder)).code, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function sessions(browser: BrowserName): void {
  let session: ReplaySession;
  before(async () => {
    // A page below goes elsewhere after more than a second.
    session = await open(browser, { quiet: 2000 });
  });
  after(() => session?.close());

  test('a redirect is followed as recorded', async () => {
    const har = makeHar([baker()]);
    const [document] = har.log.entries;
    assert.ok(document);
    const moved = structuredClone(document);
    moved.request.url = 'https://www.instagram.com/fernhollow.kitchen';
    moved.response = {
      status: 301,
      headers: [],
      redirectURL: 'https://www.instagram.com/fernhollow.kitchen/',
      content: {},
    };
    har.log.entries.unshift(moved);
    for (const page of har.log.pages ?? []) page.title = '';
    const result = await session.replay(visitsOf(har, 'redirect.har'));
    assert.equal(result.address, 'https://www.instagram.com/fernhollow.kitchen/');
    assert.equal(snapshotOf(result).profile.followers, 48213);
    assertNoRequestOfOurs(result);
    await session.forget();
  });

  test('a change of the settings while a page loads loses nothing of the page', async () => {
    // Each change that concerns pages tells all tabs to read anew.
    const stir = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        await session.browser.control?.evaluate(
          `(globalThis.browser ?? chrome).storage.local.set({ settings: { badgeOnly: ${turn % 2 === 0} } })`,
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    };
    const stirred = stir();
    const result = await session.replay(visitsOf(makeHar([baker()]), 'settings.har'));
    await stirred;
    const snapshot = snapshotOf(result);
    assert.equal(snapshot.profile.posts, 431, 'only the inline script tells it');
    assert.ok(snapshot.sources?.some(({ via }) => via === 'inline'));
    await session.forget();
  });

  test('a dialog of the page holds nothing up', async () => {
    const parts = baker();
    const document = parts.document.replace(
      '<template',
      () => `<script nonce="${NONCE}">alert(1); confirm('2');</script><template`,
    );
    const result = await session.replay(visitsOf(makeHar([{ ...parts, document }]), 'dialog.har'));
    assert.equal(snapshotOf(result).profile.followers, 48213);
    assert.ok(result.settled);
    await session.forget();
  });

  test('after an in-app navigation the snapshot describes the new address', async () => {
    const tide = samples.find(({ platform }) => platform === 'x');
    assert.ok(tide);
    const from = tide.parts();
    const other = (words: string) =>
      words
        .replaceAll('tide_tables_x', 'other_tables')
        .replaceAll('1500000000000000123', '1500000000000000999')
        .replaceAll('21874', '3301')
        .replaceAll('21.8K', '3,301');
    const later = (from.asks ?? []).map((ask) => ({ ...ask, url: other(ask.url), body: other(ask.body) }));
    // As the platform does it: first the address, then the questions, then the page.
    const script = `setTimeout(async () => {
      history.pushState(null, '', '/other_tables');
      document.title = 'Other (@other_tables) / X';
      document.getElementById('mount').replaceChildren();
      for (const url of ${JSON.stringify(later.map(({ url }) => url))}) await fetch(url).then((answer) => answer.json());
    }, 1200);`;
    const document = from.document.replace('</body>', () => `<script nonce="${NONCE}">${script}</script></body>`);
    const result = await session.replay(
      visitsOf(makeHar([{ ...from, document, asks: [...(from.asks ?? []), ...later] }]), 'navigation.har'),
    );
    assert.equal(result.address, 'https://x.com/other_tables');
    const snapshot = snapshotOf(result);
    assert.equal(snapshot.profile.handle, 'other_tables');
    assert.equal(snapshot.profile.followers, 3301);
    assert.equal(snapshot.url, 'https://x.com/other_tables');
    assertNoRequestOfOurs(result);
  });
}

describe('./dev replay', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(`command in ${browser}`, { concurrency: 1 }, () => commands(browser));
    describe(`pages in ${browser}`, { concurrency: 1 }, () => sessions(browser));
  }
});
