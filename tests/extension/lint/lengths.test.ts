import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkLengths, longFunctions } from './lengths';

const lines = (count: number) => 'work();\n'.repeat(count);

describe('how long functions are', () => {
  it('tells a function of more than eighty lines, whatever its form, by its name', () => {
    const text = [
      `function plain() {\n${lines(79)}}`,
      `const arrow = () => {\n${lines(79)}};`,
      `class Room { method() {\n${lines(79)}} #own = async () => {\n${lines(79)}}; }`,
      `export default { main() {\n${lines(79)}} };`,
      `call(() => {\n${lines(79)}});`,
    ].join('\n');
    expect(longFunctions('room.ts', text).map(({ name, line, lines }) => [name, line, lines])).toEqual([
      ['plain', 1, 81],
      ['arrow', 82, 81],
      ['method', 163, 81],
      ['own', 243, 81],
      ['main', 324, 81],
      ['', 405, 81],
    ]);
  });

  it('counts markup and comments', () => {
    const view = `function View() {\n  return (\n<div>\n${'// note\n'.repeat(40)}${'<br />\n'.repeat(40)}</div>);\n}`;
    expect(longFunctions('view.tsx', view).map(({ name }) => name)).toEqual(['View']);
  });

  it('lets one of eighty lines be', () => {
    expect(longFunctions('room.ts', `function plain() {\n${lines(78)}}`)).toEqual([]);
  });

  it('takes a list of tests for a list, not what stands in one of them', () => {
    expect(longFunctions('a.test.ts', `describe('it', () => {\n${"it('is', () => {});\n".repeat(90)}});`)).toEqual([]);
    expect(
      longFunctions('a.test.ts', `describe('it', () => {\nit.each([1])('is', () => {\n${lines(90)}});\n});`),
    ).toEqual([{ file: 'a.test.ts', line: 2, lines: 92, name: '' }]);
  });

  it('fails on a file that can not be read', () => {
    expect(() => longFunctions('room.ts', 'function (')).toThrow(/^room\.ts: /);
  });

  it('finds none in the tree without a reason, and no reason without its function', () => {
    const { files, wrong, unused } = checkLengths(fileURLToPath(new URL('../../../', import.meta.url)));
    expect(files).toBeGreaterThan(300);
    expect([wrong, unused]).toEqual([[], []]);
  });
});
