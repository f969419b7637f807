/** What both kinds of mutants are asked for by, and what is taken where nothing else is said (`./dev mutants --help`). */
export const OPTIONS = {
  sample: { type: 'string', default: '320' },
  seed: { type: 'string', default: '1' },
  file: { type: 'string', default: '' },
  least: { type: 'string', default: '0.85' },
} as const;
