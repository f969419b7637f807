/** The replay's parts without a browser: which entry answers, what is served, who is said to have asked. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { connect as tlsConnect } from 'node:tls';
import { attribute, type Case, Mentions, type Sighting } from './replay/evidence.ts';
import { type HarEntry, HarError, headersOf, parseHar, Recording, sameBody, visitsOf } from './replay/har.ts';
import { type Arrival, makeIdentity, ReplayProxy } from './replay/proxy.ts';

const PAGE = 'https://www.example.org/profile';

function entry(
  method: string,
  url: string,
  text: string,
  more: Partial<HarEntry['response']> & { post?: string; pageref?: string } = {},
): HarEntry {
  const { post, pageref, ...response } = more;
  return {
    ...(pageref ? { pageref } : {}),
    request: { method, url, ...(post === undefined ? {} : { postData: { text: post } }) },
    response: { status: 200, headers: [{ name: 'Content-Type', value: 'text/html' }], content: { text }, ...response },
  };
}

const visit = (...entries: HarEntry[]) => ({ url: PAGE, now: '2026-01-01T00:00:00Z', entries });
const answered = (recording: Recording, method: string, url: string, body = '') =>
  recording.answer(method, url, body)?.entry.response.content?.text;

test('several entries for one address answer in order, the last repeats', () => {
  const recording = new Recording([visit(entry('GET', PAGE, 'one'), entry('GET', PAGE, 'two'))]);
  assert.deepEqual(
    [1, 2, 3, 4].map(() => answered(recording, 'GET', PAGE)),
    ['one', 'two', 'two', 'two'],
  );
});

test('method, address with its query, and body must fit', () => {
  const api = 'https://www.example.org/api?a=1';
  const recording = new Recording([
    visit(entry('POST', api, 'x', { post: '{"a":1,"b":[2]}' }), entry('POST', api, 'y', { post: 'a=2' })),
  ]);
  assert.equal(answered(recording, 'POST', api, '{ "b": [2], "a": 1 }'), 'x');
  assert.equal(answered(recording, 'POST', api, 'a=2'), 'y');
  assert.equal(answered(recording, 'POST', api, 'a=3'), undefined);
  assert.equal(answered(recording, 'GET', api, ''), undefined);
  assert.equal(answered(recording, 'POST', 'https://www.example.org/api?a=2', 'a=2'), undefined);
});

test('an entry without a body fits any body; one with the same body comes first', () => {
  const recording = new Recording([visit(entry('POST', PAGE, 'any'), entry('POST', PAGE, 'exact', { post: 'a=1' }))]);
  assert.equal(answered(recording, 'POST', PAGE, 'a=1'), 'exact');
  assert.equal(answered(recording, 'POST', PAGE, 'a=2'), 'any');
});

test('a fragment is no part of the address', () => {
  const recording = new Recording([visit(entry('GET', `${PAGE}#top`, 'one'))]);
  assert.equal(answered(recording, 'GET', PAGE), 'one');
});

test('each visit has its own answers first', () => {
  const recording = new Recording([visit(entry('GET', PAGE, 'old')), visit(entry('GET', PAGE, 'new'))]);
  recording.open(0);
  assert.deepEqual([answered(recording, 'GET', PAGE), answered(recording, 'GET', PAGE)], ['old', 'old']);
  recording.open(1);
  assert.equal(answered(recording, 'GET', PAGE), 'new');
});

test('bodies are the same as texts or as JSON values, and in no other way', () => {
  assert.ok(sameBody('[1,{"a":null}]', '[1, {"a": null}]'));
  assert.ok(!sameBody('[1,2]', '[2,1]'));
  assert.ok(!sameBody('a=1&b=2', 'b=2&a=1'));
  assert.ok(!sameBody('not json', 'not  json'));
});

test('headers are as recorded without those of the transfer; joined ones are taken apart', () => {
  const headers = headersOf(
    entry('GET', PAGE, '', {
      headers: [
        ':status',
        'Content-Encoding',
        'content-length',
        'Transfer-Encoding',
        'Connection',
        'Content-Security-Policy',
        'Set-Cookie',
      ].map((name) => ({ name, value: name === 'Set-Cookie' ? 'a=1\nb=2' : 'v' })),
    }),
  );
  assert.deepEqual(headers, ['Content-Security-Policy', 'v', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']);
});

test('pages open in order, at their own time, by their own document', () => {
  const pages = [
    { id: 'a', startedDateTime: '2026-01-01T01:00:00+01:00' },
    { id: 'b', startedDateTime: '2026-02-01T00:00:00Z' },
  ];
  const entries = [
    entry('GET', 'https://www.example.org/pixel', '', {
      pageref: 'a',
      headers: [],
      content: { mimeType: 'image/png' },
    }),
    entry('GET', PAGE, '', { pageref: 'a' }),
    entry('GET', 'https://www.example.org/other', '', { pageref: 'b' }),
  ];
  const visits = visitsOf({ log: { pages, entries } }, 'x.har');
  assert.deepEqual(
    visits.map(({ url, now }) => [url, now]),
    [
      [PAGE, '2026-01-01T00:00:00.000Z'],
      ['https://www.example.org/other', '2026-02-01T00:00:00Z'],
    ],
  );
});

test('what is no HAR is refused with a sentence', () => {
  for (const text of ['', '{', '[]', '{"log":{}}', '{"log":{"entries":[{}]}}'])
    assert.throws(() => parseHar(text, 'x.har'), HarError);
  assert.throws(() => visitsOf(parseHar('{"log":{"entries":[]}}', 'x.har'), 'x.har'), HarError);
});

function through(
  port: number,
  url: string,
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const { host, hostname, pathname } = new URL(url);
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`),
    );
    socket.once('error', reject);
    socket.once('data', () => {
      const secure = tlsConnect({ socket, servername: hostname, rejectUnauthorized: false }, () => {
        request({ host: hostname, path: pathname, createConnection: () => secure }, (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
            secure.end();
          });
        }).end();
      });
    });
  });
}

test('the proxy answers from the recording alone and writes down what arrives', async () => {
  const proxy = new ReplayProxy(makeIdentity());
  const port = await proxy.listen();
  try {
    proxy.recording = new Recording([
      visit(
        entry('GET', PAGE, 'aGVsbG8=', {
          content: { text: 'aGVsbG8=', encoding: 'base64', mimeType: 'text/plain' },
          headers: [
            { name: 'content-encoding', value: 'br' },
            { name: 'content-security-policy', value: "default-src 'none'" },
          ],
        }),
        entry('GET', 'https://www.example.org/moved', '', { status: 302, redirectURL: '/profile', headers: [] }),
      ),
    ]);
    const first = await through(port, PAGE);
    assert.deepEqual(
      [first.status, first.text, first.headers['content-encoding'], first.headers['content-security-policy']],
      [200, 'hello', undefined, "default-src 'none'"],
    );
    const moved = await through(port, 'https://www.example.org/moved');
    assert.deepEqual([moved.status, moved.headers.location], [302, '/profile']);
    assert.equal((await through(port, 'https://elsewhere.example/x')).status, 404);
    assert.deepEqual(
      proxy.arrivals.map(({ url, method, status, recorded }) => [url, method, status, recorded]),
      [
        [PAGE, 'GET', 200, 'har'],
        ['https://www.example.org/moved', 'GET', 302, 'har'],
        ['https://elsewhere.example/x', 'GET', 404, 'none'],
      ],
    );
  } finally {
    await proxy.close();
  }
});

const arrival = (url: string, recorded: Arrival['recorded'] = 'none', method = 'GET'): Arrival => ({
  url,
  method,
  headers: [],
  status: recorded === 'none' ? 404 : 200,
  body: '',
  at: 0,
  recorded,
});
const sighting = (url: string, by: Sighting['by'], more: Partial<Sighting> = {}): Sighting => ({
  url,
  method: 'GET',
  by,
  ...more,
});
const known = (part: Partial<Case>): Case => ({
  arrivals: [],
  sightings: [],
  opened: [PAGE],
  texts: [],
  addresses: [PAGE, 'https://beacon.example/'],
  ownTraffic: [],
  ...part,
});
const initiators = (part: Partial<Case>) => attribute(known(part)).lines.map(({ initiator }) => initiator);

test("what nothing explains counts as the extension's", () => {
  const url = 'https://beacon.example/x';
  assert.deepEqual(initiators({ arrivals: [arrival(url)], control: [] }), ['extension']);
  assert.equal(attribute(known({ arrivals: [arrival(url)] })).open, 1, 'a control run is asked for');
  const unknown = [sighting(url, 'unknown')];
  assert.deepEqual(initiators({ arrivals: [arrival(url)], sightings: unknown, control: [{ method: 'GET', url }] }), [
    'page',
  ]);
  assert.deepEqual(
    initiators({ arrivals: [arrival(url)], control: [{ method: 'GET', url }] }),
    ['browser'],
    'no tab and no worker asked',
  );
  assert.deepEqual(initiators({ arrivals: [arrival(url)], control: [{ method: 'POST', url }] }), ['extension']);
  assert.deepEqual(initiators({ arrivals: [arrival(url)], texts: [`<img src="${url}">`] }), ['page']);
  assert.deepEqual(initiators({ arrivals: [arrival(url)], texts: [`<img src="${url}/y">`], control: [] }), [
    'extension',
  ]);
  assert.deepEqual(initiators({ arrivals: [arrival(url)], sightings: [sighting(url, 'page')] }), ['page']);
});

test("the extension's own call is its own, even where the HAR holds the address", () => {
  const url = 'https://www.example.org/api';
  assert.deepEqual(initiators({ arrivals: [arrival(url, 'har')], sightings: [sighting(url, 'extension')] }), [
    'extension',
  ]);
  assert.deepEqual(initiators({ arrivals: [arrival(url, 'har')], sightings: [sighting(url, 'through')] }), ['page']);
});

test('a second request through the observer is noticed where the page asks once', () => {
  const url = 'https://www.example.org/api';
  const twice = {
    arrivals: [arrival(url, 'har'), arrival(url, 'again')],
    sightings: [sighting(url, 'through'), sighting(url, 'through')],
  };
  assert.deepEqual(initiators({ ...twice, control: [{ method: 'GET', url }] }), ['page', 'extension']);
  assert.deepEqual(
    initiators({
      ...twice,
      control: [
        { method: 'GET', url },
        { method: 'GET', url },
      ],
    }),
    ['page', 'page'],
  );
});

test("an address with the time in it is the page's where its like came without the extension", () => {
  const asked = {
    arrivals: [arrival('https://www.example.org/log?t=2&u=1')],
    control: [{ method: 'GET', url: 'https://www.example.org/log?t=1&u=1' }],
  };
  assert.deepEqual(initiators({ ...asked, sightings: [sighting('https://www.example.org/log?t=2&u=1', 'through')] }), [
    'page',
  ]);
  assert.deepEqual(initiators(asked), ['extension'], 'only where the page called');
});

test("the browser's own traffic is an exact list, and never what a tab or a worker asked for", () => {
  const url = 'https://update.example/check?x=1';
  const ownTraffic = [{ method: 'GET', host: 'update.example', path: '/check' }];
  assert.deepEqual(initiators({ arrivals: [arrival(url)], ownTraffic }), ['browser']);
  assert.deepEqual(
    initiators({ arrivals: [arrival(url)], ownTraffic, sightings: [sighting(url, 'unknown')], control: [] }),
    ['extension'],
  );
  assert.deepEqual(initiators({ arrivals: [arrival('https://update.example/checked')], ownTraffic, control: [] }), [
    'extension',
  ]);
});

test("a try that a policy stopped is listed with status 0 when it was the extension's", () => {
  const url = 'https://beacon.example/x';
  const { lines } = attribute(
    known({
      sightings: [
        sighting(url, 'extension', { blocked: true }),
        sighting('https://ad.example/', 'unknown', { blocked: true }),
      ],
      control: [{ method: 'GET', url: 'https://ad.example/' }],
    }),
  );
  assert.deepEqual(lines, [{ url, method: 'GET', status: 0, initiator: 'extension' }]);
});

test('a connection that asked for nothing still tells its host', () => {
  assert.deepEqual(initiators({ arrivals: [arrival('https://beacon.example/', 'none', 'CONNECT')], control: [] }), [
    'extension',
  ]);
  assert.deepEqual(
    initiators({ arrivals: [arrival(PAGE, 'har'), arrival('https://www.example.org/', 'none', 'CONNECT')] }),
    ['page'],
  );
});

test('an address counts as named only as a whole', () => {
  const mentions = new Mentions(
    [
      '<a href="/p/1?x=1&amp;y=2">',
      '{"u":"https:\\/\\/cdn.example\\/a.js"}',
      '<i style="background:url(&quot;//img.example/b.png&quot;)">',
      '{"content":1,"a":"b"}',
    ],
    ['https://www.example.org/'],
  );
  assert.ok(mentions.has('https://www.example.org/p/1?x=1&y=2'));
  assert.ok(mentions.has('https://cdn.example/a.js'));
  assert.ok(mentions.has('https://img.example/b.png'));
  assert.ok(!mentions.has('https://www.example.org/p/1?x=1'));
  assert.ok(!mentions.has('https://www.example.org/p'));
  assert.ok(!mentions.has('https://cdn.example/'));
  assert.ok(!mentions.has('https://www.example.org/content'), 'a bare word is no address');
  assert.ok(!mentions.has('https://beacon.example/p/1?x=1&y=2'), 'a path means the recorded hosts alone');
});

test('an address is named by its place beside, below or above the page or style sheet that names it', () => {
  const saved = 'https://www.example.org/saved/pages/one.html';
  const mentions = new Mentions(
    ['<img src="one_files/face.png"><img src="../logo.png"><img src="./near.png?v=2">', 'a{background:url(dot.gif)}'],
    [saved, 'https://cdn.example/css/all/main.css'],
  );
  for (const named of [
    'https://www.example.org/saved/pages/one_files/face.png',
    'https://www.example.org/saved/logo.png',
    'https://www.example.org/saved/pages/near.png?v=2',
    'https://cdn.example/css/all/dot.gif',
  ])
    assert.ok(mentions.has(named), named);
  for (const other of [
    'https://www.example.org/other/one_files/face.png',
    'https://www.example.org/saved/pages/near.png',
    'https://beacon.example/css/all/dot.gif',
    'https://cdn.example/js/dot.gif',
  ])
    assert.ok(!mentions.has(other), other);
  const url = 'https://www.example.org/saved/pages/one_files/face.png';
  const asked = { arrivals: [arrival(url)], addresses: [saved], control: [] };
  const texts = ['<img src="one_files/face.png">'];
  assert.deepEqual(initiators({ ...asked, texts, sightings: [sighting(url, 'unknown')] }), ['page']);
  assert.deepEqual(initiators({ ...asked, texts, sightings: [sighting(url, 'extension')] }), ['extension']);
  assert.deepEqual(initiators({ ...asked, sightings: [sighting(url, 'unknown')] }), ['extension']);
});
