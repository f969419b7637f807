/**
 * Checks the core's source: every include points down, every number of the model stands in wasm/data, no function is long.
 * Exit 1 otherwise.
 */
import { checkLengths, LONGEST } from './lengths.ts';
import { checkNumbers, listed } from './numbers.ts';
import { checkRooms, wasm } from './rooms.ts';

const rooms = checkRooms(wasm);
for (const { file, message } of rooms.wrong) process.stderr.write(`wasm/${file}: ${message}\n`);
process.stdout.write(`rooms of the core: ${rooms.files} files, ${rooms.wrong.length} includes up or in a circle\n`);
if (rooms.files === 0 || rooms.wrong.length > 0) process.exit(1);

const { numbers, unlisted, idle } = checkNumbers();
for (const { file, line, number } of unlisted)
  process.stderr.write(
    `wasm/core/${file}:${line}: ${number} stands neither in wasm/data nor in tests/core/lint/numbers.tsv\n`,
  );
for (const { file, number } of idle)
  process.stderr.write(`tests/core/lint/numbers.tsv: ${file} ${number}: lists nothing, or gives no reason\n`);
process.stdout.write(
  `numbers of the core: ${numbers} literals, ${listed.length} reasons, ${unlisted.length} without one\n`,
);
if (numbers === 0 || unlisted.length + idle.length > 0) process.exit(1);

const { bodies, long } = checkLengths();
for (const { file, line, lines } of long)
  process.stderr.write(`wasm/${file}:${line}: ${lines} lines, ${LONGEST} at the most\n`);
process.stdout.write(`functions of the core: ${bodies} bodies, ${long.length} of more than ${LONGEST} lines\n`);
if (bodies === 0 || long.length > 0) process.exit(1);
