/** Writes the HARs of the recipes, for a look by hand: node tests/browser/make-har.ts --help */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { harOf, hasCaptures, recipes } from './har/recipes.ts';
import { sampleHar, samples } from './har/samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'out/har' }, help: { type: 'boolean', short: 'h', default: false } },
});
const names = [...samples.map(({ name }) => name), ...recipes.map(({ name }) => name)];
if (values.help) {
  process.stdout.write(
    `Usage: node tests/browser/make-har.ts [NAME…] [--out DIR]\n\nMakes HAR files for ./dev replay: of the project's invented profiles, and of real captures where they lie in\n../shared/captures (or PLUMB_CAPTURES). Without a name: all of them.\n\nNames: ${names.join(' ')}\n`,
  );
  process.exit(0);
}
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length) {
  process.stderr.write(`make-har: no such recipe: ${unknown.join(' ')}\n`);
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
for (const name of positionals.length ? positionals : names) {
  const sample = samples.find((each) => each.name === name);
  const recipe = recipes.find((each) => each.name === name);
  if (recipe && !hasCaptures(recipe)) {
    process.stderr.write(`${name}: its captures are not here\n`);
    continue;
  }
  const har = sample ? sampleHar(sample) : recipe ? harOf(recipe) : undefined;
  const file = join(resolve(values.out), `${name}.har`);
  writeFileSync(file, JSON.stringify(har));
  process.stdout.write(`${file}\n`);
}
