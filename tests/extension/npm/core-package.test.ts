/** The npm package of the core, as somebody gets it: from its tarball alone, into an empty folder. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_TURNS } from '../../../extension/engine/engine';
import { packCore } from '../../../extension/tools/core-package';
import { endlessModule, SMALL } from '../../core/endless';
import { figure } from '../../threats/figure';

const root = path.join(import.meta.dirname, '../../..');
const golden = path.join(root, 'tests/golden');
/** What is broken never ends, ms. */
const PATIENCE = 300_000;
let folder: string;
let tarball: string;
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumb-npm-'));
  tarball = packCore(path.join(folder, 'packed'));
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(path.join(empty, 'package.json'), '{"private":true,"type":"module"}\n');
  const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', `--cache=${path.join(folder, 'cache')}`];
  // The npm that ./dev brings, where it has: Debian's is older than this Node.
  const own = path.join(root, 'extension/tools/node/node_modules/npm/bin/npm-cli.js');
  const program = existsSync(own) ? process.execPath : 'npm';
  const words = [...(existsSync(own) ? [own] : []), 'install', ...flags, tarball];
  execFileSync(program, words, { cwd: empty, stdio: 'pipe' });
  installed = path.join(empty, 'node_modules/plumb-core');
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the npm package of the core', () => {
  it('scores in the five lines of its README', () => {
    const readme = readFileSync(path.join(installed, 'README.md'), 'utf8');
    const lines = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(lines.trim().split('\n')).toHaveLength(5);
    const script = path.join(installed, '../../score.mjs');
    writeFileSync(script, lines);
    const said = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(said).toMatch(/^not_enough /);
  });

  it('gives the bytes of the golden reports', async () => {
    const { createScorer } = (await import(
      /* @vite-ignore */ pathToFileURL(path.join(installed, 'node.mjs')).href
    )) as {
      createScorer(): Promise<{ scoreText(text: string, options: { details: boolean }): string }>;
    };
    const { scoreText } = await createScorer();
    const lines = (name: string) => readFileSync(path.join(golden, name), 'utf8').trimEnd().split('\n');
    const reports = lines('reports.jsonl');
    expect(reports.length).toBeGreaterThan(10);
    expect(lines('snapshots.jsonl').map((snapshot) => scoreText(snapshot, { details: true }))).toEqual(reports);
  });

  it(
    'T15: tells of a core that comes to no end, and scores again once it is renewed',
    async () => {
      const endless = path.join(folder, 'endless.wasm');
      writeFileSync(endless, await endlessModule(MOST_TURNS));
      const script = path.join(installed, '../../endless.mjs');
      writeFileSync(
        script,
        `import { readFileSync } from 'node:fs';
      import { createScorer } from 'plumb-core';
      const said = [];
      const scored = ({ scoreText }) => {
        try { return JSON.parse(scoreText(${JSON.stringify(SMALL)})).verdict; } catch ({ message }) { return message; }
      };
      const scorer = await createScorer({ wasmBinary: readFileSync(${JSON.stringify(endless)}) });
      said.push(scored(scorer), scored(scorer));
      await scorer.renew();
      said.push(scored(scorer), scored(await createScorer()));
      console.log(JSON.stringify(said));`,
      );
      // Where no turn is counted nothing but its end would stop it.
      const said = execFileSync(process.execPath, [script], { encoding: 'utf8', timeout: PATIENCE });
      const ended = 'the scoring core came to no end';
      expect(JSON.parse(said)).toEqual([ended, 'the scoring core stopped: await renew() first', ended, 'not_enough']);
      figure('T15', 'npm: a core without end that is told, renewed and told again', '2 of 2', 'all');
    },
    2 * PATIENCE,
  );

  it('holds the very files that the extension loads', () => {
    for (const name of ['plumb.mjs', 'plumb.wasm'])
      expect(bytes(path.join(installed, name))).toBe(bytes(path.join(root, 'build/wasm', name)));
  });

  it('is typed', () => {
    const file = path.join(installed, '../../typed.ts');
    const check = (text: string) => {
      writeFileSync(file, text);
      const tsc = path.join(root, 'extension/node_modules/.bin/tsc');
      const flags = ['--noEmit', '--strict', '--target', 'ES2022', '--module', 'NodeNext', '--types', '', file];
      try {
        execFileSync(tsc, flags, { encoding: 'utf8', cwd: path.dirname(file), stdio: 'pipe' });
        return '';
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    const begin = "import { createScorer } from 'plumb-core';\nconst { score } = await createScorer();\n";
    const rest =
      "if (!('error' in report)) { const schema: 'plumb.report/2' = report.schema; void schema; }\nexport {};\n";
    expect(
      check(
        `${begin}const report = score({ schema: 'plumb.snapshot/1', platform: 'x', profile: { handle: 'a' } });\n${rest}`,
      ),
    ).toBe('');
    expect(
      check(`${begin}score({ schema: 'plumb.snapshot/1', platform: 'nowhere', profile: {} });\nexport {};\n`),
    ).toMatch(/error TS/);
  });

  it('is the same bytes when it is made once more', () => {
    expect(bytes(packCore(path.join(folder, 'again')))).toBe(bytes(tarball));
  });
});
