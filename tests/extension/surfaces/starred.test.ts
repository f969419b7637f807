import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyVisit, type VisitState } from '../../../extension/dossier/visit';
import type { Star, ToPage } from '../../../extension/messages/messages';
import { placeAt } from '../../../extension/platforms/registry';
import { createStars } from '../../../extension/surfaces/starred';
import type { CreatorName } from '../../../extension/vetting/shortlist';
import type { Starring } from '../../../extension/vetting/starring';
import { english, report } from '../views/reports';

const toolbar = vi.hoisted(() => ({ text: '', title: 'Plumb', told: [] as string[] }));
vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      getBadgeText: async () => toolbar.text,
      getTitle: async () => toolbar.title,
      setBadgeText: async ({ text }: { text: string }) => {
        toolbar.text = text;
      },
      setTitle: async ({ title }: { title: string }) => {
        toolbar.title = title;
        toolbar.told.push(title);
      },
    },
  },
}));

/** Who is on the list, and what was asked of it. */
let on: boolean;
let starring: Starring;
let named: [CreatorName, boolean][];
let told: ToPage[];
let visit: VisitState | undefined;
let stars: ReturnType<typeof createStars>;

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(toolbar, { text: '≈', title: 'Plumb', told: [] });
  [on, named, told] = [false, [], []];
  visit = { ...emptyVisit(), epoch: 5, report: JSON.stringify(report('unusual')), snapshot: '{}' };
  starring = {
    look: async () => ({ on }),
    set: async (_, next) => {
      on = next;
      return { on };
    },
    setNamed: async (name, next) => void named.push([name, next]),
    renew: async () => {},
  };
  stars = createStars(starring, {
    look: async () => visit,
    words: async () => english,
    tell: async (_, message) => void told.push(message),
    placeAt,
  });
});

const chooseLink = async (linkUrl: string) => {
  stars.chosen({ menuItemId: 'star-link', linkUrl } as never, { id: 1 } as never);
  await vi.advanceTimersByTimeAsync(1);
};

describe('the button on a page', () => {
  it('is heard of the address that the tab shows now, and of no other', async () => {
    expect(await stars.pressed(1, { kind: 'star', epoch: 4, on: true })).toBeNull();
    expect(on).toBe(false);
    expect(await stars.pressed(1, { kind: 'star', epoch: 5, on: true })).toEqual({
      on: true,
      turn: expect.any(Number),
      note: english.text('star_added'),
    });
    visit = undefined;
    expect(await stars.pressed(1, { kind: 'star', epoch: 5, on: false })).toBeNull();
    expect(on).toBe(true);
  });
});

describe('looks and presses at the same time', () => {
  it('come one after the other, each with a higher turn', async () => {
    const slow = starring.look;
    let looked: () => void = () => {};
    starring.look = async (of) => {
      const found = await slow(of);
      await new Promise<void>((done) => {
        looked = done;
      });
      return found;
    };
    const telling = stars.tellPage(1);
    await vi.advanceTimersByTimeAsync(1);
    const pressing = stars.pressed(1, { kind: 'star', epoch: 5, on: true });
    await vi.advanceTimersByTimeAsync(1);
    expect(on).toBe(false);
    looked();
    const pressed = await pressing;
    await telling;
    const { star: seen } = told[0] as { star: Star };
    expect([seen.on, pressed?.on]).toEqual([false, true]);
    expect(pressed?.turn).toBeGreaterThan(seen.turn);
  });
});

describe('a page of our own', () => {
  it('is answered of whose answer it shows, and of nobody else', async () => {
    const asked = { kind: 'star', tab: 1, handle: 'mara.moves' } as const;
    expect(await stars.ofOwnPage(asked)).toEqual({ on: false, turn: expect.any(Number) });
    expect(await stars.ofOwnPage({ ...asked, handle: 'other', on: true })).toBeNull();
    expect(on).toBe(false);
    expect((await stars.ofOwnPage({ ...asked, on: true }))?.on).toBe(true);
  });
});

describe('the key and the menu of a page', () => {
  it('turn it about, tell the page, and the toolbar button for a while', async () => {
    await stars.toggle(1);
    const star = { on: true, turn: expect.any(Number), note: english.text('star_added') };
    expect(told).toEqual([{ kind: 'star', epoch: 5, star }]);
    expect([toolbar.text, toolbar.title]).toEqual(['★', 'Plumb: @mara.moves is on your list']);
    await vi.advanceTimersByTimeAsync(5000);
    // What it told before, that the page hides the answer, is told again.
    expect([toolbar.text, toolbar.title]).toEqual(['≈', 'Plumb']);
    stars.chosen({ menuItemId: 'star-page' } as never, { id: 1 } as never);
    await vi.advanceTimersByTimeAsync(1);
    expect([on, toolbar.text]).toEqual([false, '☆']);
  });

  it('say so where there is nobody to be put on a list', async () => {
    visit = undefined;
    await stars.toggle(1);
    expect(toolbar.told[0]).toMatch(/nothing was added/);
    expect(told).toEqual([]);
  });
});

describe('the menu of a link', () => {
  it('adds the profile that the address names, unread, by what the address says alone', async () => {
    await chooseLink('https://www.instagram.com/Mara.Moves/?igsh=abc#x');
    expect(named).toEqual([
      [
        {
          platform: 'instagram',
          host: '',
          handle: expect.stringMatching(/^mara\.moves$/i),
          url: 'https://www.instagram.com/Mara.Moves/',
        },
        true,
      ],
    ]);
    expect(toolbar.told[0]).toMatch(/is on your list/);
  });

  it('adds nobody by an address that is no profile’s, or is not of the site that names it', async () => {
    for (const address of [
      'https://www.instagram.com/p/Cxyz/',
      'https://www.instagram.com/explore/',
      'https://social.example/@ada',
      'https://blog.example/about',
      'https://instagram.com.evil.example/mara/',
      'javascript:alert(1)',
      'no address',
    ]) {
      await chooseLink(address);
      expect(toolbar.told.at(-1), address).toMatch(/nothing was added/);
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect(named).toEqual([]);
  });
});
