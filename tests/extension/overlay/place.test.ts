import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../extension/overlay/place';

const badge = { left: 600, top: 140, right: 900, bottom: 166 };

describe('the card opens', () => {
  it('below the badge, its arrow at the badge', () => {
    expect(placeCard(badge, 362, { width: 1200, height: 900 }, 'ltr')).toEqual({
      left: 660,
      top: 176,
      room: 640,
      arrow: 90,
      attached: true,
    });
  });

  it('inside the window, wherever the badge is', () => {
    for (const [left, top, width, height] of [
      [0, 0, 320, 480],
      [280, 460, 320, 480],
      [1100, 850, 1200, 900],
      [5, -300, 800, 600],
    ] as const) {
      const place = placeCard(
        { left, top, right: left + 84, bottom: top + 26 },
        Math.min(362, width - 16),
        { width, height },
        'ltr',
      );
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + Math.min(362, width - 16)).toBeLessThanOrEqual(width - 8);
      expect(place.top).toBeGreaterThanOrEqual(8);
      expect(place.top + place.room).toBeLessThanOrEqual(height - 8);
      expect(place.room).toBeGreaterThan(200);
    }
  });

  it('in the upper corner where the badge has no place', () => {
    expect(placeCard(null, 362, { width: 1200, height: 900 }, 'ltr')).toMatchObject({
      left: 830,
      top: 8,
      attached: false,
    });
    expect(placeCard(null, 362, { width: 1200, height: 900 }, 'rtl')).toMatchObject({ left: 8 });
  });
});
