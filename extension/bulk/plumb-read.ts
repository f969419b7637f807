/** The program `plumb-read`, as Node runs it: build/plumb-read/plumb-read.mjs. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { plumbRead } from './read-files';

// Who reads the pipe has had enough: there is nothing more to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await plumbRead(process.argv.slice(2), {
  async write(lines) {
    if (lines !== '' && !process.stdout.write(lines)) await once(process.stdout, 'drain');
  },
  tell: (line) => void process.stderr.write(`${line}\n`),
  names: () => readFileSync(0, 'utf8'),
  now: Date.now,
});
