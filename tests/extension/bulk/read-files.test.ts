/** `plumb-read`: what it writes, tells and returns, of files as people have them. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { plumbRead } from '../../../extension/bulk/read-files';
import { sampleHar, samples } from '../../browser/har/samples';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumb-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function run(...argv: string[]) {
  const told: string[] = [];
  let written = '';
  const code = await plumbRead(argv, {
    write: (lines) => {
      written += lines;
    },
    tell: (line) => void told.push(line),
    names: () => '',
    now: () => 0,
  });
  return { code, told, written, snapshots: written.startsWith('{') ? snapshotsOf(written) : [] };
}

const snapshotsOf = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Snapshot);

const AT = '2026-11-20T10:00:00.000Z';

const entry = (url: string, mimeType: string, text: string) => ({
  startedDateTime: AT,
  request: { method: 'GET', url },
  response: { status: 200, content: { mimeType, text } },
});

/** A small saved page of an invented account: a document that says nothing, and one answer. */
function smallHar(handle: string, followers: number): string {
  const user = { id: '6800000000000000001', uniqueId: handle, nickname: handle, secUid: 'MS4' };
  const answer = { userInfo: { user, stats: { followerCount: followers, followingCount: 7 } }, statusCode: 0 };
  const page = `https://www.tiktok.com/@${handle}`;
  return JSON.stringify({
    log: {
      pages: [{ id: 'page_1', startedDateTime: AT, title: page }],
      entries: [
        entry(page, 'text/html', '<!DOCTYPE html><html lang="en"><title>page</title><body></body></html>'),
        entry('https://www.tiktok.com/api/user/detail/?a=1', 'application/json', JSON.stringify(answer)),
      ],
    },
  });
}

