/**
 * The one node that Plumb adds to a page: a nameless element with a closed shadow root, beside <body>, outside every
 * list that a framework owns. It carries no attribute, so that no page rule can match it.
 */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

/** A page that removes or moves the host gets it back this often; then its wish stands. */
const MOST_RETURNS = 3;

/** Events that end here: host pages bind single keys and close their own layers on any click. */
const OWN_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'copy',
] as const;

/** @param onGone called once, when the page has removed the host for good */
export function attachHost(document: Document, sheets: CSSStyleSheet[], onGone: () => void): Host {
  removeOrphans(document);
  const element = document.createElement(randomName());
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = sheets;
  const stop = (event: Event) => event.stopPropagation();
  for (const name of OWN_EVENTS) element.addEventListener(name, stop, { passive: true });

  let returns = 0;
  const watch = new MutationObserver(() => {
    // Moved to another place it stands in what may be hidden: that is no other than a removal.
    if (element.parentNode === document.documentElement) return;
    if (returns === MOST_RETURNS) {
      watch.disconnect();
      onGone();
      return;
    }
    returns += 1;
    attach();
  });
  const attach = () => {
    watch.disconnect();
    document.documentElement.append(element);
    // A page may replace <html> itself: both levels are watched, and only their direct children.
    watch.observe(document, { childList: true });
    watch.observe(document.documentElement, { childList: true });
  };
  attach();
  return {
    element,
    root,
    remove() {
      watch.disconnect();
      element.remove();
    },
  };
}

/**
 * Takes away what an earlier life of ours has left: Firefox ends our scripts at an update without a word, and their node
 * stays, dead. It alone lets us look into closed roots; elsewhere the scripts that are ended take their node along.
 */
function removeOrphans({ documentElement }: Document): void {
  for (const child of [...documentElement.children]) {
    const { openOrClosedShadowRoot: root } = child as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    if (root?.querySelector('.plumb button.badge')) child.remove();
  }
}

/** An element that the page does not define needs a name with a hyphen to take a shadow root. */
function randomName(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
