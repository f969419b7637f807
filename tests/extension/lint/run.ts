/**
 * Checks the extension's source: the ban list (exactly the allowed lines may match), that every import points down, that no
 * function, of its tests too, is long and no logic, of the core too, stands twice without a reason, that no pattern is slow
 * on a long text, and that platforms are named in their folders alone. Exit 1 otherwise.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allowed, findings } from './banned.ts';
import { checkCopies, copiesIn } from './copies.ts';
import { checkLengths, LONGEST } from './lengths.ts';
import { judged, patternsOf, short } from './patterns.ts';
import { checkPlatformNames } from './platform-names.ts';
import { checkRooms } from './rooms.ts';

const root = fileURLToPath(new URL('../../../extension/', import.meta.url));
const files = globSync('**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => /^(node_modules|\.output|\.wxt|\.generated|tools|wxt\.config\.ts)$/.test(name),
});
const banned = files.flatMap((file) => findings(file, readFileSync(root + file, 'utf8')));
const wrong = banned.filter((one) => !one.allowed);
for (const { file, line, ban, text } of wrong) process.stderr.write(`${file}:${line}: ${ban}: ${text}\n`);
const expected = allowed.size;
const used = banned.length - wrong.length;
process.stdout.write(
  `ban list: ${files.length} files, ${used} allowed lines of ${expected}, ${wrong.length} forbidden\n`,
);
if (files.length === 0 || wrong.length > 0 || used !== expected) process.exit(1);

const rooms = checkRooms(root);
for (const { file, rule, message } of rooms.wrong) process.stderr.write(`${file}: ${rule}: ${message}\n`);
process.stdout.write(`rooms: ${rooms.files} files, ${rooms.wrong.length} imports up or in a circle\n`);
if (rooms.files === 0 || rooms.wrong.length > 0) process.exit(1);

const tree = fileURLToPath(new URL('../../../', import.meta.url));
const lengths = checkLengths(tree);
for (const { file, line, lines, name } of lengths.wrong)
  process.stderr.write(`${file}:${line}: ${name || 'a function'} has ${lines} lines, and no reason in lengths.ts\n`);
for (const key of lengths.unused) process.stderr.write(`lengths.ts: ${key} is no longer long\n`);
process.stdout.write(
  `lengths: ${lengths.files} files, ${lengths.wrong.length} functions over ${LONGEST} lines without a reason\n`,
);
if (lengths.files === 0 || lengths.wrong.length > 0 || lengths.unused.length > 0) process.exit(1);

const found = copiesIn(tree);
const copies = checkCopies(found);
for (const { files, lines, tokens } of copies.wrong)
  process.stderr.write(
    `${files[0]}:${lines[0]} and ${files[1]}:${lines[1]}: the same ${tokens} words, and no reason in copies.ts\n`,
  );
for (const key of copies.unused) process.stderr.write(`copies.ts: ${key} are alike no more\n`);
process.stdout.write(
  `copies: ${found.length - copies.wrong.length} pairs stay, ${copies.wrong.length} without a reason\n`,
);
if (copies.wrong.length > 0 || copies.unused.length > 0) process.exit(1);

const patterns = await judged(patternsOf(root));
const slow = patterns.filter(({ verdict, source }) => verdict !== 'safe' && !short.has(source));
for (const { file, source, flags, verdict, why } of slow)
  process.stderr.write(`${file}: ${verdict} pattern /${source}/${flags}: ${why}\n`);
// Every one with its worst case, by file: all may meet what a page prints.
if (process.argv.includes('--patterns'))
  for (const { file, source, flags, worst } of patterns.toSorted((a, b) => a.file.localeCompare(b.file)))
    process.stdout.write(`${worst}\t${short.get(source) ?? 'any text'}\t${file}\t/${source}/${flags}\n`);
const counts = Map.groupBy(patterns, ({ worst }) => worst);
const worst = [...counts].map(([name, all]) => `${all.length} ${name}`).join(', ');
process.stdout.write(
  `patterns: ${patterns.length} different ones checked (${worst}), ${short.size} of short texts, ${slow.length} slow or not to be judged\n`,
);
if (patterns.length === 0 || slow.length > 0) process.exit(1);

const names = await checkPlatformNames(tree);
for (const { file, line, name, text } of names.wrong)
  process.stderr.write(`${file}:${line}: names the platform ${name}: ${text}\n`);
for (const place of names.unused) process.stderr.write(`${place} may name platforms, but names none\n`);
process.stdout.write(
  `platform names: ${names.files} files, ${names.wrong.length} outside the platforms' folders and the listed places\n`,
);
if (names.files === 0 || names.wrong.length > 0 || names.unused.length > 0) process.exit(1);
