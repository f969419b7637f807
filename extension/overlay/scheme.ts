/** Light or dark: the overlay follows the page's background, not the system, since pages choose for themselves. */
import type { Scheme } from '../views/tokens';

/** The scheme of what lies behind `element`: the first background on the way up that is not see-through. */
export function schemeBehind(element: Element, view: Window): Scheme {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const luminance = luminanceOf(view.getComputedStyle(node).backgroundColor);
    if (luminance !== undefined) return luminance < 0.4 ? 'dark' : 'light';
  }
  const declared = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme ?? '';
  const prefersDark = view.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
  return declared.includes('dark') && (prefersDark || !declared.includes('light')) ? 'dark' : 'light';
}

function parentOf(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/**
 * Perceived lightness 0..1 of a computed CSS colour; nothing for one that is more than half see-through or of an
 * unknown form. Browsers compute to rgb(), rgba(), color(srgb …) and, where the page wrote one, lab and lch forms.
 */
export function luminanceOf(color: string): number | undefined {
  const form = /^(\w+)\(/.exec(color.slice(0, 80))?.[1];
  const parts = (color.slice(0, 80).match(/-?\d*\.?\d+(e-?\d+)?%?/g) ?? []).map((part) =>
    part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part),
  );
  const alpha = color.includes('/') || form === 'rgba' ? (parts.at(-1) ?? 1) : 1;
  if (parts.length < 3 || alpha < 0.5) return undefined;
  const [a, b, c] = parts as [number, number, number];
  if (form === 'rgb' || form === 'rgba') return weighted(a / 255, b / 255, c / 255);
  if (form === 'color') return weighted(a, b, c);
  if (form === 'oklab' || form === 'oklch') return a;
  if (form === 'lab' || form === 'lch') return a > 1 ? a / 100 : a;
  return undefined;
}

/** Rec. 709 weights on the encoded values: near enough to tell a dark page from a light one. */
const weighted = (red: number, green: number, blue: number) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
