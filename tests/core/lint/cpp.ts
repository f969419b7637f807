/** C++ source as text. */

/** Comments, texts, characters and what is for the preprocessor become blanks; lines stay where they are. */
export function withoutWords(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|[uU]?8?"(?:[^"\\\n]|\\.)*"|[uUL]?'(?:[^'\\\n]|\\.)+'/g, blank)
    .replace(/^[ \t]*#[^\n]*/gm, blank);
}
