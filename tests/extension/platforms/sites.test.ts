/** Which hosts are a platform's, what the browser is asked for, and whose name space an account is in. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { type Addressed, lookupAmong, lookupIn, quiet } from '../../../extension/platforms/lookup';
import { metaScripts } from '../../../extension/platforms/meta-scripts';
import { namespaceOf } from '../../../extension/platforms/namespace';
import { installedSites, optionalSites, siteAt, siteNamed } from '../../../extension/platforms/pages';
import type { PagePlatform } from '../../../extension/platforms/platform';
import { isListed } from '../../../extension/platforms/responses';
import { domainsOf, isHostOf, permissionsOf } from '../../../extension/platforms/site';
import { documentOf } from '../pages/capture';

const hosts = [
  { names: '@ www', domains: 'one.example two.example' },
  { names: 'm', domains: 'one.example' },
];

test.each([
  ['one.example', true],
  ['www.one.example', true],
  ['www.two.example', true],
  ['m.one.example', true],
  ['m.two.example', false],
  ['help.one.example', false],
  ['a.www.one.example', false],
  ['wwwone.example', false],
  ['one.example.evil.example', false],
  ['example', false],
])('%s is a host of it: %s', (host, is) => expect(isHostOf({ hosts }, host)).toBe(is));

test('a site of any name before its domain', () => {
  const any = [{ names: '*', domains: 'one.example' }];
  expect(['one.example', 'a.one.example', 'a.b.one.example'].map((host) => isHostOf({ hosts: any }, host))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isHostOf({ hosts: any }, 'aone.example')).toBe(false);
  expect(permissionsOf({ hosts: any })).toEqual([
    { asked: 'https://*.one.example/*', matches: ['https://*.one.example/*'] },
  ]);
});

test('each domain once, and each host asked for alone, up to eight of a domain', () => {
  expect(domainsOf({ hosts })).toEqual(['one.example', 'two.example']);
  const alone = (host: string) => ({ asked: `https://${host}/*`, matches: [`https://${host}/*`] });
  expect(permissionsOf({ hosts })).toEqual(
    ['one.example', 'www.one.example', 'two.example', 'www.two.example', 'm.one.example'].map(alone),
  );
  const of = (names: string) => permissionsOf({ hosts: [{ names, domains: 'one.example' }] });
  expect(of('a b c d e f g h')).toHaveLength(8);
  expect(of('@ a b c d e f g h')).toEqual([
    {
      asked: 'https://*.one.example/*',
      matches: ['', 'a.', 'b.', 'c.', 'd.', 'e.', 'f.', 'g.', 'h.'].map((name) => `https://${name}one.example/*`),
    },
  ]);
});

test('the site of an address: https alone, and its listed hosts', () => {
  expect(siteAt('https://x.com/ida')?.platform).toBe('x');
  for (const address of ['http://x.com/ida', 'https://evil.example/x.com', 'no address', 'https://x.com:8443/ida'])
    expect(siteAt(address), address).toBeNull();
  expect(siteAt('https://x.com/ida', [])).toBeNull();
  expect(siteNamed('x')?.platform).toBe('x');
  expect(siteNamed('nowhere' as never)).toBeUndefined();
  expect(installedSites.every(({ access }) => access === 'install')).toBe(true);
  expect(optionalSites.every(({ access }) => access === 'permission')).toBe(true);
  const x = [...installedSites, ...optionalSites].find(({ platform }) => platform === 'x');
  expect(x?.domains).toEqual(['x.com', 'twitter.com']);
  expect(x?.matches).toContain('https://mobile.twitter.com/*');
  expect(x?.asked).toContain('https://x.com/*');
});

test.each([
  [
    { platform: 'x', url: 'https://x.com/ida', profile: {} },
    { platform: 'x', host: '' },
  ],
  [
    { platform: 'x', url: 'https://evil.example/ida', profile: { id: '1' } },
    { platform: 'x', host: 'evil.example' },
  ],
  [{ platform: 'x', url: 'https://evil.example/ida', profile: {} }, null],
  [{ platform: 'x', profile: { id: '1' } }, null],
  [{ platform: 'x', url: 'no address', profile: { id: '1' } }, null],
  [
    { platform: 'mastodon', url: 'https://good.example@evil.example:8443/@ida', profile: { id: '1' } },
    { platform: 'mastodon', host: 'evil.example:8443' },
  ],
  [
    { platform: 'mastodon', url: 'https://x.com/@ida', profile: { id: '1' } },
    { platform: 'mastodon', host: 'x.com' },
  ],
])('the name space of %j is %j', (snapshot, space) =>
  expect(namespaceOf(snapshot as unknown as Snapshot)).toEqual(space),
);

describe('from an address to its platform', () => {
  const platform = (name: string, access: string, domains: string, reads = true) =>
    ({
      site: { platform: name, access, hosts: domains ? [{ names: '@ www', domains }] : [] },
      locate: ({ pathname }: URL) => (reads && pathname !== '/' ? { platform: name, kind: 'profile' } : null),
    }) as unknown as Addressed;
  const lookup = lookupAmong([
    platform('any', 'click', '', true),
    platform('one', 'install', 'one.example'),
    platform('two', 'permission', 'two.example'),
    platform('last', 'click', ''),
  ]);
  const named = (address: string) => lookup.placeAt(address)?.place.platform;

  test.each([
    ['https://one.example/ida', 'one'],
    ['http://www.two.example/ida', 'two'],
    ['https://one.example/', undefined],
    ['https://help.one.example/ida', undefined],
    ['https://noone.example/ida', 'any'],
    ['https://else.example/', undefined],
    ['ftp://one.example/ida', undefined],
    ['xhttps://one.example/ida', undefined],
    ['no address', undefined],
  ])('%s is of %j', (address, wanted) => expect(named(address)).toBe(wanted));

  test('a page that shows no account has a platform all the same', () => {
    expect(lookup.platformAt('https://one.example/')?.site.platform).toBe('one');
    for (const address of ['https://else.example/ida', 'https://help.one.example/', 'no address'])
      expect(lookup.platformAt(address), address).toBeNull();
  });

  test('a reader that throws has read nothing', () => {
    const broken = () => {
      throw new Error('broken');
    };
    expect(quiet(broken, 'nothing')()).toBe('nothing');
    expect(quiet((a: number, b: number) => a + b, 0)(1, 2)).toBe(3);
    const reader = {
      ...platform('one', 'install', 'one.example'),
      inlineTexts: broken,
      readDocument: broken,
      anchor: broken,
    };
    const found = lookupIn([reader as unknown as PagePlatform]).placeAt('https://one.example/ida')?.platform;
    const document = documentOf('<p>', 'https://one.example/ida');
    expect(found?.inlineTexts(document)).toEqual([]);
    expect(found?.readDocument(document, {} as never)).toEqual([]);
    expect(found?.anchor(document, {} as never)).toBeNull();
  });
});

test('an answer is listed by its host or one below, and by its path without the query', () => {
  const lists = [
    { hosts: ['one.example'], paths: ['/api/', '/graph'] },
    { hosts: 'any' as const, paths: ['/v1/'] },
  ];
  const listed = (address: string) => isListed(address, lists);
  expect(['https://one.example/api/x', 'https://a.one.example/graph', 'https://else.example/v1/x'].map(listed)).toEqual(
    [true, true, true],
  );
  for (const address of [
    'https://one.example/v1/x',
    'https://one.example/x?/api/',
    'https://noone.example/api/',
    'https://else.example/api/',
    'no address',
  ])
    expect(listed(address), address).toBe(false);
});

test("Meta's scripts that tell something, with their names", () => {
  const html = `<script type="application/json" id="a">{"user":1}</script><script type="application/json">{"user":2}</script>
    <script type="application/json">{"other":3}</script><script type="application/json" src="/x">{"user":4}</script>
    <script>user = 5</script>`;
  const document = documentOf(`<!DOCTYPE html><body>${html}</body>`, 'https://one.example/ida');
  expect(metaScripts(document, /user/)).toEqual([
    { via: 'inline', url: 'https://one.example/ida', name: 'a', text: '{"user":1}' },
    { via: 'inline', url: 'https://one.example/ida', name: 'data-sjs', text: '{"user":2}' },
  ]);
  expect(metaScripts(document, /user/, 'script:not([type])').map(({ text }) => text)).toEqual(['user = 5']);
});
