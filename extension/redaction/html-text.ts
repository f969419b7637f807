/** Texts that hold HTML, as Mastodon's: their words, line breaks and links. */
import type { Addresses } from './addresses';
import type { Words } from './words';

const PLAIN = new Set(['p', 'br', 'span', 'em', 'strong', 'b', 'i', 'ul', 'ol', 'li', 'blockquote', 'a']);
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const unescaped = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? '');
export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function htmlText(html: string, words: Words, addresses: Addresses): string {
  let made = '';
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    const end = start < 0 ? -1 : html.indexOf('>', start);
    made += escaped(words.text(unescaped(html.slice(at, end < 0 ? undefined : start))));
    if (end < 0) break;
    made += tag(html.slice(start + 1, end), addresses);
    at = end + 1;
  }
  return made;
}

function tag(inside: string, addresses: Addresses): string {
  const name = /^\/?\w{1,20}(?=$|[\s/])/.exec(inside)?.[0] ?? '';
  if (!PLAIN.has(name.replace('/', '').toLowerCase())) return '';
  const from = inside.indexOf('href="');
  const to = inside.indexOf('"', from + 6);
  const link = from < 0 || to < 0 ? '' : addresses.address(unescaped(inside.slice(from + 6, to)));
  return `<${name}${link === '' ? '' : ` href="${link.replace(/"/g, '%22')}"`}${inside.endsWith('/') ? ' /' : ''}>`;
}
