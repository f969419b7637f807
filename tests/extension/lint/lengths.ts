/** Functions are short enough to be read at once. One that is longer stays with a reason, in the list below. */
import { globSync, readFileSync } from 'node:fs';
import { type ESTree, parseSync, Visitor } from 'vite';

/** Lines, from the first to the last of the function, comments included. */
export const LONGEST = 80;

/** Longer functions, by file and name, and why they stay. */
export const allowed: ReadonlyMap<string, string> = new Map([
  ['tests/browser/navigation/app.ts app', 'is put into a page as a text: nothing beside it is there'],
  ['tests/browser/observer/page.ts tries', 'is put into a page as a text: nothing beside it is there'],
  ['tests/browser/observer/work.ts watch', 'is put into a page as a text: nothing beside it is there'],
  ['tests/browser/har/accounts/tiktok.ts tiktok', 'is one invented account, as the platform writes it'],
  ['tests/browser/har/accounts/x.ts x', 'is one invented account, as the platform writes it'],
  ['tests/browser/replay/chromium.ts startChromium', 'makes one object of short methods over one connection'],
  ['tests/browser/replay/firefox.ts startFirefox', 'makes one object of short methods over one connection'],
]);

export interface LongFunction {
  file: string;
  line: number;
  lines: number;
  /** Its own, or of what it is given to; '' where it has none. */
  name: string;
}

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;

/** The longer functions of one file. A function whose body states tests is a list of them, and no function of its own. */
export function longFunctions(file: string, text: string): LongFunction[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: LongFunction[] = [];
  const names = new Map<unknown, string>();
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const look = (node: AnyFunction) => {
    if (!node.body || isListOfTests(node.body)) return;
    const line = lineOf(node.start);
    const lines = lineOf(node.end) - line + 1;
    if (lines > LONGEST) found.push({ file, line, lines, name: node.id?.name ?? names.get(node) ?? '' });
  };
  const name = (key: ESTree.Node, value: unknown) =>
    (key.type === 'Identifier' || key.type === 'PrivateIdentifier') && names.set(value, key.name);
  new Visitor({
    VariableDeclarator: ({ id, init }) => void name(id, init),
    Property: ({ key, value }) => void name(key, value),
    MethodDefinition: ({ key, value }) => void name(key, value),
    PropertyDefinition: ({ key, value }) => void name(key, value),
    FunctionDeclaration: look,
    FunctionExpression: look,
    ArrowFunctionExpression: look,
  }).visit(program);
  return found;
}

function isListOfTests(body: ESTree.FunctionBody | ESTree.Expression): boolean {
  return (
    body.type === 'BlockStatement' &&
    body.body.some((statement) => statement.type === 'ExpressionStatement' && isTest(statement.expression))
  );
}

/** `it(…)`, `test.each(…)(…)`, `describe(…)` */
function isTest(expression: ESTree.Expression): boolean {
  let called: ESTree.Expression | ESTree.Super = expression;
  if (called.type !== 'CallExpression') return false;
  while (called.type === 'CallExpression' || called.type === 'MemberExpression')
    called = called.type === 'CallExpression' ? called.callee : called.object;
  return called.type === 'Identifier' && ['it', 'test', 'describe'].includes(called.name);
}

export interface CheckedLengths {
  files: number;
  /** Long functions without a reason. */
  wrong: LongFunction[];
  /** Reasons for functions that are short by now, or gone. */
  unused: string[];
}

/** @param root with a slash at its end: the folder that holds extension/ and tests/ */
export function checkLengths(root: string): CheckedLengths {
  const files = globSync(['extension/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'], {
    cwd: root,
    exclude: (name) => /^(node_modules|\.output|\.wxt|\.generated)$/.test(name),
  });
  const found = files.flatMap((file) => longFunctions(file, readFileSync(root + file, 'utf8')));
  const keys = new Set(found.map(({ file, name }) => `${file} ${name}`));
  return {
    files: files.length,
    wrong: found.filter(({ file, name }) => !allowed.has(`${file} ${name}`)),
    unused: [...allowed.keys()].filter((key) => !keys.has(key)),
  };
}
