import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The unit tests that judge what the readers read, from what the project holds. Left out are those that try hundreds of
 * random documents: they ask that nothing breaks, and a mutant that lives would take all of their time.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  test: {
    testTimeout: 300_000,
    environment: 'node',
    include: [
      'tests/extension/reading/{age-forms,ahead,counted,counts,edges,factories,locales,platform-forms,schema-org,shape,subject,text,times}.test.ts',
      'tests/extension/platforms/{address-forms,addresses,ahead,answers,hosts,ids,reddit-answers,reddit-elements,sites}.test.ts',
      // What stands in one platform's pages: '<platform>-<part>'.
      'tests/extension/platforms/{bluesky,instagram,mastodon,pinterest,substack,tiktok,twitch,x,youtube}-*.test.ts',
      'tests/extension/pages/{changed,fixtures}.test.ts',
    ],
  },
});
