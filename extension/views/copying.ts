/** What the clipboard gets: any copied piece carries the whole sentence, so that no figure leaves without its range and basis. */
import type { Report } from '../.generated/report';
import { copyText, plainText } from './summary';
import type { Words } from './words';

/**
 * Answers a copy event.
 * @param selected what the person has selected; the sentence alone is copied where that is nothing
 */
export function copyWithRange(event: ClipboardEvent, selected: string, report: Report, words: Words): void {
  const { clipboardData } = event;
  if (!clipboardData) return;
  const sentence = copyText(report, words);
  clipboardData.setData('text/plain', selected ? `${plainText(selected)}\n\n${sentence}` : sentence);
  event.preventDefault();
}

/** The selection's text, without the space around it. */
export const selectedText = (selection: Selection | null | undefined): string => selection?.toString().trim() ?? '';
