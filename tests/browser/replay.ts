/** `./dev replay`: opens recorded pages in a browser with the extension, and writes what was read and drawn. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from './replay/browser.ts';
import { parseHar, visitsOf } from './replay/har.ts';
import { ReplaySession } from './replay/session.ts';

const HELP = `Usage: ./dev replay FILE.har… [options]

Opens the pages of the HAR files, in order, in a real browser with the built extension. Nothing but the
recording answers. Needs a built extension (./dev build).

  --browser NAME    chromium (default) or firefox
  --out DIR         where the results go (default: out/replay)
  --dark            the browser asks pages for dark colours
  --card            opens the card before the picture is taken
  --width N         width of the page in px (default 1280)
  --height N        height of the page in px (default 900)
  --extension DIR   another build of the extension
  --help            this text

DIR then holds snapshot.json and report.json (one line each), overlay.png, and requests.json: every request with
who made it (page, extension, browser). A page that is no profile, or can't be read, leaves no snapshot.json and
a refusal in report.json, with exit 0. Exit 1 means that the replay itself failed, 2 a wrong usage.
`;

export const ROOT = resolve(import.meta.dirname, '../..');

/** Folder of the built extension for a browser. */
export function builtExtension(browser: BrowserName): string {
  return join(ROOT, 'extension/.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

class UsageError extends Error {}

function positive(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 200 || value > 4000)
    throw new UsageError(`--${name} wants a whole number between 200 and 4000.`);
  return value;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        browser: { type: 'string', default: 'chromium' },
        out: { type: 'string', default: 'out/replay' },
        dark: { type: 'boolean', default: false },
        card: { type: 'boolean', default: false },
        width: { type: 'string' },
        height: { type: 'string' },
        extension: { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function read(argv: string[]) {
  const parsed = parse(argv);
  const { values, positionals } = parsed;
  const { browser } = values;
  if (browser !== 'chromium' && browser !== 'firefox') throw new UsageError('--browser wants chromium or firefox.');
  if (!values.help && positionals.length === 0) throw new UsageError('No HAR file was given.');
  return {
    ...values,
    files: positionals,
    browser: browser as BrowserName,
    width: positive(values.width, 'width', 1280),
    height: positive(values.height, 'height', 900),
    extension: resolve(values.extension ?? builtExtension(browser)),
  };
}

const oneLine = (text: string) => `${text.replace(/[\r\n]+$/, '')}\n`;

async function replay(options: ReturnType<typeof read>): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const visits = options.files.flatMap((file) => visitsOf(parseHar(readFileSync(file, 'utf8'), file), file));
  if (!existsSync(join(options.extension, 'manifest.json')))
    throw new Error(`There is no built extension in ${options.extension}; run ./dev build first.`);
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  for (const name of ['snapshot.json', 'report.json', 'overlay.png', 'requests.json'])
    rmSync(join(out, name), { force: true });
  say(`${options.browser}: starting`);
  const session = await ReplaySession.open({ ...options, progress: say });
  try {
    const result = await session.replay(visits, options.card ? 'card' : 'badge');
    if (!result.settled) say(`${options.browser}: not quiet after 20 s; the results are those of that moment`);
    if (result.snapshot !== null) writeFileSync(join(out, 'snapshot.json'), oneLine(result.snapshot));
    writeFileSync(join(out, 'report.json'), oneLine(result.report));
    if (result.picture) writeFileSync(join(out, 'overlay.png'), result.picture);
    writeFileSync(
      join(out, 'requests.json'),
      `[\n${result.requests.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`,
    );
    const count = (name: string) => result.requests.filter(({ initiator }) => initiator === name).length;
    const unrecorded = result.requests.filter(({ status }) => status === 404).length;
    say(
      `${options.browser}: ${result.snapshot === null ? 'no profile was read' : 'a profile was read'}, the overlay is ${result.overlay ? 'drawn' : 'absent'}; requests: ${count('page')} of the page, ${count('browser')} of the browser, ${count('extension')} of the extension; ${unrecorded} answered 404`,
    );
    say(`Results: ${out}`);
  } finally {
    await session.close();
  }
}

if (import.meta.main) {
  try {
    const options = read(process.argv.slice(2));
    if (options.help) process.stdout.write(HELP);
    else await replay(options);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`replay: ${(error as Error).message}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