describe('HAR files', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('reads %s', async (name, sample) => {
    const { code, snapshots } = await run(put(`${name}.har`, JSON.stringify(sampleHar(sample))));
    expect(code).toBe(0);
    expect(snapshots).toHaveLength(1);
    const [{ platform, profile, posts = [] }] = snapshots as [Snapshot];
    expect(platform).toBe(sample.platform);
    expect(profile).toMatchObject({ handle: sample.expected.handle, followers: sample.expected.followers });
    expect(posts).toHaveLength(sample.expected.posts);
    for (const [id, values] of Object.entries(sample.expected.some))
      expect(posts.find((post) => post.id === id)).toMatchObject(values);
  });

  it('reads all others where 50 of 1,000 are damaged, and tells each of these', async () => {
    const whole = smallHar('whole', 1);
    const damages = [whole.slice(0, -20), '', '{"log":{}}', '[1', whole.replace('"status":200', '"status":"ok"')];
    const isDamaged = (index: number) => index % 20 === 7;
    const files = Array.from({ length: 1000 }, (_, index) =>
      put(
        `${index}.har`,
        isDamaged(index)
          ? (damages[((index / 20) % damages.length) | 0] as string)
          : smallHar(`account.${index}`, index),
      ),
    );
    const { code, told, snapshots } = await run(...files);
    expect(code).toBe(1);
    expect(snapshots.map(({ profile }) => [profile.handle, profile.followers])).toEqual(
      files.flatMap((_, index) => (isDamaged(index) ? [] : [[`account.${index}`, index]])),
    );
    const damaged = told.filter((line) => line.includes('damaged:'));
    expect(damaged).toHaveLength(50);
    for (const [index, file] of files.entries())
      expect(damaged.filter((line) => line.includes(`${file} `) || line.includes(`${file}:`))).toHaveLength(
        isDamaged(index) ? 1 : 0,
      );
    expect(told.at(-1)).toBe('plumb-read: 1000 files: 950 read, 50 damaged; 950 snapshots');
  });

  it('tells of a page that shows no account, which is no damage', async () => {
    const har = smallHar('someone', 5).replaceAll('https://www.tiktok.com/@someone', 'https://www.tiktok.com/foryou');
    const { code, told, written } = await run(put('feed.har', har));
    expect([code, written]).toEqual([0, '']);
    expect(told[0]).toContain('feed.har: no page in it shows one account');
  });

  it('follows a redirect to the page that was shown', async () => {
    const har = JSON.parse(smallHar('after', 12));
    har.log.pages[0].title = 'a title';
    har.log.entries.unshift({
      startedDateTime: AT,
      request: { method: 'GET', url: 'https://www.tiktok.com/t/ZSshort' },
      response: { status: 301, redirectURL: '/@after' },
    });
    const { snapshots } = await run(put('redirect.har', JSON.stringify(har)));
    expect(snapshots.map(({ profile, url }) => [profile.followers, url])).toEqual([
      [12, 'https://www.tiktok.com/@after'],
    ]);
  });

  it('never runs what a page holds', async () => {
    const har = JSON.parse(smallHar('hostile', 3));
    har.log.entries[0].response.content.text =
      '<html lang="en"><body onload="globalThis.ran=1"><script>globalThis.ran=1;document.body.textContent="ran"</script><img src="x" onerror="globalThis.ran=1"><iframe src="https://a.example/"></iframe></body></html>';
    const { code, snapshots } = await run(put('hostile.har', JSON.stringify(har)));
    expect([code, snapshots[0]?.profile.followers]).toEqual([0, 3]);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('a run that was ended', () => {
  it('goes on where it stood: nothing is missing, nothing is there twice', async () => {
    const files = Array.from({ length: 6 }, (_, index) => put(`${index}.har`, smallHar(`account.${index}`, index)));
    const out = path.join(folder, 'snapshots.ndjson');
    expect((await run('--out', out, ...files.slice(0, 3))).code).toBe(0);
    // What a run had written of the fourth when it was ended.
    appendFileSync(out, '{"schema":"plumb.snap');
    const again = await run('--out', out, ...files);
    expect(again.told.at(-1)).toBe('plumb-read: 6 files: 3 read, 0 damaged, 3 done before; 3 snapshots');
    expect(readFileSync(out, 'utf8')).toBe((await run(...files)).written);
  });

  it('reads a damaged file once more, and a changed one', async () => {
    const out = path.join(folder, 'snapshots.ndjson');
    const file = put('a.har', smallHar('first', 1).slice(0, -3));
    expect((await run('--out', out, file)).code).toBe(1);
    put('a.har', smallHar('first', 1));
    expect((await run('--out', out, file)).code).toBe(0);
    expect(snapshotsOf(readFileSync(out, 'utf8')).map(({ profile }) => profile.handle)).toEqual(['first']);
    put('a.har', smallHar('second', 22));
    expect((await run('--out', out, file)).told.at(-1)).toContain('1 read');
    expect(snapshotsOf(readFileSync(out, 'utf8')).map(({ profile }) => profile.handle)).toEqual(['first', 'second']);
  });

  it('writes over no file that it has not made', async () => {
    const out = put('mine.txt', 'not a list of snapshots\n');
    const { code, told } = await run('--out', out, put('a.har', smallHar('a', 1)));
    expect(code).toBe(2);
    expect(told[0]).toContain('no run has made it');
    expect(readFileSync(out, 'utf8')).toBe('not a list of snapshots\n');
  });
});

describe('an export of Zeeschuimer', () => {
  const stats = { diggCount: 120, playCount: 4000, commentCount: 9, shareCount: 1 };
  const author = { id: '6800000000000000009', uniqueId: 'made.up', nickname: 'Made Up', secUid: 'MS4' };
  const line = (id: number, page = 'https://www.tiktok.com/@made.up') =>
    JSON.stringify({
      nav_index: '1:1:1',
      item_id: String(id),
      timestamp_collected: Date.parse(AT) + id,
      source_platform: 'tiktok.com',
      source_platform_url: page,
      source_url: 'https://www.tiktok.com/api/post/item_list/?secUid=MS4',
      user_agent: 'x',
      data: {
        id: String(7_500_000_000 + id),
        createTime: 1_790_000_000 - id,
        desc: 'a post',
        author,
        authorStats: { followerCount: 5100, followingCount: 20, videoCount: 44 },
        stats,
      },
    });

  it('becomes one snapshot of each account, and a damaged line is told', async () => {
    const lines = [line(1), line(2), '{"data":', line(3), line(4, 'https://www.tiktok.com/search?q=a')];
    const { code, told, snapshots } = await run(put('export.ndjson', `${lines.join('\n')}\n`));
    expect(code).toBe(1);
    expect(told.slice(0, 2)).toEqual([
      expect.stringMatching(/damaged: .*export\.ndjson: line 3 is not JSON$/),
      expect.stringMatching(/export\.ndjson: 1 items are of pages that show no account$/),
    ]);
    expect(snapshots).toHaveLength(1);
    const [{ profile, posts = [], capturedAt }] = snapshots as [Snapshot];
    expect(profile).toMatchObject({ handle: 'made.up', followers: 5100 });
    expect(posts.map(({ id, likes, views }) => [id, likes, views])).toEqual(
      [1, 2, 3].map((id) => [String(7_500_000_000 + id), 120, 4000]),
    );
    expect(capturedAt).toBe('2026-11-20T10:00:00.003Z');
  });
});

describe('the command', () => {
  it.each([[[]], [['--nothing', 'a.har']]])('is told what is wrong with %j', async (argv) => {
    const { code, told } = await run(...argv);
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
  });

  it('tells of itself', async () => {
    const { code, written } = await run('--help');
    expect(code).toBe(0);
    expect(written).toContain('plumb-read *.har | plumb score');
  });

  it('tells of a file that is not there, and reads the others', async () => {
    const { code, told, snapshots } = await run(path.join(folder, 'none.har'), put('a.har', smallHar('there', 1)));
    expect(code).toBe(1);
    expect(told[0]).toMatch(/damaged: .*none\.har: ENOENT/);
    expect(snapshots).toHaveLength(1);
  });
});
