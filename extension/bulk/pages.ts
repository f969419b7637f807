/**
 * What saved pages say, gathered as the background gathers it of a tab: one visit for each place, and one snapshot for each
 * account, into which its opened posts and lists go.
 */
import type { Snapshot } from '../.generated/snapshot';
import { toSnapshot } from '../dossier/snapshot';
import { emptyVisit, hostOf, samePlace, TOGETHER, take, type VisitState, withOthers } from '../dossier/visit';
import { RESPONSE_CAP } from '../messages/channel';
import { placeAt, platformAt } from '../platforms/registry';
import type { PageText, Place } from '../reading/place';
import { withDocument } from './document';

interface Page {
  place: Place;
  /** When it was opened or last said something, RFC 3339 in UTC. */
  now: string;
  state: VisitState;
}

/** An account that a page shows, and what came of it. */
export type Read = { snapshot: Snapshot } | { address: string; message: string };

/** All pages keep one epoch: each has a visit of its own, and none is left. */
const EPOCH = 0;

export class SavedPages {
  readonly #pages: Page[] = [];

  /**
   * Opens a page, or goes on with it where it was open within the half hour before.
   * @returns the page, for `hear` and `look`; undefined where the address shows no account
   */
  async open(address: string, now: string, locale?: string): Promise<Page | undefined> {
    const found = placeAt(address);
    if (!found) return undefined;
    const { place } = found;
    const near = (time: string) => Math.abs(Date.parse(time) - Date.parse(now)) <= TOGETHER;
    const known = this.#pages.find(
      (page) => samePlace(page.place, place) && hostOf(page.state.address) === hostOf(address) && near(page.now),
    );
    if (known) {
      if (Date.parse(now) > Date.parse(known.now)) known.now = now;
      return known;
    }
    const page: Page = { place, now, state: emptyVisit() };
    await take(page.state, { kind: 'arrive', epoch: EPOCH, address, fresh: true, locale }, doorsAt(now));
    this.#pages.push(page);
    return page;
  }

  /** Reads a response or an inline script; one that the extension would not pass on is told as missing. */
  async hear(page: Page, text: PageText): Promise<void> {
    const message =
      text.text.length > RESPONSE_CAP
        ? ({ kind: 'dropped', epoch: EPOCH } as const)
        : ({ kind: 'text', epoch: EPOCH, text } as const);
    await take(page.state, message, doorsAt(page.now));
  }

  /** Reads the document: its inline scripts, and what it shows. */
  async look(page: Page, html: string, address: string): Promise<void> {
    const platform = placeAt(address)?.platform;
    if (!platform) return;
    const { inline, readings } = await withDocument(html, address, (document) => {
      const locale = document.documentElement?.getAttribute('lang') || undefined;
      page.state.locale ??= locale;
      return {
        inline: platform.inlineTexts(document),
        readings: platform.readDocument(document, { place: page.place, now: page.now, locale }),
      };
    });
    for (const text of inline) await this.hear(page, { ...text, url: address });
    await take(page.state, { kind: 'readings', epoch: EPOCH, readings }, doorsAt(page.now));
  }

  /** One entry for each account, in the order in which they were first opened. */
  results(): Read[] {
    const profiles = this.#pages.filter(({ place }) => place.kind === 'profile');
    const read = profiles.map((page) => ({ page, result: this.#resultOf(page) }));
    const covered = (page: Page) =>
      read.some(
        ({ page: profile, result }) =>
          'snapshot' in result && isOf(result.snapshot, page) && near(profile, page) && sameHost(profile, page),
      );
    const alone = this.#pages.filter((page) => page.place.kind !== 'profile' && !covered(page));
    const kept = new Set([...profiles, ...alone]);
    return this.#pages.filter((page) => kept.has(page)).map((page) => this.#resultOf(page));
  }

  #resultOf(page: Page): Read {
    const { state, now } = page;
    if (!state.dossier) return { address: state.address, message: 'This page does not show one account.' };
    const others = this.#pages.flatMap((other) =>
      other !== page && other.place.kind !== 'profile' && other.state.dossier
        ? [{ left: other.now, host: hostOf(other.state.address), dossier: other.state.dossier }]
        : [],
    );
    const dossier = withOthers({ address: state.address, others }, state.dossier, now);
    const result = toSnapshot(dossier, now, state.address, state.locale);
    return 'refusal' in result ? { address: state.address, message: result.refusal.error.message } : result;
  }
}

function doorsAt(now: string) {
  return { placeAt, platformAt, now: async () => now };
}

const sameHost = (a: Page, b: Page) => hostOf(a.state.address) === hostOf(b.state.address);
const near = (a: Page, b: Page) => Math.abs(Date.parse(a.now) - Date.parse(b.now)) <= TOGETHER;

/** Whether a page of one post or list is of the snapshot's account. */
function isOf({ profile }: Snapshot, { state: { dossier } }: Page): boolean {
  if (!dossier) return false;
  if (profile.id !== undefined && dossier.id !== undefined) return profile.id === dossier.id;
  return dossier.handle !== undefined && dossier.handle.toLowerCase() === profile.handle.toLowerCase();
}
