/**
 * What may stand in a file about a page that a person sends by hand: what the readers read, and nothing that belongs to the
 * viewer. Secrets go by the names of their keys; a document keeps only attributes that are read.
 */
import { isObject, type Json, parseDocuments } from '../reading/shape';

const SECRET =
  /csrf|xsrf|token|cookie|passw|secret|dtsg|jazoest|fingerprint|e_?mail|phone|visitor_?data|tracking|nonce|session_?(?:id|key)|device_?id|web_?id|odin_?id|viewer_?(?:id|pk)|machine_?id|ip_?address|client_?(?:id|ip)|^(?:lsd|auth|authorization|me|ip|hsi)$/i;
/** Parts about the viewer. Of a post's `viewer` the plain yes and no stay: Bluesky's says what is pinned. */
const VIEWER =
  /^(?:profile_context|friendship_status|mutual_|(?:viewer|logged_?in_?(?:user|viewer)|current_?user|my_?profile|account_?switcher|push_subscription|settings|compose)$)/i;
const ADDRESS = /(?<![@\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const REMOVED = 'removed';
const DEPTH = 160;

function strippedValue(value: Json, key: string, own: ReadonlySet<string>, depth: number): Json {
  const hidden = SECRET.test(key) || VIEWER.test(key);
  if (typeof value === 'string') return hidden ? REMOVED : key === 'acct' ? value : value.replace(ADDRESS, REMOVED);
  if (typeof value === 'number') return hidden ? 0 : value;
  if (typeof value !== 'object' || value === null || depth > DEPTH) return typeof value === 'object' ? null : value;
  if (Array.isArray(value)) return value.map((entry) => strippedValue(entry, key, own, depth + 1));
  const onlyFlags = VIEWER.test(key);
  // YouTube lists facts of the request as pairs; the channel is the one that is read.
  const isPair = typeof value['key'] === 'string' && typeof value['value'] === 'string';
  const entries = Object.entries(value)
    .filter(([name, member]) => !own.has(name) && (!onlyFlags || typeof member === 'boolean'))
    .map(([name, member]): [string, Json] => [
      name,
      isPair && name === 'value' && value['key'] !== 'browse_id'
        ? REMOVED
        : strippedValue(member, name, own, depth + 1),
    ]);
  return Object.fromEntries(entries);
}

/** The viewer's own number, where a document says it ('me'): its account goes. */
function ownNumbers(document: Json): ReadonlySet<string> {
  const meta = isObject(document) && isObject(document['meta']) ? document['meta']['me'] : undefined;
  return new Set(typeof meta === 'string' && meta !== '' ? [meta] : []);
}

/** @returns JSON documents without secrets and viewer; '' for a text that is no JSON */
export function strippedText(text: string): string {
  return parseDocuments(text)
    .map((document) => JSON.stringify(strippedValue(document, '', ownNumbers(document), 0)))
    .join('\n');
}

/** An inline script: JSON, or an assignment of it. One that can't be told apart is left out. */
function strippedScript(text: string): string {
  // Some pages print line breaks inside the strings of their JSON-LD.
  const whole = strippedText(text) || strippedText(text.replace(/\p{Cc}/gu, ' '));
  if (whole !== '') return whole;
  const start = /(?:window\.)?(?:ytInitial(?:Data|PlayerResponse)|_sharedData)["'\]]*\s*=\s*(?=\{)/.exec(
    text.slice(0, 4000),
  );
  if (!start) return '';
  const body = text.slice(start.index + start[0].length);
  const end = body.lastIndexOf('}');
  const value = strippedText(body.slice(0, end + 1));
  return value === ''
    ? ''
    : `${start[0].startsWith('window.') ? '' : 'var '}${start[0].replace(/["'\]]/g, '')}${value};`;
}

/** Query parts that readers look at. */
const ASKED = new Set(
  'v id list secUid uniqueId aweme_id item_id comment_id scene post_item_list_request_type username actor actors pinned sort sk'.split(
    ' ',
  ),
);
const VARIABLES = ['userId', 'screen_name', 'focalTweetId'];

/** @returns an address without its fragment and without every part of its query that no reader looks at */
export function strippedAddress(address: string): string {
  const url = new URL(address);
  const parts = [...url.searchParams];
  url.hash = '';
  url.username = url.password = '';
  url.search = '';
  for (const [name, value] of parts) {
    if (ASKED.has(name)) url.searchParams.append(name, value);
    const inner = name === 'variables' || name === 'data' ? parseDocuments(value)[0] : undefined;
    if (!isObject(inner)) continue;
    const kept = name === 'data' ? { options: pick(inner['options'] ?? null, ['username']) } : pick(inner, VARIABLES);
    url.searchParams.append(name, JSON.stringify(kept));
  }
  return url.href;
}

function pick(value: Json, names: readonly string[]): Json {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) : null;
}

const GONE =
  'script, style, link, noscript, template, iframe, frame, object, embed, base, picture > source, canvas, audio, dialog form';
const ATTRIBUTES =
  /^(?:id|class|href|title|role|lang|dir|hidden|type|rel|name|content|property|itemprop|itemscope|itemtype|itemid|datetime|slot|aria-(?:label|hidden)|data-(?:e2e|testid|test-id|sjs|a-target|word-wrap|num-[a-z]+|activity-urn|attributed-urn|urn|app-initial-props)|video-id|ts|number)$/;
/** The public name of a post or a comment, where other ids could be anything. */
const URN = /^urn:[a-z]+:(?:activity|ugcPost|share|comment):/;
/** Where a site shows who is logged in: the elements stay, as signs that somebody is; their words and links go. */
const VIEWERS_PARTS =
  'nav, [role="navigation"], [role="banner"], [data-testid="SideNav_AccountSwitcher_Button"], [data-testid="AppTabBar_Profile_Link"], [data-e2e="profile-icon"], ytd-masthead, ytd-guide-renderer, ytm-mobile-topbar-renderer';
const SIGNS = /^\/(?:login|accounts\/login|direct\/inbox)/;
const SECRET_META = /csrf|token|nonce|verification|user|viewer|session|current/i;

/**
 * @param scripts texts of the inline scripts that are read
 * @returns the document as HTML text: no script that runs, no picture, no form value, nothing of the viewer's
 */
export function strippedDocument(document: Document, scripts: readonly string[]): string {
  // A document without a window loads nothing and runs nothing.
  const copy = document.implementation.createHTMLDocument('');
  const root = copy.importNode(document.documentElement, true);
  const wanted = new Set(scripts);
  for (const element of root.querySelectorAll(GONE)) {
    const text = element.localName === 'script' ? (element.textContent ?? '') : '';
    const isLinked = element.getAttribute('type') === 'application/ld+json';
    if (
      element.getAttribute('rel') === 'canonical' ||
      (element.localName === 'link' && element.hasAttribute('itemprop'))
    )
      continue;
    const kept = isLinked || wanted.has(text) ? strippedScript(text) : '';
    if (kept === '') element.remove();
    else element.textContent = kept.replaceAll('<', '\\u003c');
  }
  for (const element of [root, ...root.querySelectorAll('*')]) stripAttributes(element);
  for (const part of root.querySelectorAll(VIEWERS_PARTS)) blank(part);
  const texts = copy.createTreeWalker(root, 4 /* text */ | 128 /* comments */);
  const comments: Node[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.nodeType === 8) comments.push(node);
    else if (node.parentElement?.localName !== 'script')
      node.textContent = (node.textContent ?? '').replace(ADDRESS, REMOVED);
  }
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  return `<!doctype html>\n${root.outerHTML}\n`;
}

