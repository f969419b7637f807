/**
 * Marks posts and comments of the page in our own layer: an SVG in the overlay's root, over the page and under the
 * card. No node of the page is touched; what moves is measured again.
 */
export interface Highlights {
  /** Marks these elements in place of those before; `current` is the one that was scrolled to. */
  show(elements: readonly Element[], current?: Element): void;
  /** Measures again; to be called when the page may have moved. */
  place(): void;
  clear(): void;
}

/** Space between an element and its frame, px. */
const AIR = 3;
/** More frames than this say nothing more. */
const MOST = 60;

const SVG = 'http://www.w3.org/2000/svg';

/** @param layer an SVG in the overlay's root that nothing else draws in; @param host the overlay's element */
export function makeHighlights(layer: SVGSVGElement, host: Element): Highlights {
  let marked: readonly Element[] = [];
  let current: Element | undefined;

  const place = () => {
    if (marked.length === 0) return;
    const origin = host.getBoundingClientRect();
    const frames = marked.flatMap((element) => {
      if (!element.isConnected) return [];
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width < 2 || height < 2) return [];
      const frame = layer.ownerDocument.createElementNS(SVG, 'rect');
      const box = {
        x: left - origin.left - AIR,
        y: top - origin.top - AIR,
        width: width + 2 * AIR,
        height: height + 2 * AIR,
        rx: 8,
      };
      for (const [name, value] of Object.entries(box)) frame.setAttribute(name, String(Math.round(value * 2) / 2));
      frame.setAttribute('class', element === current ? 'frame current' : 'frame');
      return [frame];
    });
    layer.replaceChildren(...frames);
  };

  return {
    show(elements, now) {
      marked = elements.slice(0, MOST);
      current = now;
      layer.replaceChildren();
      place();
    },
    place,
    clear() {
      marked = [];
      current = undefined;
      layer.replaceChildren();
    },
  };
}
