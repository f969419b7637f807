import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { createEngine } from '../../../extension/engine/engine';
import { rehearsals } from '../../../extension/engine/rehearsal';

const module = new URL('../../../build/wasm/plumb.wasm', import.meta.url);

it('the core answers the questions that it is rehearsed with, the last from all that it reads', async () => {
  expect(existsSync(module), 'build/wasm/plumb.wasm: ./dev build makes it').toBe(true);
  const { score } = createEngine(async () => new Uint8Array(readFileSync(module)).buffer);
  const answers: Report[] = [];
  for (const question of rehearsals) answers.push(JSON.parse(await score(JSON.stringify(question))));
  for (const answer of answers) expect(answer).not.toHaveProperty('error');
  const { read, signals, comments } = answers.at(-1) as Report;
  expect(read).toMatchObject({ posts: 8, postsUsed: 8, comments: 8, people: 5, history: 5 });
  expect(signals.length).toBeGreaterThan(3);
  expect(Object.keys(comments?.kinds ?? {}).length).toBeGreaterThan(1);
});
