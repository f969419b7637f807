/** A plug-in of StrykerJS: of the mutants that it makes, those of the sample alone are tried. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import type { Mutant } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { keyOf } from './sample.ts';

/** A file of the sample's keys (keyOf), as a list. */
const wanted = new Set<string>(JSON.parse(readFileSync(process.env.PLUMB_SAMPLE as string, 'utf8')));
/** StrykerJS runs in extension/. */
const root = path.resolve('..');
const isWanted = (mutant: Mutant) => wanted.has(keyOf({ ...mutant, fileName: path.relative(root, mutant.fileName) }));

const checker = {
  init: async () => {},
  // All of them at once: the answer takes no time.
  group: async (mutants: Mutant[]) => [mutants.map(({ id }) => id)],
  check: async (mutants: Mutant[]) =>
    Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isWanted(mutant)
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: 'not in the sample' },
      ]),
    ),
};

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sample', () => checker)];
