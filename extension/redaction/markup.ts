/** A page's elements as a file may hold them, written as HTML: nothing that runs, loads, or was typed in. */
import type { Addresses } from './addresses';
import { escaped } from './html-text';
import type { Documents } from './json';
import type { Tree } from './page-parts';
import { jsonText, scriptText } from './scripts';
import type { Values } from './values';
import type { Vocabulary } from './vocabulary';
import type { Words } from './words';

const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const GONE = new Set(
  'style noscript template iframe frame object embed base canvas audio video source track'.split(' '),
);
/** What was typed, or stands ready to be. */
const FIELDS = new Set('input textarea select option'.split(' '));
const NAME = /^[a-z][a-z0-9-]{0,60}$/;
/** Attributes that pages of all kinds are made with, and the form of their values. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  lang: /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?$/,
  dir: /^(?:ltr|rtl|auto)$/,
  role: /^(?:alert|article|banner|button|cell|complementary|dialog|feed|figure|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|main|menu|menuitem|navigation|none|note|option|presentation|region|row|rowgroup|search|separator|status|tab|table|tablist|tabpanel|toolbar|tooltip|tree|treeitem)$/,
  hidden: /^$/,
  rel: /^(?:canonical|me|nofollow|noopener|noreferrer| )+$/,
  type: /^(?:application\/(?:ld\+)?json|text\/javascript|text|button|submit)$/,
  itemscope: /^$/,
  'aria-hidden': /^(?:true|false)$/,
};
const DEEPEST = 400;
/** Where a site shows who is logged in: of these elements only the signs stay that somebody is. */
const VIEWERS_PARTS = new Set('nav ytd-masthead ytd-guide-renderer ytm-mobile-topbar-renderer'.split(' '));
const VIEWERS_ROLES = new Set(['navigation', 'banner']);
const VIEWERS_MARKS = new Set(['SideNav_AccountSwitcher_Button', 'AppTabBar_Profile_Link', 'profile-icon']);
const SIGNS = /^\/(?:login|accounts\/login|direct\/inbox)(?=$|[/?#])/;

export interface Keep {
  words: Words;
  values: Values;
  addresses: Addresses;
  documents: Documents;
  vocabulary: Vocabulary;
}

type Attributes = ReadonlyMap<string, string>;

export function attributesOf(flat: readonly string[]): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) attributes.set(flat[at] as string, flat[at + 1] as string);
  return attributes;
}

/** Whether an element is one where a site shows who is logged in. */
export function isViewersPart(name: string, attributes: Attributes): boolean {
  return (
    VIEWERS_PARTS.has(name) ||
    VIEWERS_ROLES.has(attributes.get('role') ?? '') ||
    ['data-testid', 'data-e2e'].some((mark) => VIEWERS_MARKS.has(attributes.get(mark) ?? ''))
  );
}

export class Markup {
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  document(tree: Tree): string {
    return `<!doctype html>\n${this.#element(tree, false, 0)}\n`;
  }

  #element(tree: Tree, within: boolean, depth: number): string {
    if (typeof tree === 'string') return within ? '' : escaped(this.#keep.words.text(tree));
    const [name, flat, inside] = tree;
    if (GONE.has(name) || depth > DEEPEST || !NAME.test(name)) return '';
    const attributes = attributesOf(flat);
    if (name === 'script') return this.#script(attributes, inside);
    if (name === 'meta') return this.#meta(attributes);
    if (name === 'link' && attributes.get('rel') !== 'canonical' && !attributes.has('itemprop')) return '';
    const viewers = within || isViewersPart(name, attributes);
    const { said } = this.#keep.vocabulary;
    const shown = !name.includes('-') || said.has(name) || isViewersPart(name, new Map()) ? name : 'x-part';
    const kept = viewers ? this.#signs(attributes) : this.#attributes(name, attributes);
    const start = `<${shown}${kept}>`;
    if (EMPTY.has(name)) return start;
    const parts = FIELDS.has(name) ? [] : inside.map((part) => this.#element(part, viewers, depth + 1));
    return `${start}${parts.join('')}</${shown}>`;
  }

  #script(attributes: Attributes, inside: readonly Tree[]): string {
    const { documents, vocabulary } = this.#keep;
    const text = scriptText(inside.filter((part) => typeof part === 'string').join(''), documents, vocabulary);
    return text === ''
      ? ''
      : `<script${this.#attributes('script', attributes)}>${text.replaceAll('<', '\\u003c')}</script>`;
  }

