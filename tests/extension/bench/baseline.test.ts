/** The comparison that `./dev bench` makes is one only while the two find the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createCore from '@core/plumb.mjs';
import { expect, it } from 'vitest';
import { analyse } from '../../bench/baseline/comments';
import { campaignOf } from '../../bench/snapshots';
import { shippedModule } from '../../core/endless';
import { ROOT } from '../../threats/rows';

interface Found {
  kinds: Record<string, number>;
  groups: { kind: string; mark: string; items: string[] }[];
}

/** Which group each comment is in, as the others that are in it. */
function company({ groups }: Pick<Found, 'groups'>): Map<string, string> {
  return new Map(groups.flatMap(({ kind, items }) => items.map((id) => [id, `${kind} ${items.toSorted().join(' ')}`])));
}

it('the core and plain JavaScript find the same kinds and groups in 99 of 100 comments', async () => {
  const core = await createCore({
    wasmBinary: shippedModule().slice().buffer as ArrayBuffer,
    locateFile: (path) => path,
  });
  const golden = readFileSync(join(ROOT, 'tests/golden/snapshots.jsonl'), 'utf8').trimEnd().split('\n');
  const invented = Array.from({ length: 40 }, (_, seed) => campaignOf(20 + 10 * seed, seed + 1));
  let comments = 0;
  let otherKinds = 0;
  let otherGroups = 0;
  let grouped = 0;
  for (const text of [...golden, ...invented]) {
    const found: Partial<Found> | undefined = JSON.parse(core.score(text, true)).comments;
    if (!found?.kinds) continue;
    const own = analyse(text);
    const kinds = Object.entries(own.kinds);
    comments += kinds.reduce((sum, [, count]) => sum + count, 0);
    otherKinds += kinds.reduce((sum, [kind, count]) => sum + Math.abs(count - (found.kinds?.[kind] ?? 0)), 0) / 2;
    const [theirs, mine] = [company({ groups: found.groups ?? [] }), company(own)];
    for (const id of new Set([...theirs.keys(), ...mine.keys()])) {
      grouped += 1;
      if (theirs.get(id) !== mine.get(id)) otherGroups += 1;
    }
  }
  expect(comments).toBeGreaterThan(8000);
  expect(grouped).toBeGreaterThan(1500);
  console.info(`${comments} comments: ${otherKinds} of another kind; ${grouped} in groups: ${otherGroups} in another`);
  expect(otherKinds / comments).toBeLessThanOrEqual(0.01);
  expect(otherGroups / grouped).toBeLessThanOrEqual(0.01);
});
