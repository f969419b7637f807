/** What a page got is held only where the person has asked for it, and not without end. */
import { expect, test } from 'vitest';
import { createRecorder } from '../../../extension/page/recorder';

const seen = (length: number) => ({ url: 'https://x.com/a', page: 'https://x.com/b', text: 'x'.repeat(length) });

test('what is held is bounded, and dropped where nobody asked for it', async () => {
  const bytes = createRecorder();
  bytes.add({ ...seen(0), text: new Blob(['{"a":"é"}']) });
  expect((await bytes.held())[0]?.text).toBe('{"a":"é"}');
  const full = createRecorder();
  for (let count = 0; count < 30; count++) full.add(seen(1_000_000));
  expect((await full.held()).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(6 * 1024 * 1024);
  const many = createRecorder();
  for (let count = 0; count < 500; count++) many.add(seen(10));
  expect((await many.held()).length).toBe(80);
  many.decide(false);
  many.add(seen(10));
  expect(await many.held()).toEqual([]);
});
