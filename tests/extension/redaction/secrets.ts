/** Secrets of a person who looks at a page logged in: what they are, and where pages put them. All are invented, by chance. */
import type { Random } from '../../../extension/redaction/pseudonyms';
import type { CapturedPage } from '../pages/capture';

export interface Secret {
  kind: string;
  /** As it is planted. */
  text: string;
  /** What must not stand in the file, in lower case: the whole, or each part that would tell as much. */
  traces: readonly string[];
  /** It can be told from other words by its form: it may stand in what somebody has written. */
  formed: boolean;
}

/** Chance of another kind than the pseudonyms' of the tests: two that are alike would make the same digits. */
export function scattered(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;
const letters = (count: number, random: Random, from = 'abcdefghijklmnopqrstuvwxyz') =>
  Array.from({ length: count }, () => pick([...from], random)).join('');
const digits = (count: number, random: Random) => `${1 + random(9)}${letters(count - 1, random, '0123456789')}`;
const MIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const mixed = (count: number, random: Random) =>
  `${letters(count - 2, random, MIXED)}${pick(['7q', 'Z4', '9x'], random)}`;
const syllables = 'zor vex qui mav dru fyl gwe jax lun pyr tov wyn kri bal neth oza'.split(' ');
const word = (random: Random) =>
  `${pick(syllables, random)}${pick(syllables, random)}${pick(syllables, random)}${letters(2, random)}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

type Made = readonly [text: string, traces?: readonly string[]];
/** A generator for each kind; those of `formed` are told by their form alone. */
const made: Readonly<Record<string, (random: Random) => Made>> = {
  'e-mail': (random) => {
    const [name, host] = [word(random), word(random)];
    return [`${name}.${word(random)}@${host}.example`, [name, host]];
  },
  'e-mail with a sign': (random) => {
    const name = word(random);
    return [`${name}+${word(random)}@mail.example`, [name]];
  },
  'e-mail spelt out': (random) => {
    const [name, host] = [word(random), word(random)];
    return [`${name} [at] ${host} [dot] com`, [name, host]];
  },
  'telephone, abroad': (random) => {
    const [a, b] = [digits(3, random), digits(7, random)];
    return [`+49 ${a} ${b}`, [b, `${a} ${b}`]];
  },
  'telephone, at home': (random) => {
    const parts = [digits(3, random), digits(3, random), digits(4, random)] as const;
    return [`(${parts[0]}) ${parts[1]}-${parts[2]}`, [`${parts[1]}-${parts[2]}`]];
  },
  'telephone in digits': (random) => [`49170${digits(8, random)}`],
  'handle with a sign': (random) => [`${word(random)}_${word(random)}${random(90)}`],
  'handle with a point': (random) => [`${word(random)}.${word(random)}`],
  'mentioned handle': (random) => {
    const name = word(random);
    return [`@${name}`, [name]];
  },
  name: (random) => {
    const [first, last] = [word(random), word(random)];
    return [`${capital(first)} ${capital(last)}`, [first, last]];
  },
  'name of three words': (random) => {
    const names = [word(random), word(random), word(random)];
    return [names.map(capital).join(' '), names];
  },
  'number of an account': (random) => [digits(10 + random(8), random)],
  'web token': (random) => {
    const [body, sign] = [base64({ sub: mixed(12, random), at: random(1e9) }), mixed(32, random)];
    return [`eyJhbGciOiJIUzI1NiJ9.${body}.${sign}`, [body.slice(0, 24), sign]];
  },
  bearer: (random) => {
    const token = mixed(28, random);
    return [`Bearer ${token}`, [token]];
  },
  'cookie line': (random) => {
    const [a, b] = [mixed(20, random), digits(11, random)];
    return [`sid=${a}; uid=${b}; path=/`, [a, b]];
  },
  'hexadecimal token': (random) => [letters(32, random, '0123456789abcdef')],
  'base64 token': (random) => {
    const token = mixed(40, random);
    return [`${token}==`, [token]];
  },
  'token with a prefix': (random) => [`${pick(['csrf', 'sess', 'AT', 'pk_live'], random)}-${mixed(16, random)}`],
  uuid: (random) => [[8, 4, 4, 4, 12].map((length) => letters(length, random, '0123456789abcdef')).join('-')],
  'address with a token': (random) => {
    const token = mixed(24, random);
    return [`https://${word(random)}.example/confirm/${token}?access_token=${token}&next=home`, [token]];
  },
  'network address': (random) => [`${10 + random(200)}.${random(250)}.${100 + random(150)}.${100 + random(150)}`],
  'network address, long': (random) => [
    Array.from({ length: 8 }, () => `${letters(1, random, 'abcdef')}${letters(3, random, '0123456789abcdef')}`).join(
      ':',
    ),
  ],
  browser: (random) => {
    const version = `${100 + random(99)}.0.${1000 + random(9000)}.${10 + random(90)}`;
    return [
      `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`,
      [version],
    ];
  },
  'place on the map': (random) => {
    const [a, b] = [`${10 + random(70)}.${digits(6, random)}`, `${10 + random(70)}.${digits(6, random)}`];
    return [`${a}, ${b}`, [a, b]];
  },
  'place of living': (random) => {
    const street = `${capital(word(random))}straße`;
    return [`${street} ${1 + random(99)}, ${digits(5, random)} ${capital(word(random))}`, [street]];
  },
};
export const KINDS = Object.keys(made);
/** Words of a letter or a search have no form of their own; they stand in parts of the page that are nobody's post. */
const PROSE: Readonly<Record<string, (random: Random) => Made>> = {
  'words of a letter': (random) => {
    const words = Array.from({ length: 5 }, () => word(random));
    return [words.join(' '), words];
  },
  'words of a search': (random) => {
    const words = [word(random), word(random)];
    return [words.join(' '), words];
  },
};
export const UNFORMED = Object.keys(PROSE);

