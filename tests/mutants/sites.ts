/**
 * The places of the core's source where one thing can be wrong, and the source with chosen places made so that they can be
 * (mutant.hpp). Own code: no tool for C++ is in Debian, and npm's know JavaScript alone. By tokens, which the core's style makes
 * sure: binary operators stand between spaces, brackets of templates do not.
 */

export interface Site {
  /** Below wasm/core. */
  file: string;
  line: number;
  /** Offset of what is replaced, and its length. */
  at: number;
  length: number;
  /** What it becomes for a mutant of this number. */
  become(number: number): string;
  /** For people: what is wrong. */
  what: string;
}

const OPERATORS: Record<string, readonly [name: string, rank: string, is: string]> = {
  '<': ['Less', '<', '<='],
  '<=': ['LessEqual', '<', '<'],
  '>': ['Greater', '<', '>='],
  '>=': ['GreaterEqual', '<', '>'],
  '==': ['Equal', '==', '!='],
  '!=': ['Unequal', '==', '=='],
  '+': ['Plus', '+', '-'],
  '-': ['Minus', '+', '+'],
  '*': ['Times', '*', '/'],
  '/': ['Divided', '*', '*'],
};

/** The text with comments, literals of text and directives as spaces: offsets stay. */
function codeOf(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, blank)
    .replace(/R"\((?:[\s\S]*?)\)"|"(?:\\.|[^"\\\n])*"|U?'(?:\\.|[^'\\\n])+'/g, blank)
    .replace(/^[ \t]*#[^\n]*(?:\\\n[^\n]*)*/gm, blank);
}

/** Lines of constants, types and declarations: what stands there is decided while compiling. */
const CONSTANT =
  /\b(?:constexpr|consteval|static_assert|template|enum|case|using|operator|requires|default:|struct|class|namespace)\b/;

/** Where what is decided while compiling stands: bodies and values of what is constexpr or consteval. */
function constantsOf(code: string): (readonly [begin: number, end: number])[] {
  return [...code.matchAll(/\b(?:constexpr|consteval|static_assert)\b(?! *\()/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < code.length; at += 1) {
      const sign = code[at];
      if (sign === '{' || sign === '(') depth += 1;
      if (sign === '}' || sign === ')') depth -= 1;
      if (depth === 0 && (sign === ';' || (sign === '}' && !/^\s*[;,)]/.test(code.slice(at + 1))))) return [index, at];
    }
    return [index, code.length];
  });
}

export function sitesOf(file: string, text: string): Site[] {
  const code = codeOf(text);
  const sites: Site[] = [];
  const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (at: number) => starts.findLastIndex((start) => start <= at);
  const lines = code.split('\n');
  // Only within functions: the body of one is indented, and so is nothing else that is no constant.
  const counts = (at: number) => {
    const line = lines[lineOf(at)] ?? '';
    return /^\s{2,}/.test(line) && !CONSTANT.test(line);
  };
  const constants = constantsOf(code);
  const isConstant = (at: number) => constants.some(([begin, end]) => begin <= at && at <= end);
  const add = (at: number, length: number, what: string, become: Site['become']) => {
    if (counts(at) && !isConstant(at)) sites.push({ file, line: lineOf(at) + 1, at, length, what, become });
  };
  for (const { index, 1: sign = '' } of code.matchAll(/(?<=[\w)\]} ] )(<=|>=|==|!=|[<>+\-*/])(?= )/g)) {
    const [name, rank, is] = OPERATORS[sign] as (typeof OPERATORS)[string];
    add(index, sign.length, `${sign} becomes ${is}`, (n) => `${rank} ::plumb::mutants::${name}{${n}} ${rank}`);
  }
  for (const { index, 1: sign = '' } of code.matchAll(/(?<= )(&&|\|\|)(?= )/g)) {
    const as = sign === '&&';
    add(index, 2, `right of ${sign} is left out`, (n) => `${sign} ::plumb::mutants::Dropped{${n}, ${as}} |`);
  }
  for (const { index, 0: head } of code.matchAll(/\b(?:if|while) \((?=[^;{}]*\))(?!\s*(?:const|auto)\b)(?![^()]* = )/g))
    add(index, head.length, 'the condition is its opposite', (n) => `${head}::plumb::mutants::Opposite{${n}} | `);
  for (const { index, 0: number } of code.matchAll(
    /(?<![\w.'])(?:0x[\dA-Fa-f]+|\d+(?:\.\d+)?(?:e-?\d+)?)(?:u|ull)?(?![\w.'])/g,
  ))
    add(index, number.length, `${number} becomes another number`, (n) => `::plumb::mutants::other(${n}, ${number})`);
  for (const { index, 0: word } of code.matchAll(/\b(?:true|false)\b/g))
    add(index, word.length, `${word} becomes its opposite`, (n) => `(${word} != ::plumb::mutants::wrong(${n}))`);
  for (const { index, 1: sign = '' } of code.matchAll(/(?<= )([+-]=)(?= )/g)) {
    const begin = code.slice(0, index).search(/[^;{}]*$/);
    const lead = code.slice(begin, index);
    if (/^\s*[\w.[\]>*-]+ $/.test(lead)) {
      const first = begin + (lead.match(/^\s*/)?.[0].length ?? 0);
      add(first, 0, `${lead.trim()} ${sign} is left out`, (n) => `if (::plumb::mutants::taken(${n})) `);
    }
  }
  for (const { index, 0: step } of code.matchAll(/(?<=[;{}]\s+)\+\+[\w.[\]>-]+;/g))
    add(index, 0, `${step} is left out`, (n) => `if (::plumb::mutants::taken(${n})) `);
  return sites.sort((a, b) => a.at - b.at);
}

/** The source with these sites made, each with its number. */
export function made(text: string, sites: readonly (readonly [number: number, site: Site])[]): string {
  let out = text;
  for (const [number, { at, length, become }] of [...sites].sort((a, b) => b[1].at - a[1].at))
    out = out.slice(0, at) + become(number) + out.slice(at + length);
  return out;
}
