/**
 * Zeeschuimer's export (https://github.com/digitalmethodsinitiative/zeeschuimer): one line for each post or comment that a
 * page's answers held, with the addresses of the answer and of the page. Its headers are not in it: followers are known only
 * where the posts carry them.
 */
import { isListed } from '../platforms/responses';
import { isObject, type Json, type JsonObject } from '../reading/shape';
import { type Read, SavedPages } from './pages';

/** Longest text that lines of one answer are put together in, characters. */
const TOGETHER_MOST = 4 * 1024 * 1024;

interface Item {
  address: string;
  url: string;
  /** RFC 3339 in UTC. */
  now: string;
  data: JsonObject;
}

export interface ReadLines {
  results: Read[];
  /** Lines that are no items of an export: number from 1, and a word. */
  damaged: { line: number; why: string }[];
  /** Items of pages that show no account (search, home feed). */
  elsewhere: number;
}

/** Whether the first line of a text is an item of an export. */
export function isExport(line: string): boolean {
  return typeof itemOf(line) !== 'string';
}

/** Reads an export line by line; memory holds what is known of its accounts, never all lines. */
export async function readExport(lines: AsyncIterable<string> | Iterable<string>): Promise<ReadLines> {
  const pages = new SavedPages();
  const read: ReadLines = { results: [], damaged: [], elsewhere: 0 };
  let answer: { last: Item; data: JsonObject[]; length: number } | undefined;
  const flush = async () => {
    if (answer && !(await hear(pages, answer.last, answer.data))) read.elsewhere += answer.data.length;
    answer = undefined;
  };
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const item = itemOf(line);
    if (typeof item === 'string') {
      read.damaged.push({ line: number, why: item });
      continue;
    }
    const goesOn =
      answer?.last.url === item.url && answer.last.address === item.address && answer.length < TOGETHER_MOST;
    if (!goesOn) await flush();
    answer ??= { last: item, data: [], length: 0 };
    answer.last = item;
    answer.data.push(item.data);
    answer.length += line.length;
  }
  await flush();
  read.results = pages.results();
  return read;
}

/** @returns false where the items' page shows no account */
async function hear(pages: SavedPages, { address, url, now }: Item, items: JsonObject[]): Promise<boolean> {
  const page = await pages.open(address, now);
  if (!page) return false;
  // What no answer of the list held, the page's own document did.
  const via = isListed(url) ? 'response' : 'inline';
  await pages.hear(page, { via, url, page: address, text: JSON.stringify({ items }) });
  return true;
}

/** @returns what is wrong with the line, where it is no item */
function itemOf(line: string): Item | string {
  let value: Json;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'is not JSON';
  }
  if (!isObject(value)) return 'is no object';
  const { source_platform_url: page, source_url: url, timestamp_collected: at, data } = value;
  const time = new Date(typeof at === 'number' || typeof at === 'string' ? at : Number.NaN);
  if (!isObject(data as Json)) return 'holds no data';
  if (Number.isNaN(time.getTime())) return 'has no timestamp_collected';
  if (typeof page !== 'string' || !URL.canParse(page)) return 'has no source_platform_url';
  const from = typeof url === 'string' && URL.canParse(url) ? url : page;
  return { address: page, url: from, now: time.toISOString(), data: data as JsonObject };
}
