/** Whether an element paints something over what lies under it, as far as its styles tell. */

const PICTURES = 'img,video,canvas,svg,iframe,embed,object,input,textarea,select,button';
/** A tint that is fainter hides nothing. */
const LEAST_ALPHA = 0.1;
/** A wider border is a surface of its own, px. */
const WIDE_BORDER = 8;

/** True also where only a part that the styles make paints: before it, after it, or behind a dialog. */
export function paints(element: Element, view: Window): boolean {
  if (!isVisible(element)) return false;
  if (element.matches(PICTURES) || hasWords(element) || isPainted(view.getComputedStyle(element))) return true;
  if (element.matches(':modal, :popover-open') && isPainted(view.getComputedStyle(element, '::backdrop'))) return true;
  return ['::before', '::after'].some((part) => {
    const style = view.getComputedStyle(element, part);
    return isGenerated(style) && isPainted(style);
  });
}

/** Whether the styles make such a part at all. */
export function isGenerated({ content }: CSSStyleDeclaration): boolean {
  return content !== 'none' && content !== 'normal' && content !== '';
}

export function isPainted(style: CSSStyleDeclaration): boolean {
  const { backgroundColor, backgroundImage, boxShadow, borderTopWidth } = style;
  // Read by its name: not all that lays out knows it.
  const backdrop = style.getPropertyValue('backdrop-filter');
  return (
    alphaOf(backgroundColor) > LEAST_ALPHA ||
    isSet(backgroundImage) ||
    isSet(backdrop) ||
    boxShadow.includes('inset') ||
    Number.parseFloat(borderTopWidth) > WIDE_BORDER
  );
}

function isSet(value: string): boolean {
  return value !== '' && value !== 'none';
}

/** Of a computed colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 1 1 1 / 0.5)`; '' is none. */
function alphaOf(colour: string): number {
  if (colour === '' || colour === 'transparent') return 0;
  const parts = colour.split(/[(),/ ]+/).filter((part) => part !== '');
  const isFull = colour.includes('/') ? false : parts[0] !== 'rgba';
  return isFull ? 1 : Number(parts.at(-1));
}

function hasWords({ childNodes }: Element): boolean {
  for (const { nodeType, nodeValue } of childNodes) if (nodeType === 3 && nodeValue?.trim()) return true;
  return false;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;
}
