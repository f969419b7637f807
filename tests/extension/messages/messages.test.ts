import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAnswer, asFromPage } from '../../../extension/messages/messages';
import { figure } from '../../threats/figure';
import { cases } from '../cases';

const RUNS = cases(2000);

describe('messages from a page', () => {
  it('knows its own kinds', () => {
    const known = [
      { kind: 'arrive', epoch: 1, address: 'https://x.com/a', fresh: true },
      { kind: 'text', epoch: 1, text: { via: 'inline', url: 'https://x.com/a', text: '{}' } },
      { kind: 'readings', epoch: 1, readings: [] },
      { kind: 'quiet', epoch: 1 },
      { kind: 'drawn', epoch: 1, took: 3.5 },
    ];
    for (const message of known) expect(asFromPage(message)).toBe(message);
  });

  it('refuses each of them with a part missing or of another type', () => {
    const arrive = { kind: 'arrive', epoch: 1, address: 'https://x.com/a', fresh: true };
    for (const bad of [
      { ...arrive, epoch: '1' },
      { ...arrive, address: 1 },
      { ...arrive, address: 'a'.repeat(9000) },
      { ...arrive, fresh: 1 },
      { ...arrive, locale: {} },
      { kind: 'text', epoch: 1, text: { via: 'dom', url: '', text: '' } },
      { kind: 'text', epoch: 1, text: { via: 'inline', url: '', text: 'x'.repeat(8 * 1024 * 1024 + 1) } },
      { kind: 'text', epoch: 1, text: null },
      { kind: 'readings', epoch: 1, readings: {} },
      { kind: 'readings', epoch: 1, readings: [1] },
      { kind: 'readings', epoch: 1, readings: Array(65).fill({}) },
      { kind: 'quiet' },
      { kind: 'drawn', epoch: 1, took: Number.NaN },
      { kind: 'score', epoch: 1 },
      [],
      null,
    ])
      expect(asFromPage(bad)).toBeNull();
  });

  /** Of a known kind, whose number is none. */
  const nearly = fc.record({
    kind: fc.constantFrom('arrive', 'text', 'readings', 'dropped', 'quiet', 'looked', 'drawn', 'star', 'answer'),
    epoch: fc.anything().filter((epoch) => !Number.isSafeInteger(epoch)),
    took: fc.constant(1),
    on: fc.boolean(),
    readings: fc.constant([]),
  });

  it('T5: never throws, and takes nothing of another form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (value) => {
        expect([asFromPage(value), asAnswer(value)]).toEqual([null, null]);
      }),
      { numRuns: RUNS },
    );
    figure('T5', 'random messages that are taken, or throw', `0 of ${RUNS}`, 0);
  });
});
