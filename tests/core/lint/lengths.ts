/** No function of wasm/ is longer than 80 lines. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutWords } from './cpp.ts';
import { wasm } from './rooms.ts';

export const LONGEST = 80;

export interface Long {
  /** Path below wasm/. */
  file: string;
  /** Where its body begins. */
  line: number;
  lines: number;
}

/** The bodies that stand behind a list of parameters (functions, lambdas, branches), from brace to brace. */
export function bodiesOf(file: string, text: string): Long[] {
  const code = withoutWords(text);
  const found: Long[] = [];
  const open: { line: number; isBody: boolean }[] = [];
  let line = 1;
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '\n') line++;
    if (code[at] === '{') {
      // Behind the parameters: const, noexcept, override, a type that is returned.
      const before = code.slice(Math.max(0, at - 200), at);
      open.push({
        line,
        isBody: /\)\s*(?:const|noexcept|override|mutable|\s)*(?:->\s*[\w:<>*&,\s]+?)?\s*$/.test(before),
      });
    }
    if (code[at] === '}') {
      const begun = open.pop();
      if (begun?.isBody) found.push({ file, line: begun.line, lines: line - begun.line + 1 });
    }
  }
  return found;
}

export interface Checked {
  bodies: number;
  long: Long[];
}

/** Looks at all C++ files below a folder like wasm/. */
export function checkLengths(folder: string = wasm): Checked {
  const bodies = globSync('**/*.{cpp,hpp}', { cwd: folder })
    .sort()
    .flatMap((file) => bodiesOf(file, readFileSync(path.join(folder, file), 'utf8')));
  return { bodies: bodies.length, long: bodies.filter(({ lines }) => lines > LONGEST) };
}
