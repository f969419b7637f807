/** What is drawn for the address that is shown: the skeleton as soon as the count stands, then what the background answers. */

import type { Answer, Arrived, Star, Unseen } from '../messages/messages';
import { mountOverlay, type Overlay, type OverlayOptions } from '../overlay/overlay';
import { siteAt } from '../platforms/pages';
import type { PagePlatform } from '../platforms/platform';
import type { Place } from '../reading/place';
import type { Settings } from '../settings/settings';
import { locateItems } from './locate-item';
import { makeSpeech } from './speech';

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
  /** The background doesn't answer: a skeleton that stands says so, until it does. */
  giveUp(): void;
  show(answer: Answer): void;
  /** Whether the account is on the person's list. */
  star(star: Star | null): void;
  toggle(): void;
  clear(): void;
  /** Why the person does not see the overlay. */
  readonly unseen: Unseen | undefined;
}

export interface DrawingDoors {
  later(task: () => unknown): void;
  /** Opens the full report. */
  onOpenReport: NonNullable<OverlayOptions['onOpenReport']>;
  onReportPage: NonNullable<OverlayOptions['onReportPage']>;
  onHost: NonNullable<OverlayOptions['onHost']>;
  onStar(on: boolean): Promise<Star | undefined>;
  /** @param how  undefined: the person sees again what is drawn */
  onUnseen(how: Unseen | undefined): void;
}

/** A document that has removed it for good at so many of its addresses gets it no more. */
const MOST_REMOVALS = 3;

export function makeDrawing(doors: DrawingDoors): Drawing {
  return new PageDrawing(doors);
}

class PageDrawing implements Drawing {
  readonly #doors: DrawingDoors;
  readonly #speech = makeSpeech();
  #here: Here | null = null;
  /** Whether the person's choice lets us draw; undefined before anybody has told. */
  #mayDraw: boolean | undefined;
  #badgeOnly = false;
  #mark = '';
  #answered: Answer | undefined;
  /** Nobody has answered for longer than it ever takes. */
  #isHung = false;
  #star: Star | undefined;
  #overlay: Overlay | undefined;
  #unseen: Unseen | undefined;
  #removals = 0;
  #frame = 0;

  constructor(doors: DrawingDoors) {
    this.#doors = doors;
  }

  get unseen(): Unseen | undefined {
    return this.#unseen;
  }

  move(next: Here | null, kept: boolean): void {
    if (!kept) this.clear();
    this.#here = next;
    if (next && !this.#speech.isReady) this.#speech.prepare(this.#doors.later, () => this.look());
    this.look();
  }

  look(): void {
    if (this.#frame) return;
    this.#lookNow();
    this.lookNextFrame();
  }

  lookNextFrame(): void {
    if (this.#frame || this.#overlay || !this.#here) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#lookNow();
    });
  }

  #lookNow(): void {
    const here = this.#here;
    if (this.#overlay || !here || !this.#mayDraw || !this.#speech.isReady) return;
    if (this.#removals < MOST_REMOVALS && here.platform.anchor(document, here.place)) this.#draw(here);
  }

  prepare(chosen: Settings): void {
    const site = siteAt(location.href);
    const isOff = site !== null && chosen.off.includes(site.platform);
    // The words of a chosen language come with the background's answer.
    if (this.#mayDraw !== undefined || chosen.language !== null || isOff) return;
    this.#mayDraw = true;
    this.#badgeOnly = chosen.badgeOnly;
    this.#mark = chosen.mark;
    this.look();
  }

  settle(arrived: Arrived): void {
    const before = this.#manner();
    this.#mayDraw = arrived.off !== true;
    this.#badgeOnly = arrived.badgeOnly === true;
    this.#mark = arrived.mark ?? '';
    this.#speech.choose(arrived.messages);
    // What was drawn without asking is drawn again where it would stand otherwise.
    if (before !== this.#manner()) this.clear();
  }

  /** What the person can choose of the overlay's looks. */
  #manner(): string {
    return `${this.#badgeOnly} ${this.#speech.locale}`;
  }

  wait(): void {
    this.#mayDraw = false;
    // Without an answer there is nothing that a skeleton could wait for.
    if (!this.#answered) this.clear();
  }

  giveUp(): void {
    if (this.#answered) return;
    this.#isHung = true;
    this.#overlay?.show(this.#waiting());
  }

  /** What stands there before an answer has come; a header may be there later than anybody would have answered. */
  #waiting(): Parameters<Overlay['show']>[0] {
    if (!this.#isHung) return { kind: 'reading' };
    return { kind: 'refusal', refusal: { error: { code: 'internal', message: 'no answer' } } };
  }

  show(answer: Answer): void {
    if (!this.#here) return;
    this.#answered = answer;
    if (!this.#overlay && this.#removals >= MOST_REMOVALS) {
      this.#tellUnseen('removed');
      return;
    }
    const shown = this.#overlay ?? this.#draw(this.#here);
    if (answer.report) shown.show({ kind: 'report', report: answer.report, missing: answer.missing });
    else if (answer.refusal) shown.show({ kind: 'refusal', refusal: answer.refusal });
  }

  star(star: Star | null): void {
    if (star && this.#star && star.turn < this.#star.turn) return;
    this.#star = star ?? undefined;
    this.#overlay?.star(this.#star);
  }

  toggle(): void {
    this.#overlay?.toggle();
  }

  clear(): void {
    this.#overlay?.remove();
    this.#overlay = undefined;
    this.#unseen = undefined;
    this.#answered = undefined;
    this.#isHung = false;
    this.#star = undefined;
  }

  #draw({ platform, place }: Here): Overlay {
    const { onOpenReport, onReportPage, onStar, onHost } = this.#doors;
    this.#overlay = mountOverlay({
      onOpenReport,
      onReportPage,
      onStar: async (on) => {
        const star = await onStar(on);
        if (star) this.star({ ...star, note: this.#star?.note });
        return star;
      },
      onHost,
      document,
      anchor: () => platform.anchor(document, this.#named(place)),
      words: this.#speech.words(),
      badgeOnly: this.#badgeOnly,
      mark: () => this.#mark,
      onGone: () => {
        this.#removals += 1;
        this.#tellUnseen('removed');
      },
      onHidden: (hidden) => this.#tellUnseen(hidden ? 'hidden' : undefined),
      locate: (items) => locateItems(document, items, this.#answered?.comments, platform.locateItem),
    });
    this.#overlay.show(this.#waiting());
    this.#overlay.star(this.#star);
    return this.#overlay;
  }

  #tellUnseen(how: Unseen | undefined): void {
    this.#unseen = how;
    this.#doors.onUnseen(how);
  }

  /** The place, with the account's name once it is known: an address that names none can't tell whose header stands there. */
  #named(place: Place): Place {
    const handle = this.#answered?.report?.handle;
    return place.kind === 'profile' && place.handle === undefined && handle !== undefined && handle !== place.id
      ? { ...place, handle }
      : place;
  }
}
