/** Keeps, of a creator on a list, the sketch of the commenters that were read. */
import type { Snapshot } from '../.generated/snapshot';
import type { CreatorName } from './shortlist';
import type { Shortlists } from './shortlists';
import { packed, sketchOf, unpacked } from './sketch';

export type SketchStore = Pick<Shortlists, 'find' | 'salt' | 'setSketch'>;

/** Of anybody else nothing is kept; a sketch of more people stays until as many are read again. */
export async function keepSketch(store: SketchStore, name: CreatorName, snapshot: Snapshot): Promise<void> {
  if (!snapshot.comments?.length) return;
  const found = await store.find(name);
  if (!found) return;
  const sketch = await sketchOf(snapshot, await store.salt());
  if (!sketch) return;
  const { key, sketch: kept } = found.creator;
  const known = kept === undefined ? undefined : unpacked(kept);
  const text = packed(sketch);
  if (text !== kept && sketch.people >= (known?.people ?? 0)) await store.setSketch(key, text);
}
