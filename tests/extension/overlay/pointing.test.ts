import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signal } from '../../../extension/.generated/report';
import { type Locate, makePointer, makePointing, type Pointing } from '../../../extension/overlay/pointing';
import { english, report } from '../views/reports';
import { add } from './layout';

const signal: Signal = {
  ...report('unusual').signals[0]!,
  items: ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'post' as const, id })),
};
const bare: Signal = { ...signal, id: 'audience_history' as Signal['id'], items: [] };

let tiles: HTMLElement[];
let pointing: Pointing;
const locate = vi.fn<Locate>();
const marks = { show: vi.fn(), place: vi.fn(), clear: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
  tiles = [add(), add()];
  for (const tile of tiles) tile.scrollIntoView = vi.fn();
  // The page shows a and b in one tile, c in another, d not at all.
  locate.mockImplementation(() => [tiles[0]!, tiles[0]!, tiles[1]!, null]);
  pointing = makePointing(locate, marks, window);
});

describe('pointing from a signal to the page', () => {
  it('counts the places on the page, not the items, and looks once', () => {
    expect(pointing.found(signal)).toBe(2);
    expect(pointing.found(signal)).toBe(2);
    expect(locate).toHaveBeenCalledOnce();
    expect(locate).toHaveBeenCalledWith(signal.items);
  });

  it('looks anew when it is told to forget, and when a place is gone', () => {
    pointing.found(signal);
    pointing.forget();
    pointing.found(signal);
    expect(locate).toHaveBeenCalledTimes(2);
    tiles[1]!.remove();
    pointing.found(signal);
    expect(locate).toHaveBeenCalledTimes(3);
  });

  it('does not look for a signal that names nothing', () => {
    expect(pointing.found(bare)).toBe(0);
    pointing.point(bare);
    expect(locate).not.toHaveBeenCalled();
    expect(marks.clear).toHaveBeenCalledOnce();
  });

  it('marks all places, and none', () => {
    pointing.point(signal);
    expect(marks.show).toHaveBeenCalledWith(tiles);
    pointing.point(null);
    expect(marks.clear).toHaveBeenCalledOnce();
  });

  it('goes from one place to the next and begins again', () => {
    expect([1, 2, 3].map(() => pointing.next(signal))).toEqual([1, 2, 1]);
    expect(marks.show.mock.calls.map(([, current]) => tiles.indexOf(current))).toEqual([0, 1, 0]);
    expect(tiles[0]!.scrollIntoView).toHaveBeenCalledTimes(2);
    expect(tiles[1]!.scrollIntoView).toHaveBeenCalledWith({ block: 'center', inline: 'nearest', behavior: 'smooth' });
  });

  it('does not glide for a person who wants no motion', () => {
    const query = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    pointing.next(signal);
    expect(query).toHaveBeenCalledWith('(prefers-reduced-motion: reduce)');
    query.mockRestore();
    expect(tiles[0]!.scrollIntoView).toHaveBeenCalledWith(expect.objectContaining({ behavior: 'instant' }));
  });
});

describe('what the card hears of it', () => {
  it('is the turn in words, and that nothing is there any more', () => {
    const say = vi.fn();
    const pointer = makePointer(pointing, english, say);
    pointer.next(signal);
    expect(say).toHaveBeenLastCalledWith(english.text('pointed_turn', { turn: '1', of: '2' }));
    pointer.next(signal);
    expect(say).toHaveBeenLastCalledWith(english.text('pointed_turn', { turn: '2', of: '2' }));
    locate.mockReturnValue([null, null, null, null]);
    pointing.forget();
    pointer.next(signal);
    expect(say).toHaveBeenLastCalledWith(english.text('pointed_gone'));
    expect(pointer.found(signal)).toBe(0);
  });
});
