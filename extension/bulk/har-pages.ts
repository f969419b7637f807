/** The pages of a HAR text, read. */
import { isListed } from '../platforms/responses';
import { bodyOf, canonical, type HarEntry, headerOf, isHtml, isRedirect, parseHar, type Visit, visitsIn } from './har';
import { type Read, SavedPages } from './pages';

const REDIRECTS = 20;

/**
 * Reads every page of a HAR.
 * @param name of the file, for sentences
 * @returns one entry for each account; [] where no page shows one
 * @throws HarError with a sentence where the text is no HAR
 */
export async function readHar(text: string, name: string): Promise<Read[]> {
  const pages = new SavedPages();
  for (const visit of visitsIn(parseHar(text, name), name)) await readVisit(pages, visit);
  return pages.results();
}

async function readVisit(pages: SavedPages, { url, now, entries }: Visit): Promise<void> {
  const { address, entry } = documentOf(url, entries);
  const page = await pages.open(address, now);
  if (!page) return;
  if (entry) await pages.look(page, bodyOf(entry).toString('utf8'), address);
  for (const answer of entries)
    if (answer !== entry && isHeard(answer))
      await pages.hear(page, {
        via: 'response',
        url: answer.request.url,
        page: address,
        text: bodyOf(answer).toString('utf8'),
      });
}

/** The answers that the extension's observer would pass on. */
function isHeard({ request, response }: HarEntry): boolean {
  return response.status >= 200 && response.status <= 299 && isListed(request.url);
}

/** The document of a page, and its address: behind all redirects. Without an entry where the HAR holds none. */
function documentOf(url: string, entries: readonly HarEntry[]): { address: string; entry: HarEntry | undefined } {
  let address = url;
  for (let step = 0; step < REDIRECTS; step += 1) {
    const entry = entries.find(
      ({ request }) => request.method.toUpperCase() === 'GET' && canonical(request.url) === canonical(address),
    );
    const to =
      entry && isRedirect(entry)
        ? entry.response.redirectURL || headerOf(entry.response.headers, 'location')
        : undefined;
    if (!to || !URL.canParse(to, address)) return { address, entry: entry && isHtml(entry) ? entry : undefined };
    address = new URL(to, address).href;
  }
  return { address, entry: undefined };
}
