/** Checks the core's source: every include points down. Exit 1 otherwise. */
import { checkRooms, wasm } from './rooms.ts';

const rooms = checkRooms(wasm);
for (const { file, message } of rooms.wrong) process.stderr.write(`wasm/${file}: ${message}\n`);
process.stdout.write(`rooms of the core: ${rooms.files} files, ${rooms.wrong.length} includes up or in a circle\n`);
if (rooms.files === 0 || rooms.wrong.length > 0) process.exit(1);