export function secretOf(kind: string, random: Random): Secret {
  const make = made[kind] ?? PROSE[kind];
  if (!make) throw new Error(`there is no kind ${kind}`);
  const [text, traces = [text]] = make(random);
  return { kind, text, traces: traces.map((trace) => trace.toLowerCase()), formed: kind in made };
}

type JsonNode = { [key: string]: unknown };
interface Bed {
  page: CapturedPage;
  random: Random;
  /** Texts that readers take from the page as it is. */
  taken: { comments: readonly string[]; captions: readonly string[] };
}

/** All objects of a document. */
function objectsIn(root: unknown): JsonNode[] {
  if (Array.isArray(root)) return root.flatMap(objectsIn);
  if (typeof root !== 'object' || root === null) return [];
  return [root as JsonNode, ...Object.values(root).flatMap(objectsIn)];
}

/** Changes an object somewhere in an answer; false where the page has none. */
function inAnswer({ page, random }: Bed, change: (node: JsonNode) => void): boolean {
  const answers = (page.responses ?? []).flatMap((answer) => {
    try {
      return [{ answer, body: JSON.parse(answer.body) as unknown }];
    } catch {
      return [];
    }
  });
  if (answers.length === 0) return false;
  const { answer, body } = pick(answers, random);
  const objects = objectsIn(body);
  if (objects.length === 0) return false;
  change(pick(objects, random));
  answer.body = JSON.stringify(body);
  return true;
}

/** Puts HTML somewhere into the body, or the head. */
function inDocument({ page, random }: Bed, html: string, where: 'body' | 'head' = 'body'): boolean {
  const text =
    page.html ?? '<!DOCTYPE html><html lang="en"><head></head><body><main><header></header></main></body></html>';
  const ends = [...text.matchAll(where === 'head' ? /<\/head>/g : /<\/(?:div|section|main|header|article|body)>/g)].map(
    ({ index }) => index,
  );
  if (ends.length === 0) return false;
  const at = pick(ends, random);
  page.html = text.slice(0, at) + html + text.slice(at);
  return true;
}

/** Adds to a text that somebody has written, everywhere. */
function inWords({ page, random, taken }: Bed, list: 'comments' | 'captions', secret: string): boolean {
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const places = (page.responses ?? []).flatMap((answer) =>
    taken[list]
      .filter((text) => text.length > 3 && answer.body.includes(`"${quoted(text)}"`))
      .map((text) => ({ answer, text })),
  );
  if (places.length === 0) return false;
  const { answer, text } = pick(places, random);
  answer.body = answer.body.replaceAll(`"${quoted(text)}"`, () => `"${quoted(text)} ${quoted(secret)}"`);
  return true;
}

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const KNOWN_KEYS = [
  'username',
  'full_name',
  'name',
  'id',
  'text',
  'title',
  'url',
  'description',
  'content',
  'author',
  'screen_name',
  'handle',
  'label',
  'value',
];
const UNKNOWN_KEYS = [
  'csrf',
  'actorSignature',
  'x1',
  'requestContext',
  'lsd',
  'sig',
  'e',
  'ct0',
  'fb_dtsg',
  'contactPoint',
  'geo',
  'ua',
];

type Plant = (bed: Bed, secret: string) => boolean;
const answer =
  (change: (node: JsonNode, secret: string, random: Random) => void): Plant =>
  (bed, secret) =>
    inAnswer(bed, (node) => change(node, secret, bed.random));
