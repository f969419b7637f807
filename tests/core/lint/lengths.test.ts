import { describe, expect, it } from 'vitest';
import { bodiesOf, checkLengths, LONGEST } from './lengths';

const body = (head: string, lines: number) => `${head} {\n${'  step();\n'.repeat(lines - 2)}}\n`;

describe('the functions of the core', () => {
  it('have no more than 80 lines', () => {
    const { bodies, long } = checkLengths();
    expect(bodies).toBeGreaterThan(500);
    expect(long).toEqual([]);
  });

  it.each([
    'void f()',
    'bool Class::f(int a) const',
    'auto g = [&](int a) -> std::optional<double>',
    'Class::Class(int a) : a_(a)',
  ])('are measured from brace to brace: %s', (head) => {
    expect(bodiesOf('NAME.cpp', body(head, LONGEST + 1))).toEqual([{ file: 'NAME.cpp', line: 1, lines: LONGEST + 1 }]);
  });

  it('are no classes, namespaces or lists, and a brace in a text counts for nothing', () => {
    expect(bodiesOf('NAME.cpp', 'namespace plumb {\nstruct A {\n  int a[2] = {1, 2};\n};\n}\n')).toEqual([]);
    expect(bodiesOf('NAME.cpp', 'void f() {\n  text("}");  // }\n}\n')).toEqual([
      { file: 'NAME.cpp', line: 1, lines: 3 },
    ]);
  });
});
