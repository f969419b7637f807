import { appendFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedTree } from '../../extension/lint/copied-tree';
import { checkNumbers, listed, numbersOf } from './numbers';
import { wasm } from './rooms';

const copy = copiedTree((to) => cpSync(wasm, to, { recursive: true }));
const add = (file: string, line: string) => appendFileSync(path.join(copy.root, file), `${line}\n`);
const written = (text: string) => numbersOf('', text).map(({ number }) => number);

describe('the numbers of the core', () => {
  it('stand in wasm/data, or in the list with a reason; no row is idle', () => {
    const { numbers, unlisted, idle } = checkNumbers(copy.root);
    expect(numbers).toBeGreaterThan(300);
    expect({ unlisted, idle }).toEqual({ unlisted: [], idle: [] });
  });

  it('fail where one is planted', () => {
    add('core/signals/viral_posts.cpp', 'constexpr double planted = 6.1;');
    expect(checkNumbers(copy.root).unlisted).toMatchObject([{ file: 'signals/viral_posts.cpp', number: '6.1' }]);
  });

  it('fail where a row of the list has nothing to list, or no reason', () => {
    const row = { file: 'base/table.hpp', number: '10', reason: '' };
    const gone = { file: 'base/table.hpp', number: '11', reason: 'gone' };
    expect(checkNumbers(copy.root, [...listed, row, gone]).idle).toEqual([row, gone]);
  });

  it('are found as C++ writes them', () => {
    expect(written("x = -3 * 1.5e-3 + 1e-9, 0x7Fu, 8u << 20, 1000ull, .25, 5.f, 1'000;")).toEqual([
      '3',
      '1.5e-3',
      '1e-9',
      '0x7F',
      '8',
      '20',
      '1000',
      '.25',
      '5.',
      "1'000",
    ]);
  });

  it('are not found in words, names, sizes of arrays and plain numbers', () => {
    expect(written("// 3 words\n/* 4\n5 */ f(\"6\", '7', U'8', x9, u64_t, 0, 1.0, 2u, 0.5);\n#define N 10")).toEqual(
      [],
    );
    expect(written('std::array<std::string_view, 15> names; std::uint32_t z_90;')).toEqual([]);
  });
});
