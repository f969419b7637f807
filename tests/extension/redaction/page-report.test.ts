/** What stays in a file about a page, what goes, and that people in it stay apart. */
import { describe, expect, test } from 'vitest';
import { readWords } from '../../../extension/.generated/read-words';
import { keepOf } from '../../../extension/redaction/page-report';
import { Pseudonyms } from '../../../extension/redaction/pseudonyms';
import type { CapturedPage } from '../pages/capture';
import { partsOf, readOf, reported, seeded } from './reported';

const SECRETS = ['hunter2', 'mail.example', 'tok-123', 'vera', '4099', 'sid=9', '10.0.0.7', 'Somebody Else'];
const page: CapturedPage = {
  address: 'https://x.com/ida_writes?s=tok-123#me@mail.example',
  now: '2026-09-01T12:00:00Z',
  html: `<!DOCTYPE html><html lang="en"><head><meta name="csrf-token" content="tok-123"><title>(3) vera.viewer / X</title>
    <script>window.token = 'tok-123'</script><script type="application/json">{"fb_dtsg":"hunter2"}</script></head>
    <body data-user="vera.viewer" onclick="tok-123"><!-- hunter2 --><nav><a href="/vera.viewer" aria-label="vera.viewer">vera.viewer</a></nav>
    <div data-testid="SideNav_AccountSwitcher_Button"><span title="vera.viewer">vera.viewer</span></div>
    <form><input value="hunter2"><textarea>hunter2</textarea></form><img src="https://pic.example/?tok-123" alt="vera.viewer">
    <div data-testid="primaryColumn"><div data-testid="UserName"><span>Ida</span><span>@ida_writes</span></div>
    <div data-testid="UserDescription">I write with @vera.viewer in Köln, call +49 170 5550123</div>
    <a href="/ida_writes/verified_followers?token=tok-123">1,204 Followers</a><p>Somebody Else wrote to me@mail.example</p>
    <a href="mailto:me@mail.example">x</a><a href="javascript:tok-123">y</a></div></body></html>`,
  responses: [
    {
      url: 'https://x.com/i/api/graphql/q/UserByScreenName?variables=%7B%22screen_name%22%3A%22ida_writes%22%2C%22token%22%3A%22tok-123%22%7D&features=tok-123',
      body: JSON.stringify({
        data: { viewer: { name: 'vera.viewer', id: '4099' }, user: { result: { csrfToken: 'tok-123' } } },
        session_id: 'sid=9',
        note: 'mail me@mail.example',
        profile_context: 'Followed by vera.viewer',
        client_ip: '10.0.0.7',
        pairs: [{ key: 'visitor_data', value: 'tok-123' }],
      }),
    },
  ],
};

describe('a page with somebody logged in', () => {
  const { text, entries } = reported(page);
  test.each(SECRETS)('holds nothing of %s', (secret) => expect(text.includes(secret), text).toBe(false));
  test('holds what is read', () => {
    const html = entries[0]?.response.content.text;
    expect(html).toContain('>1,204 Followers</a>');
    expect(html).toContain('<span>Ida</span><span>@ida_writes</span>');
    expect(html).toMatch(/I write with @\w+\.\w+ in Köln, call \+\d\d \d{3} \d{7}/);
    expect(entries[0]?.request.url).toBe('https://x.com/ida_writes');
    expect(entries[1]?.request.url).toContain('/UserByScreenName?variables=%7B%22screen_name%22%3A%22ida_writes%22%7D');
  });
  test('holds no script that runs, no field, no picture', () => {
    expect(text).not.toMatch(/<script(?![^>]*type=\\"application)|value=|src=|on\w+=/);
  });
  test('tells that somebody is logged in, and not who', () => {
    expect(entries[0]?.response.content.text).toContain('data-testid="SideNav_AccountSwitcher_Button"');
  });
});

describe('pseudonyms', () => {
  test('one person is one, two are two, and nobody becomes who stays', () => {
    const pseudonyms = new Pseudonyms(seeded(3));
    pseudonyms.reserve(['a', 'b', 'c']);
    const names = Array.from({ length: 500 }, (_, index) => `k${index % 250}`);
    const made = names.map((name) => pseudonyms.of(name));
    expect(new Set(made).size).toBe(250);
    expect(made.slice(0, 250)).toEqual(made.slice(250));
    const short = 'defghijklmnopqrstuvwxyz'.split('').map((name) => pseudonyms.of(name));
    expect(new Set(short).size).toBe(short.length);
    expect(short.filter((name) => 'abc'.includes(name))).toEqual([]);
  });
  test('two files have no name in common', () => {
    const of = () => new Pseudonyms().of('maria_rossi');
    expect(of()).not.toBe(of());
  });
});

describe('words', () => {
  const { words, values } = keepOf(partsOf(page), readOf(page), new Pseudonyms(seeded(5)));
  test.each([
    ['12.5K followers', '12.5K followers'],
    ['1,234,567 views · 3 days ago', '1,234,567 views · 3 days ago'],
    ['2019-08-24', '2019-08-24'],
    ['Aug 24, 2019', 'Aug 24, 2019'],
  ])('of numbers and times stay: %s', (text, kept) => expect(words.text(text)).toBe(kept));
  test.each([
    'Viola Viewer',
    'call 0170 555 01 23',
    '9988776655',
    'Sonnenallee',
    'eyJhbGciOiJIUzI1NiJ9.eyJz.c2ln',
    '52.520008',
  ])('that nobody reads go: %s', (text) => expect(words.text(text)).not.toContain(text));
  test('numbers of accounts go, counts stay', () => {
    expect(values.number(25_025_320, 'pk')).not.toBe(25_025_320);
    expect(values.number(25_025_320, 'followers_count')).toBe(25_025_320);
    expect(values.text('491705550123', 'title')).not.toBe('491705550123');
  });
});

test('the list of what may stay is made from the readers', () => {
  const said = (platform: string) => readWords[platform]?.[0].split(' ') ?? [];
  expect(said('instagram')).toEqual(expect.arrayContaining(['edge_followed_by', 'username', 'taken_at', 'like_count']));
  // A key that is taken out of its object by name, and one of a selector.
  expect(said('youtube')).toEqual(expect.arrayContaining(['thumbnailOverlays', 'ytd-watch-flexy', 'video-id']));
  expect(said('')).toEqual(expect.arrayContaining(['interactionStatistic', 'itemprop']));
  for (const nobody of ['csrf_token', 'email', 'phone_number', 'latitude', 'sessionid'])
    expect(said('instagram')).not.toContain(nobody);
});
