/** Finding nodes in a page's JSON: what is parsed, what a walk meets and in which order, what is somebody else's. */
import { describe, expect, test } from 'vitest';
import {
  booleanOf,
  childWith,
  endOfValue,
  find,
  get,
  has,
  isObject,
  type Json,
  type JsonObject,
  listsNothing,
  ownPart,
  parseDocuments,
  stringOf,
  TEXT_MAX,
  valueAfter,
  walk,
} from '../../../extension/reading/shape';

/** `depth` lists around one object. */
function nested(depth: number): Json {
  let value: Json = { a: 1 };
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** The `n` of each object that a walk meets, and what the walk says. */
function met(root: Json, answer: (n: Json | undefined) => 'skip' | 'stop' | undefined = () => undefined) {
  const order: (Json | undefined)[] = [];
  const whole = walk(root, (node) => {
    order.push(node['n']);
    return answer(node['n']);
  });
  return { order, whole };
}

describe('documents of a text', () => {
  test.each([
    ['{"a":1}', [{ a: 1 }]],
    ['[1]', [[1]]],
    ['null', [null]],
    ['5', []],
    ['"text"', []],
    ['', []],
    ['no JSON', []],
    ['for (;;);{"a":1}', [{ a: 1 }]],
    ['for(;;);{"a":1}', [{ a: 1 }]],
    ['while(1);{"a":1}', [{ a: 1 }]],
    ['while (1);{"a":1}', [{ a: 1 }]],
    [')]}\'\n{"a":1}', [{ a: 1 }]],
    [')]}\',\n{"a":1}', [{ a: 1 }]],
    ['\uFEFF \n{"a":1}', [{ a: 1 }]],
    ['x for(;;);{"a":1}', []],
    ['{"a":1}\n{"b":2}\nfor (;;);{"c":3}\nbroken\n7', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['[1]\n[2]', []],
  ])('%j', (text, documents) => expect(parseDocuments(text)).toEqual(documents));

  test('of at most 200 lines, and of no longer text than the cap', () => {
    expect(parseDocuments(Array.from({ length: 250 }, () => '{}').join('\n'))).toHaveLength(200);
    const pad = ' '.repeat(TEXT_MAX - 2);
    expect(parseDocuments(`{}${pad}`)).toEqual([{}]);
    expect(parseDocuments(`{}${pad} `)).toEqual([]);
  });
});

describe('a value in a script', () => {
  test.each([
    ['var data = {"a":[1,{"b":2}]}; next()', 'data', { a: [1, { b: 2 }] }],
    ['"data" :[1,2],"more":3', '"data"', [1, 2]],
    ['data={"a":"}\\"{"};', 'data', { a: '}"{' }],
    ['data["x"]; data={"a":1}', 'data', ['x']],
    ['data.push(1); data={"a":1}', 'data', { a: 1 }],
    ['data={broken}; data = {"a":1}', 'data', { a: 1 }],
    ['data = 5', 'data', undefined],
    ['data = {"a":1', 'data', undefined],
    ['nothing here', 'data', undefined],
    [`data${' '.repeat(20)}{"a":1}`, 'data', { a: 1 }],
    [`data${' '.repeat(21)}{"a":1}`, 'data', undefined],
  ])('%j', (text, marker, value) => expect(valueAfter(text, marker)).toEqual(value));

  test.each([
    ['{}', 0, 2],
    ['x[]', 1, 3],
    ['x[]', 0, -1],
    ['[{"]":"\\\\"}]z', 0, 12],
    ['["\\"]"]', 0, 7],
    ['[[]', 0, -1],
    ['["', 0, -1],
    ['', 0, -1],
  ])('%j from %i ends at %i', (text, from, end) => expect(endOfValue(text, from)).toBe(end));
});

test('what a value is', () => {
  expect([{}, [], null, 'a', 1, undefined].map(isObject)).toEqual([true, false, false, false, false, false]);
  expect(['a', '', 1, null, {}, undefined].map((value) => stringOf(value))).toEqual(['a', '', '', '', '', '']);
  expect([true, false, 'true', 1, null].map((value) => booleanOf(value))).toEqual([
    true,
    false,
    undefined,
    undefined,
    undefined,
  ]);
  expect(has({ a: 1, b: null }, 'a', 'b')).toBe(true);
  expect(has({ a: 1 }, 'a', 'b')).toBe(false);
  expect(has({ a: 1 }, 'toString')).toBe(false);
  expect(has({})).toBe(true);
});

test('a path follows own keys and places of lists', () => {
  const value = { a: [{ b: 1 }, { b: null }] };
  expect(get(value, 'a', 0, 'b')).toBe(1);
  expect(get(value, 'a', 1, 'b')).toBeNull();
  expect(get(value)).toBe(value);
  for (const path of [['b'], ['a', 2], ['a', 'length'], ['a', 0, 'b', 'c'], ['toString'], [0]])
    expect(get(value, ...path), path.join('.')).toBeUndefined();
  expect(get(undefined, 'a')).toBeUndefined();
});

test('a child is known by its keys', () => {
  const node = { one: { a: 1 }, list: [{ a: 1, b: 2 }], two: { a: 1, b: 2 }, three: { a: 3, b: 4 } };
  expect(childWith(node, 'a', 'b')).toBe(node.two);
  expect(childWith(node, 'a')).toBe(node.one);
  expect(childWith(node, 'c')).toBeUndefined();
});

describe('a walk', () => {
  const tree: JsonObject = { n: 1, x: [{ n: 2, y: { n: 3 } }, 'text', null, { n: 4 }], z: { n: 5 } };

  test('meets every object in the order of the document', () => {
    expect(met(tree)).toEqual({ order: [1, 2, 3, 4, 5], whole: true });
    expect(met([tree, { n: 6 }])).toEqual({ order: [1, 2, 3, 4, 5, 6], whole: true });
    expect(met('text')).toEqual({ order: [], whole: true });
    expect(walk(undefined, () => 'stop')).toBe(true);
  });

  test('leaves out what is inside, or ends', () => {
    expect(met(tree, (n) => (n === 2 ? 'skip' : undefined)).order).toEqual([1, 2, 4, 5]);
    expect(met(tree, (n) => (n === 3 ? 'stop' : undefined))).toEqual({ order: [1, 2, 3], whole: true });
  });

  test('goes 160 deep, and says where it went no deeper', () => {
    expect(met(nested(160))).toEqual({ order: [undefined], whole: false });
    expect(met(nested(161))).toEqual({ order: [], whole: false });
    expect(met(nested(159)).order).toHaveLength(1);
  });

  test('meets 600,000 objects and lists, and says where there are more', () => {
    const list = (length: number) => Array.from({ length }, () => ({}));
    expect(met(list(599_999))).toMatchObject({ whole: true });
    const { order, whole } = met(list(600_000));
    expect([order.length, whole]).toEqual([599_999, false]);
  });

  test('finds the first that passes, the root too', () => {
    expect(find(tree, ({ n }) => n === 1)).toBe(tree);
    expect(find(tree, ({ n }) => (n as number) > 3)).toEqual({ n: 4 });
    expect(find(tree, () => false)).toBeUndefined();
    expect(find(undefined, () => true)).toBeUndefined();
  });
});

test.each<[Json[], boolean]>([
  [[{ edges: [] }], true],
  [[[]], true],
  [[{ data: { edges: [], more: false } }], true],
  [[{ edges: [], tags: ['a'] }], true],
  [[{ edges: [], others: [{ id: 1 }] }], false],
  [[{ others: [{ id: 1 }], edges: [] }], false],
  [[{ edges: [{ id: 1, inner: [] }] }], false],
  [[{ data: 1 }], false],
  [[{ tags: ['a'] }], false],
  [[], false],
  [[{ edges: [] }, { edges: [] }], false],
])('%j lists nothing: %s', (documents, nothing) => expect(listsNothing(documents)).toBe(nothing));

describe('our part of a document', () => {
  const whose = ({ of }: { of?: Json }) => (of === 'us' ? 'own' : of === 'them' ? 'other' : undefined);
  const ours = { of: 'us', likes: 1 };
  const theirs = { of: 'them', likes: 2 };

  test.each<[Json, Json]>([
    [
      [ours, theirs, { likes: 3 }],
      [ours, { likes: 3 }],
    ],
    [
      { a: { b: ours }, c: { d: theirs }, e: null, f: 'text' },
      { a: { b: ours }, e: null, f: 'text' },
    ],
    [{ a: [theirs, { inner: [ours, theirs] }] }, { a: [{ inner: [ours] }] }],
    [
      { ...ours, by: theirs, at: 1 },
      { ...ours, at: 1 },
    ],
  ])('%j', (document, rest) => expect(ownPart(document, whose)).toEqual(rest));

  test('is the whole where nothing is ours, or nothing is theirs', () => {
    for (const document of [[theirs, { likes: 3 }], [ours, { likes: 3 }], { likes: 3 }, null, 'text'] as Json[])
      expect(ownPart(document, whose)).toBe(document);
  });

  test('leaves alone what lies deeper than a walk goes', () => {
    const deep = (levels: number): Json => {
      let value: Json = theirs;
      for (let level = 0; level < levels; level += 1) value = [value];
      return [ours, value];
    };
    expect(ownPart(deep(159), whose)).toEqual([ours]);
    const out = deep(160);
    expect(ownPart(out, whose)).toBe(out);
  });
});
