import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosureOf } from '../../../extension/vetting/disclosure';
import { rules, rulesOn } from '../../../extension/vetting/disclosure-rules';
import { type Caption, captions, heldOut } from './captions';

/** A tie that no clear mark tells. */
const unmarked = (state: string) => state === 'commercial' || state === 'vague';
const stateOf = ([, , text]: Caption) => disclosureOf({ caption: text }).state;

function measured(some: readonly Caption[]) {
  const told = some.filter((one) => unmarked(stateOf(one)));
  const right = told.filter(([, truth]) => truth !== 'plain' && truth !== 'marked');
  const tied = some.filter(([, truth]) => unmarked(truth));
  const found = tied.filter((one) => unmarked(stateOf(one)));
  const marked = some.filter(([, truth]) => truth === 'marked' || truth === 'hidden' || truth === 'foreign');
  const alike = marked.filter((one) => stateOf(one) === one[1]);
  return {
    told: told.length,
    right: right.length,
    tied: tied.length,
    found: found.length,
    marked: marked.length,
    alike: alike.length,
  };
}

function line(name: string, some: readonly Caption[]): string {
  const { told, right, tied, found, marked, alike } = measured(some);
  return `${name}: ${right} of ${told} told as commercial without a clear mark are; ${found} of ${tied} such found; ${alike} of ${marked} marks judged alike (${some.length} captions)`;
}

describe('disclosure of advertising', () => {
  const [known, unseen] = [false, true].map((held) =>
    captions.filter(([language]) => heldOut.includes(language) === held),
  );

  it('tells what looks commercial without a mark with precision of .95 and more, also in languages not looked at', () => {
    console.log([line('looked at', known!), line(`left out (${heldOut.join(', ')})`, unseen!)].join('\n'));
    for (const one of captions) {
      const state = stateOf(one);
      if (state !== one[1]) console.log(`  ${one[1]} told as ${state}: ${one[2]}`);
    }
    expect(captions.length).toBeGreaterThanOrEqual(60);
    for (const some of [known!, unseen!]) {
      const { told, right, tied, found, marked, alike } = measured(some);
      expect(right / told).toBeGreaterThanOrEqual(0.95);
      // A precision is no merit where little is found.
      expect(found / tied).toBeGreaterThanOrEqual(0.7);
      expect(alike / marked).toBeGreaterThanOrEqual(0.8);
    }
  });

  it.each([
    'My dress code tonight: BLACK from head to toe',
    'Status code RFC9110, explained in two minutes',
    'I was gifted this morning by the sea',
    'Order now or stay hungry, said my stomach',
  ])('a code without a discount, a gift or a call without anybody named show no tie: %s', (caption) => {
    expect(disclosureOf({ caption }).state).toBe('plain');
  });

  it('the label of the site is a mark, whatever the caption says', () => {
    expect(disclosureOf({ caption: 'Use code MIA20 for 20% off', sponsored: true }).state).toBe('marked');
    expect(disclosureOf({ sponsored: true }).state).toBe('marked');
    expect(disclosureOf({}).state).toBe('plain');
    // What the dossier took from the caption's own hashtag is judged by where that stands.
    expect(disclosureOf({ caption: '#a #b #c #d #e #ad @brand', sponsored: true }).state).toBe('hidden');
  });

  it('each kind of finding names the rules that speak of it', () => {
    for (const named of Object.values(rulesOn)) {
      expect(named.length).toBeGreaterThan(0);
      for (const rule of named) expect(rules[rule].name).toMatch(/\d{4}/);
    }
  });

  it('no caption makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (caption) => {
        expect(disclosureOf({ caption }).state).toBeTypeOf('string');
      }),
    );
  });
});
