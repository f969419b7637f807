/** The recorder of "no request of ours" must itself be able to see one: beacons planted in the shipped package. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { figure } from '../threats/figure.ts';
import { sampleHar, samples } from './har/samples.ts';
import { BROWSERS, open, planted } from './harness.ts';
import type { BrowserName } from './replay/browser.ts';
import { visitsOf } from './replay/har.ts';

const send = (address: string) => `;fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).catch(() => {});`;

/** Ways to ask, from each of the three worlds; in the page's world also from within the page's own calls. */
const BEACONS = {
  pageWorld: `${send('https://one.beacon.example/page-world')}
    ;(() => { const inner = window.fetch; window.fetch = function (...given) { inner.call(window, '/wrapped-beacon').catch(() => {}); return Reflect.apply(inner, this, given); }; })();
    addEventListener('load', () => { new Image().src = '/page-world-image.png'; });`,
  content: `${send('https://two.beacon.example/content')}
    ;addEventListener('load', () => { const picture = document.createElement('img'); picture.src = '/content-image.png'; document.body.append(picture); });`,
  background: send('https://three.beacon.example/background'),
};

async function requestsOf(browser: BrowserName, extension: string, withoutPolicy: boolean) {
  const sample = samples.find(({ platform }) => platform === 'youtube');
  assert.ok(sample);
  const session = await open(browser, { extension });
  try {
    const har = sampleHar(sample);
    const headers = har.log.entries[0]?.response.headers ?? [];
    assert.equal(headers.at(-1)?.name, 'content-security-policy');
    if (withoutPolicy) headers.pop();
    return (await session.replay(visitsOf(har, sample.name))).requests;
  } finally {
    await session.close();
  }
}

describe('planted beacons', { concurrency: 2 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      const folders: string[] = [];
      after(() => {
        for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      });

      for (const withoutPolicy of [false, true]) {
        test(
          withoutPolicy
            ? 'T21: all arrive where no policy stops them, and count as ours'
            : 'T21: all are seen, though the policy stops some',
          async () => {
            const folder = planted(browser, { ...BEACONS, withoutPolicy });
            folders.push(folder);
            const requests = await requestsOf(browser, folder, withoutPolicy);
            const ours = requests
              .filter(({ initiator }) => initiator === 'extension')
              .map(({ url }) => new URL(url).pathname);
            const expected = [
              '/page-world',
              '/wrapped-beacon',
              '/page-world-image.png',
              '/content',
              '/content-image.png',
              '/background',
            ];
            assert.deepEqual([...new Set(ours)].sort(), expected.sort());
            if (withoutPolicy) {
              const arrived = requests.filter(
                ({ url, status }) => new URL(url).host.endsWith('.beacon.example') && status === 404,
              );
              const paths = arrived.map(({ url }) => new URL(url).pathname);
              assert.deepEqual(paths.sort(), ['/background', '/content', '/page-world']);
            }
            const pages = requests.filter(({ initiator }) => initiator === 'page').map(({ url }) => url);
            assert.ok(
              pages.includes('https://www.youtube.com/youtubei/v1/browse?prettyPrint=false'),
              "the page's own request counts as the page's",
            );
            const seen = `${new Set(ours).size} of ${expected.length}`;
            figure(
              'T21',
              `${browser}: planted requests that are seen${withoutPolicy ? ', without the policy' : ''}`,
              seen,
              'all',
            );
          },
        );
      }
    });
  }
});
