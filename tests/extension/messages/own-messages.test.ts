import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFromPage, asHere, asToPage } from '../../../extension/messages/messages';
import { asFromOwnPage } from '../../../extension/messages/own-messages';

describe('messages from our own pages', () => {
  it('are known by their kind and form', () => {
    for (const message of [
      { kind: 'score', snapshot: '{}' },
      { kind: 'score', snapshot: '{}', without: [] },
      { kind: 'score', snapshot: '{}', without: ['like_dispersion', 'ig-epf-modash-1m+'] },
      { kind: 'words' },
      { kind: 'readable' },
      { kind: 'erase' },
      { kind: 'restore', kept: {} },
    ])
      expect(asFromOwnPage(message)).toBe(message);
    for (const bad of [
      null,
      'erase',
      { kind: 'score', snapshot: {} },
      { kind: 'score', snapshot: '{}', without: 'like_dispersion' },
      { kind: 'score', snapshot: '{}', without: ['a,b'] },
      { kind: 'score', snapshot: '{}', without: [1] },
      { kind: 'score', snapshot: '{}', without: Array(201).fill('a') },
      { kind: 'score', snapshot: 'x'.repeat(8 * 1024 * 1024 + 1) },
      { kind: 'restore', kept: [] },
      { kind: 'arrive', epoch: 1, address: 'https://x.com/a', fresh: true },
    ])
      expect(asFromOwnPage(bad)).toBeNull();
  });

  it('are none of those that a page can send, and the other way round', () => {
    for (const kind of ['score', 'words', 'readable', 'erase', 'restore'])
      expect(asFromPage({ kind, epoch: 1, snapshot: '{}', kept: {} })).toBeNull();
    for (const kind of ['arrive', 'text', 'readings', 'quiet', 'drawn', 'unseen', 'open_report'])
      expect(asFromOwnPage({ kind, epoch: 1 })).toBeNull();
  });

  it('never throw on anything', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        asFromOwnPage(message);
        asToPage(message);
        asHere(message);
      }),
    );
  });
});

describe('messages to a page', () => {
  it('are of four kinds', () => {
    for (const kind of ['where', 'toggle_card', 'again', 'stop']) expect(asToPage({ kind })).toEqual({ kind });
    expect(asToPage({ kind: 'answer', epoch: 1 })).toBeNull();
    expect(asToPage(['where'])).toBeNull();
  });

  it('are answered in one form', () => {
    expect(asHere({ epoch: 3, off: false, platform: 'x' })).toEqual({ epoch: 3, off: false, platform: 'x' });
    for (const bad of [undefined, {}, { epoch: '3', off: false }, { epoch: 3 }]) expect(asHere(bad)).toBeNull();
  });
});