const html =
  (write: (secret: string, random: Random) => string, where: 'body' | 'head' = 'body'): Plant =>
  (bed, secret) =>
    inDocument(bed, write(secret, bed.random), where);

/** Where a secret is planted. @returns of each: false where the page has no such place */
export const PLACES: Readonly<Record<string, Plant>> = {
  'answer: key of nobody': answer((node, secret, random) => (node[pick(UNKNOWN_KEYS, random)] = secret)),
  'answer: key of nobody, deep': answer(
    (node, secret, random) => (node[pick(UNKNOWN_KEYS, random)] = { a: [{ b: { c: secret } }] }),
  ),
  'answer: known keys in another part': answer((node, secret, random) => {
    node['suggested_part'] = { [pick(KNOWN_KEYS, random)]: secret, [pick(KNOWN_KEYS, random)]: secret };
  }),
  'answer: list under a key of nobody': answer(
    (node, secret, random) => (node[pick(UNKNOWN_KEYS, random)] = ['a', secret]),
  ),
  'answer: list under a known key': answer((node, secret) => (node['zz_part'] = { text: [secret], urls: [secret] })),
  'answer: JSON in a text': answer(
    (node, secret) => (node['zz_payload'] = { text: JSON.stringify({ viewer: { username: secret }, token: secret }) }),
  ),
  'answer: name of a key': answer((node, secret) => (node['zz_table'] = { [secret]: { name: 'a', text: 'b' } })),
  'answer: query of an address': answer(
    (node, secret) =>
      (node['zz_next'] = { url: `https://www.example.com/graphql?token=${encodeURIComponent(secret)}` }),
  ),
  'answer: path of an address': answer(
    (node, secret) => (node['zz_link'] = { url: `https://www.example.com/u/${encodeURIComponent(secret)}/photo.jpg` }),
  ),
  'answer: end of an address': answer(
    (node, secret) => (node['zz_back'] = { url: `https://www.example.com/back#${encodeURIComponent(secret)}` }),
  ),
  'answer: viewer': answer(
    (node, secret, random) =>
      (node[pick(['viewer', 'me', 'current_user', 'loggedInUser', 'viewer_info'], random)] = {
        username: secret,
        name: secret,
        id: secret,
      }),
  ),
  'answer: app context': answer(
    (node, secret) => (node['app-context'] = { user: { uniqueId: secret, nickName: secret }, region: 'XX' }),
  ),
  'answer: letters': answer(
    (node, secret, random) =>
      (node[pick(['inbox', 'direct_threads', 'notifications', 'recent_searches'], random)] = [
        { text: secret, username: secret },
      ]),
  ),
  'answer: session': answer(
    (node, secret) => (node['session'] = { user: { screen_name: secret }, session_id: secret }),
  ),
  'answer: followed by': answer(
    (node, secret) =>
      (node['zz_social'] = { text: `Followed by ${secret} and 3 others`, profile_context: `Followed by ${secret}` }),
  ),
  'answer: common friends': answer(
    (node, secret) => (node['mutual_followers'] = { edges: [{ node: { username: secret, full_name: secret } }] }),
  ),
  'answer: pair': answer((node, secret) => (node['zz_params'] = [{ key: 'visitor_data', value: secret }])),
  'answer: number': answer(
    (node, secret, random) =>
      (node[pick(['contact', 'viewer_pk', 'owner_fbid'], random)] = /^\d{1,15}$/.test(secret)
        ? Number(secret)
        : secret),
  ),
  'answer: known key, odd value': answer(
    (node, secret, random) =>
      (node['zz_state'] = {
        lang: secret,
        state: secret,
        type: secret,
        [pick(['status', 'style', 'country'], random)]: secret,
      }),
  ),
  'answer: query of its address': (bed, secret) => {
    const { responses = [] } = bed.page;
    const listed = responses[0];
    if (!listed) return false;
    listed.url += `${listed.url.includes('?') ? '&' : '?'}__user=${encodeURIComponent(secret)}&lsd=${encodeURIComponent(secret)}`;
    return true;
  },
  'words of a comment': (bed, secret) => inWords(bed, 'comments', secret),
  'words of a post': (bed, secret) => inWords(bed, 'captions', secret),
  'page: navigation': html(
    (secret) =>
      `<nav><a href="/${encodeURIComponent(secret)}/" aria-label="${attribute(secret)}">${attribute(secret)}</a></nav>`,
  ),
  'page: beside log out': html((secret) => `<div><span>${attribute(secret)}</span><button>Log out</button></div>`),
  'page: any text': html((secret) => `<p>${attribute(secret)}</p>`),
  'page: sentence': html((secret) => `<div>Signed in as ${attribute(secret)} on this device</div>`),
  'page: followed by': html(
    (secret) =>
      `<div>Followed by <a href="/${encodeURIComponent(secret)}/">${attribute(secret)}</a> and 3 others</div>`,
  ),
  'page: title of an element': html((secret) => `<span title="${attribute(secret)}">x</span>`),
  'page: label': html((secret) => `<a role="link" aria-label="Profile of ${attribute(secret)}">x</a>`),
  'page: picture': html(
    (secret) =>
      `<img alt="${attribute(secret)}" src="https://pic.example/${encodeURIComponent(secret)}.jpg" srcset="https://pic.example/?${encodeURIComponent(secret)} 2x">`,
  ),
  'page: data of an element': html(
    (secret) =>
      `<div data-user="${attribute(secret)}" data-testid="${attribute(secret)}" data-store='{"u":"${encodeURIComponent(secret)}"}'></div>`,
  ),
  'page: own element': html(
    (secret) =>
      `<app-shell session="${attribute(secret)}" user-id="${attribute(secret)}" name="${attribute(secret)}"><app-${secret.toLowerCase().replace(/[^a-z0-9]/g, '') || 'x'}></app-shell>`,
  ),
  'page: id and class': html((secret) => `<div id="u_${attribute(secret)}" class="c-${attribute(secret)} x"></div>`),
  'page: link': html(
    (secret) =>
      `<a href="https://www.example.com/u/${encodeURIComponent(secret)}?s=${encodeURIComponent(secret)}#${encodeURIComponent(secret)}">x</a>`,
  ),
  'page: letter or call': html(
    (secret) =>
      `<a href="mailto:${attribute(secret)}">x</a><a href="tel:${attribute(secret)}">y</a><a href="javascript:go('${attribute(secret)}')">z</a>`,
  ),
  'page: form': html(
    (secret) =>
      `<form action="/s?t=${encodeURIComponent(secret)}"><input name="q" value="${attribute(secret)}" placeholder="${attribute(secret)}"><textarea aria-label="${attribute(secret)}">${attribute(secret)}</textarea><select><option value="${attribute(secret)}">${attribute(secret)}</option></select></form>`,
  ),
  'page: draft': html((secret) => `<div contenteditable="true">${attribute(secret)}</div>`),
  'page: remark': html((secret) => `<!-- ${secret.replace(/--/g, '')} -->`),
  'page: script': html(
    (secret) =>
      `<script>window.__state = ${JSON.stringify({ secret })}</script><script type="application/json">${JSON.stringify({ viewer: { username: secret }, csrf: secret })}</script>`,
  ),
  'page: linked data': html(
    (secret) =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'WebPage', name: secret, author: { '@type': 'Thing', name: secret, email: secret }, url: `https://e.example/?t=${encodeURIComponent(secret)}` })}</script>`,
  ),
  'page: hidden parts': html(
    (secret) =>
      `<template><p>${attribute(secret)}</p></template><noscript>${attribute(secret)}</noscript><style>.a::after{content:"${secret.replace(/["\\\n]/g, '')}"}</style><iframe src="https://f.example/${encodeURIComponent(secret)}"></iframe>`,
  ),
  'page: properties': html(
    (secret) =>
      `<div itemscope itemtype="https://schema.org/WebPage"><meta itemprop="email" content="${attribute(secret)}"><span itemprop="name">${attribute(secret)}</span></div>`,
  ),
  'head: unknown property': html(
    (secret) =>
      `<meta name="csrf-token" content="${attribute(secret)}"><meta http-equiv="x" content="${attribute(secret)}"><meta property="al:ios:url" content="app://user?u=${attribute(secret)}">`,
    'head',
  ),
  'head: title': html(
    (secret) =>
      `<title>(3) ${attribute(secret)}</title><link rel="alternate" href="/x?u=${encodeURIComponent(secret)}">`,
    'head',
  ),
  'address: query': (bed, secret) => {
    const url = new URL(bed.page.address);
    url.searchParams.append('igsh', secret);
    bed.page.address = url.href;
    return true;
  },
  'address: end': (bed, secret) => {
    bed.page.address = `${bed.page.address.split('#', 1)[0]}#${encodeURIComponent(secret)}`;
    return true;
  },
};

/** Whether a secret's trace stands in a file, plain or as part of an address. */
export function leaksOf(file: string, { traces }: Secret): string[] {
  const plain = file.toLowerCase();
  const forms = (trace: string) => [
    trace,
    encodeURIComponent(trace).toLowerCase(),
    trace.replace(/ /g, '+'),
    JSON.stringify(trace).slice(1, -1),
  ];
  return traces.filter((trace) => forms(trace).some((form) => plain.includes(form)));
}
