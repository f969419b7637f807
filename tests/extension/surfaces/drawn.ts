import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** A place in which a part of a page of ours is drawn, once what it does at first is done. */
export async function drawnAt(part: ComponentChild): Promise<HTMLElement> {
  const place = document.createElement('main');
  await act(() => render(part, place));
  return place;
}
