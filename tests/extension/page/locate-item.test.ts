// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type Item, locateItems } from '../../../extension/page/locate-item';

const happy = window as never as { happyDOM: { setURL(url: string): void } };

/** Elements have the size that their `data-box` says, 100 × 100 without one. */
beforeEach(() => {
  Element.prototype.getBoundingClientRect = function () {
    const [width = 100, height = 100] = (this.getAttribute('data-box') ?? '').split(' ').filter(Boolean).map(Number);
    return { left: 0, top: 0, right: width, bottom: height, x: 0, y: 0, width, height, toJSON: () => ({}) };
  };
  Object.assign(window, { innerWidth: 1000, innerHeight: 1000 });
});

/** Builds the page from nested [tag, attributes, …children]; texts are strings. */
type Tree = string | [tag: string, attributes: Record<string, string>, ...children: Tree[]];
function build(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(build));
  return element;
}
function show(url: string, ...trees: Tree[]): void {
  happy.happyDOM.setURL(url);
  document.body.replaceChildren(...trees.map(build));
}
const find = (...items: Item[]) => locateItems(document, items).map((element) => element?.id ?? null);
const post = (id: string): Item => ({ kind: 'post', id });

describe('posts on the page', () => {
  it('are the grid’s tiles, found by the whole id', () => {
    show('https://www.instagram.com/name/', [
      'main',
      {},
      [
        'div',
        { id: 'row' },
        ['div', { id: 'a' }, ['a', { href: '/name/p/AbC/' }]],
        ['div', { id: 'b' }, ['a', { href: '/name/reel/AbCd/' }]],
        ['div', { id: 'c' }, ['a', { href: '/p/abc/' }]],
      ],
    ]);
    expect(find(post('AbC'), post('AbCd'), post('abc'), post('Ab'), post('p'))).toEqual(['a', 'b', 'c', null, null]);
  });

  it('are found by every platform’s kind of address', () => {
    for (const [url, href] of [
      ['https://www.tiktok.com/@name', 'https://www.tiktok.com/@name/video/Z1'],
      ['https://www.tiktok.com/@name', '/@name/photo/Z1'],
      ['https://www.youtube.com/@name', '/watch?v=Z1&pp=abc'],
      ['https://www.youtube.com/@name', '/shorts/Z1'],
      ['https://x.com/name', '/name/status/Z1'],
      ['https://x.com/name', '/name/status/Z1/photo/1'],
      ['https://bsky.app/profile/name', '/profile/name/post/Z1'],
    ] as const) {
      show(url, [
        'main',
        {},
        ['div', { id: 'tile' }, ['a', { href }]],
        ['div', {}, ['a', { href: href.replace('Z1', 'Z2') }]],
      ]);
      expect([href, ...find(post('Z1'))]).toEqual([href, 'tile']);
    }
  });

  it('are whole articles where the page has them, whatever they quote', () => {
    show('https://x.com/name', [
      'div',
      {},
      [
        'article',
        { id: 'one' },
        ['div', { id: 'head' }, ['a', { href: '/name/status/1' }], ['a', { href: '/name' }]],
        ['p', {}, 'text'],
      ],
      [
        'article',
        { id: 'two' },
        ['div', { id: 'head2' }, ['a', { href: '/name/status/2' }]],
        ['div', {}, ['a', { href: '/other/status/9' }]],
      ],
    ]);
    expect(find(post('1'), post('2'))).toEqual(['one', 'head2']);
  });

  it('are not what lies on another host, is hidden, or is the whole page', () => {
    show(
      'https://x.com/name',
      ['div', {}, ['a', { href: 'https://evil.example/name/status/1' }]],
      ['div', {}, ['a', { href: '/name/status/2', 'data-box': '0 0' }]],
      ['div', { id: 'page', 'data-box': '1000 900' }, ['div', { id: 'part' }, ['a', { href: '/name/status/3' }]]],
    );
    expect(find(post('1'), post('2'), post('3'))).toEqual([null, null, 'part']);
  });

  it('with an id full of selectors and markup are simply not there', () => {
    show('https://x.com/name', ['a', { href: '/name/status/1' }]);
    expect(find(post('"] *'), post('*'), post('__proto__'), post('constructor'), post('x'.repeat(5000)))).toEqual(
      Array(5).fill(null),
    );
  });
});

describe('comments and people', () => {
  const comment = (id: string): Item => ({ kind: 'comment', id });

  it('are found by the comment’s id in a link', () => {
    show('https://www.youtube.com/watch?v=V', [
      'div',
      {},
      ['div', { id: 'c1' }, ['a', { href: '/watch?v=V&lc=Ug1' }], ['a', { href: '/@ann' }]],
      ['div', { id: 'c2' }, ['a', { href: '/watch?v=V&lc=Ug2' }]],
    ]);
    expect(find(comment('Ug1'), comment('Ug2'), comment('Ug3'))).toEqual(['c1', 'c2', null]);
    show('https://www.instagram.com/p/A/', [
      'ul',
      {},
      ['li', { id: 'i' }, ['a', { href: '/p/A/c/77/' }]],
      ['li', {}, ['a', { href: '/p/A/c/78/' }]],
    ]);
    expect(find(comment('77'))).toEqual(['i']);
  });

  it('are replies on X, which are posts of their own', () => {
    show('https://x.com/name/status/1', [
      'div',
      {},
      ['article', { id: 'r' }, ['a', { href: '/ann/status/5' }]],
      ['article', {}, ['a', { href: '/bo/status/6' }]],
    ]);
    expect(find(comment('5'))).toEqual(['r']);
  });

  it('are found by author and first words where no link names them', () => {
    show('https://www.tiktok.com/@name/video/1', [
      'div',
      {},
      ['div', { id: 'other' }, ['a', { href: '/@ann' }, 'Ann'], ['p', {}, 'something else']],
      ['div', { id: 'this' }, ['span', {}, ['a', { href: '/@Ann' }, 'Ann']], ['p', {}, 'love  this\n🔥🔥 so much']],
    ]);
    const traces = [{ id: 't', author: 'ann', text: 'love this 🔥🔥' }];
    expect(locateItems(document, [comment('t'), comment('u')], traces).map((element) => element?.id)).toEqual([
      'this',
      undefined,
    ]);
    expect(locateItems(document, [comment('t')], [{ id: 't', author: 'bo', text: 'love this' }])).toEqual([null]);
    expect(locateItems(document, [comment('t')], [{ id: 't', author: 'ann', text: '' }])).toEqual([null]);
  });

  it('are people by their profile link, without case', () => {
    show('https://www.instagram.com/name/', [
      'ul',
      {},
      ['li', { id: 'p' }, ['a', { href: '/Ann.B/' }]],
      ['li', {}, ['a', { href: '/bo/' }]],
    ]);
    expect(find({ kind: 'person', id: 'ann.b' }, { kind: 'person', id: 'ann' })).toEqual(['p', null]);
  });

  it('ask the platform’s own way first', () => {
    show('https://x.com/name', ['div', { id: 'own' }]);
    expect(
      locateItems(document, [post('1')], [], () => document.getElementById('own')).map((element) => element?.id),
    ).toEqual(['own']);
  });
});
