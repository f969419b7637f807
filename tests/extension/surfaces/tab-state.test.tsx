import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { emptyVisit } from '../../../extension/dossier/visit';
import { installedSites, optionalSites } from '../../../extension/platforms/pages';
import { answerState, cardState, type Seen, tabState } from '../../../extension/surfaces/tab-state';
import { RefusalBody } from '../../../extension/views/card/card';
import { english } from '../views/reports';

const report = JSON.stringify({ schema: 'plumb.report/2', handle: 'a' });
const snapshot = JSON.stringify({ missing: [{ field: 'people', why: 'login' }] });
const visit = { ...emptyVisit(), epoch: 7, report, snapshot };
const allowed = installedSites.map(({ platform }) => platform);
const readable = [...allowed, 'bluesky' as const];
const seen = (part: Partial<Seen>): Seen => ({ allowed, readable, ...part });

describe('the state of a tab', () => {
  it('is the report only while the page shows what it is of', () => {
    expect(tabState(seen({ here: { epoch: 7, off: false }, visit })).kind).toBe('report');
    expect(tabState(seen({ here: { epoch: 8, off: false }, visit })).kind).toBe('reading');
    expect(tabState(seen({ here: { epoch: 7, off: false } })).kind).toBe('reading');
  });

  it('is nothing where the page does not answer, whatever was kept of it', () => {
    expect(tabState(seen({ here: null, visit })).kind).toBe('nothing');
    expect(tabState(seen({ here: null, visit, url: 'https://example.com/' })).kind).toBe('nothing');
  });

  it('says that a site is switched off', () => {
    expect(tabState(seen({ here: { epoch: 7, off: true, platform: 'x' }, visit }))).toEqual({
      kind: 'off',
      platform: 'x',
    });
  });

  it('asks to load anew a page that was there before us', () => {
    expect(tabState(seen({ here: null, url: 'https://x.com/name' }))).toEqual({ kind: 'reload', platform: 'x' });
  });

  it('offers an installed site whose permission the person has taken away', () => {
    const x = installedSites.find(({ platform }) => platform === 'x');
    expect(tabState(seen({ here: null, url: 'https://x.com/name', allowed: [] }))).toEqual({ kind: 'offer', site: x });
  });

  it('offers a site that has a reader and no permission, and no other', () => {
    const bluesky = optionalSites.find(({ platform }) => platform === 'bluesky');
    expect(tabState(seen({ here: null, url: bluesky?.example }))).toEqual({ kind: 'offer', site: bluesky });
    expect(tabState(seen({ here: null, url: 'https://kick.com/name' })).kind).toBe('nothing');
    expect(tabState(seen({ here: null, url: bluesky?.example, allowed: [...allowed, 'bluesky'] })).kind).toBe('reload');
  });
});

describe('an answer of the core', () => {
  it('brings what could not be read with the report', () => {
    const state = answerState({ snapshot, report });
    expect(state).toMatchObject({ kind: 'report', missing: [{ field: 'people', why: 'login' }] });
    expect(answerState({ snapshot: null, report })).toMatchObject({ kind: 'report', missing: [] });
  });

  it('tells a page that is no profile from one that can not be read', () => {
    const refusal = (code: string) => JSON.stringify({ error: { code, message: '' } });
    expect(answerState({ snapshot: null, report: refusal('not_a_profile') }).kind).toBe('no_profile');
    expect(answerState({ snapshot: null, report: refusal('not_readable') }).kind).toBe('refusal');
  });

  it('is refused where it is of another version, and says so', () => {
    for (const schema of ['plumb.report/1', 'plumb.report/3', undefined, 2]) {
      const state = answerState({ snapshot, report: JSON.stringify({ ...JSON.parse(report), schema }) });
      expect(state).toMatchObject({ kind: 'refusal', refusal: { error: { code: 'unknown_value', at: 'schema' } } });
      if (state.kind !== 'refusal') continue;
      const place = document.createElement('div');
      render(<RefusalBody refusal={state.refusal} words={english} />, place);
      expect(place.textContent).toContain('another version of Plumb');
    }
  });

  it('is a refusal where the text is none of both', () => {
    for (const text of ['', '{', 'null']) expect(answerState({ snapshot: '{', report: text }).kind).toBe('refusal');
  });

  it('is drawn as still to come where there is no answer', () => {
    const answer = answerState({ report, snapshot });
    expect(cardState(answer)).toBe(answer);
    const refusal = answerState({ report: '', snapshot: null });
    expect(cardState(refusal)).toBe(refusal);
    expect(cardState({ kind: 'off', platform: 'x' })).toEqual({ kind: 'reading' });
  });
});
