/** What is drawn for the address that is shown: the skeleton as soon as the count stands, then what the background answers. */

import type { Answer, Arrived } from '../messages/messages';
import { mountOverlay, type Overlay, type OverlayOptions } from '../overlay/overlay';
import { siteAt } from '../platforms/pages';
import type { PagePlatform } from '../platforms/platform';
import type { Place } from '../reading/place';
import type { Settings } from '../settings/settings';
import { extensionWords, type Words, wordsFromMessages } from '../views/words';
import { locateItems } from './locate-item';

/** An address whose pages we read. */
export interface Here {
  platform: PagePlatform;
  place: Place;
}

export interface Drawing {
  /** Another address is shown. @param kept what is drawn is this address's own, and stays until the next answer */
  move(here: Here | null, kept: boolean): void;
  /** The page has changed: the skeleton stands in the frame in which the count appears. Looks once or twice a frame. */
  look(): void;
  /** The same without haste. */
  lookNextFrame(): void;
  /** What the person has chosen, as it is stored: known long before a background that is still asleep can answer. */
  prepare(chosen: Settings): void;
  /** What the background tells of it. */
  settle(arrived: Arrived): void;
  /** Nothing is drawn before the person's choice is known: it may have changed, or nobody answers. */
  wait(): void;
  show(answer: Answer): void;
  toggle(): void;
  clear(): void;
  /** The page has removed the overlay for good. */
  readonly blocked: boolean;
}

export interface DrawingDoors {
  later(task: () => unknown): void;
  /** Opens the full report. */
  onOpenReport: NonNullable<OverlayOptions['onOpenReport']>;
  onReportPage: NonNullable<OverlayOptions['onReportPage']>;
  onGone: NonNullable<OverlayOptions['onGone']>;
}

export function makeDrawing({ later, onGone, ...doors }: DrawingDoors): Drawing {
  let here: Here | null = null;
  /** Whether the person's choice lets us draw; undefined before anybody has told. */
  let mayDraw: boolean | undefined;
  let badgeOnly = false;
  let words: Words | undefined;
  let wordsAreMade = false;
  let answered: Answer | undefined;
  let overlay: Overlay | undefined;
  let blocked = false;
  let frame = 0;

  /** The words that are known to be wanted, or those of the browser's language. */
  function speech(): Words {
    words ??= extensionWords();
    return words;
  }

  /** Ahead of the skeleton, each in a task of its own: the first of each kind takes a process about 10 ms. */
  function prepareWords(): void {
    later(speech);
    later(() => Intl.NumberFormat.supportedLocalesOf(speech().locale));
    later(() => {
      void speech().numbers;
      wordsAreMade = true;
      look();
    });
  }

  /** The place, with the account's name once it is known: an address that names none can't tell whose header stands there. */
  function named(place: Place): Place {
    const handle = answered?.report?.handle;
    return place.kind === 'profile' && place.handle === undefined && handle !== undefined && handle !== place.id
      ? { ...place, handle }
      : place;
  }

  function draw({ platform, place }: Here): Overlay {
    overlay = mountOverlay({
      ...doors,
      document,
      anchor: () => platform.anchor(document, named(place)),
      words: speech(),
      badgeOnly,
      onGone: () => {
        blocked = true;
        onGone();
      },
      locate: (items) => locateItems(document, items, answered?.comments, platform.locateItem),
    });
    overlay.show({ kind: 'reading' });
    return overlay;
  }

  function clear(): void {
    overlay?.remove();
    overlay = undefined;
    blocked = false;
    answered = undefined;
  }

  function lookNow(): void {
    if (!overlay && here && mayDraw && wordsAreMade && here.platform.anchor(document, here.place)) draw(here);
  }

  function lookNextFrame(): void {
    if (frame || overlay || !here) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      lookNow();
    });
  }

  function look(): void {
    if (frame) return;
    lookNow();
    lookNextFrame();
  }

  return {
    move(next, kept) {
      if (!kept) clear();
      here = next;
      if (here && !wordsAreMade) prepareWords();
      look();
    },
    look,
    lookNextFrame,
    prepare(chosen) {
      const site = siteAt(location.href);
      // The words of a chosen language come with the background's answer.
      if (mayDraw !== undefined || chosen.language !== null || (site && chosen.off.includes(site.platform))) return;
      mayDraw = true;
      badgeOnly = chosen.badgeOnly;
      look();
    },
    settle(arrived) {
      const before = `${badgeOnly} ${words?.locale}`;
      mayDraw = arrived.off !== true;
      badgeOnly = arrived.badgeOnly === true;
      words = arrived.messages ? wordsFromMessages(arrived.messages) : extensionWords();
      // What was drawn without asking is drawn again where it would stand otherwise.
      if (before !== `${badgeOnly} ${words.locale}`) clear();
    },
    wait() {
      mayDraw = false;
      // Without an answer there is nothing that a skeleton could wait for.
      if (!answered) clear();
    },
    show(answer) {
      if (!here) return;
      answered = answer;
      const shown = overlay ?? draw(here);
      if (answer.report) shown.show({ kind: 'report', report: answer.report, missing: answer.missing });
      else if (answer.refusal) shown.show({ kind: 'refusal', refusal: answer.refusal });
    },
    toggle: () => overlay?.toggle(),
    clear,
    get blocked() {
      return blocked;
    },
  };
}