function stripAttributes(element: Element): void {
  const custom = element.localName.includes('-');
  const isField = ['input', 'textarea', 'select', 'option'].includes(element.localName);
  if (isField) element.textContent = '';
  if (element.localName === 'meta') {
    const name = `${element.getAttribute('name') ?? ''}${element.getAttribute('http-equiv') ?? ''}`;
    if (SECRET_META.test(name) || element.hasAttribute('http-equiv')) {
      element.remove();
      return;
    }
  }
  for (const { name, value } of [...element.attributes]) {
    const known =
      ATTRIBUTES.test(name) ||
      (name === 'data-id' && URN.test(value)) ||
      (custom && value.length < 300 && !SECRET.test(name) && !/^on/i.test(name));
    if (!known || (name === 'content' && element.localName !== 'meta')) element.removeAttribute(name);
    else if (name === 'href' && !SIGNS.test(value)) element.setAttribute('href', strippedLink(value));
    else element.setAttribute(name, value.replace(ADDRESS, REMOVED));
  }
}

function strippedLink(target: string): string {
  try {
    const base = 'https://page.invalid';
    const address = strippedAddress(new URL(target, base).href);
    return /^https?:/.test(address) ? address.replace(base, '') : '#';
  } catch {
    return '#';
  }
}

function blank(part: Element): void {
  for (const element of [part, ...part.querySelectorAll('*')]) {
    for (const name of ['title', 'aria-label', 'id', 'name']) element.removeAttribute(name);
    if (!SIGNS.test(element.getAttribute('href') ?? '')) element.removeAttribute('href');
    for (const child of [...element.childNodes]) if (child.nodeType === 3) child.textContent = '';
  }
}
