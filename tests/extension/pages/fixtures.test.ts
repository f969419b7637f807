/** Hand-written pages in the platforms' shapes: one for each shape and each trap (tests/pages/<platform>). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { platforms } from '../../../extension/platforms/registry';
import { verify } from './expectation';

const pages = new URL('../../pages/', import.meta.url);

describe.each(platforms.map((platform) => platform.site.platform))('%s', (name) => {
  const folder = new URL(`${name}/`, pages);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  test('has fixtures', () => expect(files.length).toBeGreaterThan(0));
  test.each(files)('%s', (file) => verify(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
});