  /** What a page says of itself, as far as readers ask for it. */
  #meta(attributes: Attributes): string {
    const { said } = this.#keep.vocabulary;
    const names = ['property', 'name', 'itemprop'].map((kind) => [kind, attributes.get(kind)] as const);
    const named = names.find(([, name]) => name !== undefined && said.has(name));
    const content = attributes.get('content');
    if (!named || content === undefined) return '';
    return `<meta ${named[0]}="${quoted(named[1] as string)}" content="${quoted(this.#keep.values.text(content, named[1] as string))}">`;
  }

  #signs(attributes: Attributes): string {
    const href = SIGNS.exec(attributes.get('href') ?? '')?.[0];
    const marks = ['data-testid', 'data-e2e'].filter((mark) =>
      this.#keep.vocabulary.said.has(attributes.get(mark) ?? ''),
    );
    const role = attributes.get('role') ?? '';
    return [
      ...(href === undefined ? [] : [` href="${href}"`]),
      ...marks.map((mark) => ` ${mark}="${attributes.get(mark)}"`),
      ...(PLAIN['role']?.test(role) ? [` role="${role}"`] : []),
    ].join('');
  }

  #attributes(element: string, attributes: Attributes): string {
    let made = '';
    for (const [name, value] of attributes) {
      const kept = NAME.test(name) && !name.startsWith('on') ? this.#attribute(element, name, value) : undefined;
      if (kept !== undefined) made += kept === '' ? ` ${name}` : ` ${name}="${quoted(kept)}"`;
    }
    return made;
  }

  /** undefined for an attribute that nobody reads. */
  #attribute(element: string, name: string, value: string): string | undefined {
    const { vocabulary, values, addresses, words, documents } = this.#keep;
    const form = PLAIN[name];
    if (form) return form.test(value) ? value : undefined;
    if (name === 'class') {
      const parts = value.split(/\s+/).map((part) => (vocabulary.said.has(part) ? part : words.signs(part)));
      return parts.filter(Boolean).join(' ') || undefined;
    }
    if (name === 'title' || name === 'aria-label') return words.text(value);
    if (name === 'href' || name === 'itemid' || name === 'itemtype')
      return SIGNS.exec(value)?.[0] ?? addresses.address(value);
    if (
      FIELDS.has(element) ||
      !(name === 'id' || vocabulary.said.has(name) || words.signs(name) === name) ||
      ['style', 'src', 'srcset', 'value', 'placeholder', 'content'].includes(name)
    )
      return undefined;
    if (/^\s*[{[]/.test(value)) return jsonText(value, documents) || undefined;
    if (!vocabulary.said.has(value) && (name.startsWith('data-') || name === 'id')) {
      const begins = [...vocabulary.said].find(
        (known) => known.length > 4 && known.endsWith('-') && value.startsWith(known),
      );
      const rest = value.slice(begins?.length ?? 0);
      if (begins !== undefined)
        return begins + (vocabulary.said.has(rest) || /^\d{1,2}$/.test(rest) ? rest : words.name(rest));
    }
    return name === 'id' && !vocabulary.said.has(value)
      ? words.name(value)
      : values.text(value, name.replaceAll('-', '_'));
  }
}

const quoted = (text: string) => escaped(text).replace(/"/g, '&quot;');
