/**
 * Puts a captured or hand-written page through the readers as the browser does: inline scripts, responses and the
 * document of one address become one snapshot.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { addReading, emptyDossier } from '../../../extension/dossier/dossier';
import { toSnapshot } from '../../../extension/dossier/snapshot';
import { placeAt } from '../../../extension/platforms/registry';
import { isListed } from '../../../extension/platforms/responses';
import type { PageText, ReadContext } from '../../../extension/reading/place';
import type { Reading } from '../../../extension/reading/reading';

export const CAPTURES = new URL('../../../../shared/captures/', import.meta.url);
export const capturesAreThere = existsSync(CAPTURES);

export interface CapturedPage {
  address: string;
  now: string;
  locale?: string;
  /** The document; a plain shell where the page is known by its responses only. */
  html?: string;
  /** Responses: address and body. */
  responses?: { url: string; body: string; page?: string }[];
  /** The address that the document was loaded from, where the address bar shows another by now. */
  loaded?: string;
  /** Inline scripts read by themselves, where there is no document. */
  inline?: { name: string; text: string }[];
}

export function capture(path: string): string {
  return readFileSync(new URL(path, CAPTURES), 'utf8');
}

/** A document of this address; nothing in it runs or loads. */
export function documentOf(html: string, address: string): Document {
  const window = new Window({
    url: address,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    } as never,
  });
  window.document.write(html);
  return window.document as unknown as Document;
}

export function readingsOf(page: CapturedPage): Reading[] {
  const found = placeAt(page.address);
  if (!found) return [];
  const { platform, place } = found;
  const document = page.html === undefined ? undefined : documentOf(page.html, page.address);
  const locale = page.locale ?? (document?.documentElement.getAttribute('lang') || undefined);
  const context: ReadContext = { place, now: page.now, ...(locale === undefined ? {} : { locale }) };
  const inline: PageText[] = (document ? platform.inlineTexts(document) : []).map((text) => ({
    page: page.loaded ?? page.address,
    ...text,
  }));
  const named: PageText[] = (page.inline ?? []).map(({ name, text }) => ({
    via: 'inline',
    url: page.address,
    name,
    text,
  }));
  // The observer passes on what is on its list, and nothing else.
  const responses: PageText[] = (page.responses ?? [])
    .filter(({ url }) => isListed(url))
    .map(({ url, body, page: from }) => ({
      via: 'response',
      url,
      text: body,
      ...(from === undefined ? {} : { page: from }),
    }));
  return [
    ...[...inline, ...named, ...responses].flatMap((text) => platform.readPageText(text, context)),
    ...(document ? platform.readDocument(document, context) : []),
  ];
}

export function snapshotOf(
  page: CapturedPage,
): { snapshot: Snapshot } | { refusal: { error: { code: string; message: string } } } {
  const found = placeAt(page.address);
  if (!found) return { refusal: { error: { code: 'not_a_profile', message: 'no account at this address' } } };
  const dossier = readingsOf(page).reduce(addReading, emptyDossier(found.place));
  return toSnapshot(dossier, page.now, page.address, page.locale);
}
