/**
 * Where on the page a post, a comment or a person of the report is: by the public id in the addresses of links, which
 * every platform prints and no redesign renames. Reads the page and changes nothing on it.
 */
import type { Signal } from '../.generated/report';
import type { CommentTrace } from '../messages/messages';

export type Item = Signal['items'][number];

/** A word in a path, after which the id of a post stands. */
const POST_WORD = /^(?:p|reels?|tv|video|photo|status|shorts|live|posts?|note|pin)$/;
/** Parameters that hold the id of a post. */
const POST_KEYS = ['v', 'story_fbid', 'fbid'];
/** Parameters that hold the id of a comment. */
const COMMENT_KEYS = ['lc', 'comment_id'];

/** Steps up from a link to the whole tile, row or article that it stands in. */
const STEPS = 14;
/** A larger part of the window than this is no longer one item. */
const LARGEST = 0.7;
/** A comment's block holds less text than this, characters. */
const BLOCK_TEXT = 6000;

/** What a link points at. */
interface Target {
  post?: string;
  comment?: string;
  person?: string;
}

function targetOf(link: HTMLAnchorElement): Target {
  if (link.host !== '' && link.host !== link.ownerDocument.location.host) return {};
  const parts = link.pathname.split('/').filter((part) => part !== '');
  const keys = link.search ? new URLSearchParams(link.search) : null;
  const key = (names: readonly string[]) => names.map((name) => keys?.get(name)).find((value) => value) ?? undefined;
  const word = parts.findIndex((part) => POST_WORD.test(part));
  const post = word >= 0 ? parts[word + 1] : key(POST_KEYS);
  const after = word >= 0 ? parts.indexOf('c', word + 2) : -1;
  const comment = (after >= 0 ? parts[after + 1] : undefined) ?? key(COMMENT_KEYS);
  const person = parts.length === 1 && post === undefined ? parts[0]?.replace(/^@/, '').toLowerCase() : undefined;
  return { post, comment, person };
}

interface Index {
  targets: Map<HTMLAnchorElement, Target>;
  posts: Map<string, HTMLAnchorElement[]>;
  comments: Map<string, HTMLAnchorElement[]>;
  people: Map<string, HTMLAnchorElement[]>;
}

/** Links looked at on one page. */
const LINKS = 8000;

function indexLinks(document: Document): Index {
  const index: Index = { targets: new Map(), posts: new Map(), comments: new Map(), people: new Map() };
  const add = (map: Map<string, HTMLAnchorElement[]>, id: string | undefined, link: HTMLAnchorElement) => {
    if (id === undefined) return;
    const list = map.get(id);
    if (list) list.push(link);
    else map.set(id, [link]);
  };
  const links = document.links;
  for (let position = 0; position < Math.min(links.length, LINKS); position++) {
    const link = links[position];
    if (!(link instanceof HTMLAnchorElement)) continue;
    const target = targetOf(link);
    index.targets.set(link, target);
    add(index.posts, target.post, link);
    add(index.comments, target.comment, link);
    add(index.people, target.person, link);
  }
  return index;
}

/**
 * Finds the items on the page as it is now.
 * @param comments what the comments say, to find those that no link names: by their author and first words
 * @param own the platform's own way, asked first
 * @returns one entry an item, in order; null where the page does not show it
 */
export function locateItems(
  document: Document,
  items: readonly Item[],
  comments: readonly CommentTrace[] = [],
  own?: (document: Document, item: Item) => Element | null,
): (Element | null)[] {
  const index = indexLinks(document);
  const traces = new Map(comments.map((trace) => [trace.id, trace]));
  return items.map((item) => own?.(document, item) ?? locate(index, item, traces.get(item.id)));
}

function locate(index: Index, { kind, id }: Item, trace: CommentTrace | undefined): Element | null {
  switch (kind) {
    case 'post':
      return unitOf(index, index.posts.get(id), ({ post }) => post !== undefined && post !== id);
    case 'person': {
      const name = id.toLowerCase();
      return unitOf(index, index.people.get(name), ({ person }) => person !== undefined && person !== name);
    }
    case 'comment':
      return (
        unitOf(index, index.comments.get(id), ({ comment }) => comment !== undefined && comment !== id) ??
        // A reply on X is a post of its own.
        unitOf(index, index.posts.get(id), ({ post }) => post !== undefined && post !== id) ??
        (trace ? byWords(index, trace) : null)
      );
  }
}

/** The tile, row or article around the first visible link: as far up as no link in it points at another item. */
function unitOf(
  index: Index,
  links: HTMLAnchorElement[] | undefined,
  isOther: (target: Target) => boolean,
): Element | null {
  const link = links?.find(isVisible) ?? null;
  let unit: Element | null = link;
  let node = link?.parentElement;
  for (let step = 0; node && step < STEPS && isPart(node); step++, node = node.parentElement) {
    const others = [...node.getElementsByTagName('a')].some((each) => isOther(index.targets.get(each) ?? {}));
    if (others) break;
    unit = node;
    if (node.matches('article, [role="article"], li, tr')) break;
  }
  return unit;
}

/** The smallest block that holds a link to the author and the first words: an author can have said several things. */
function byWords(index: Index, { author, text }: CommentTrace): Element | null {
  const wanted = text && plain(text);
  if (!author || !wanted) return null;
  const blocks = (index.people.get(author.toLowerCase()) ?? []).flatMap((link) => {
    let node = link.parentElement;
    for (let step = 0; node && step < STEPS && isPart(node); step++, node = node.parentElement) {
      const said = node.textContent ?? '';
      if (said.length > BLOCK_TEXT) break;
      if (plain(said).includes(wanted)) return [{ node, length: said.length }];
    }
    return [];
  });
  return blocks.sort((a, b) => a.length - b.length)[0]?.node ?? null;
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

function isVisible(link: Element): boolean {
  const { width, height } = link.getBoundingClientRect();
  return width > 0 && height > 0;
}

function isPart(node: Element): boolean {
  if (node.matches('html, body, main, [role="main"], [role="feed"]')) return false;
  const view = node.ownerDocument.defaultView;
  const { width, height } = node.getBoundingClientRect();
  return view === null || width * height <= LARGEST * view.innerWidth * view.innerHeight;
}
