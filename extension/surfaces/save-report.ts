/** Saves a drawn report as one HTML file that needs nothing else: its own styles inside, no script, no address. */
import { reportStyles } from '../views/report/report-styles';
import { viewStyles } from '../views/styles';
import { systemSchemeTokens } from '../views/tokens';
import { download } from './download';

/** Even an edited copy may load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The file's text, from what stands in the page.
 * @param drawn the report's element
 * @param title the document's title, as text
 */
export function reportFile(drawn: Element, title: string): string {
  const file = drawn.ownerDocument.implementation.createHTMLDocument(title);
  const { documentElement, head, body } = file;
  documentElement.lang = drawn.getAttribute('lang') ?? 'en';
  documentElement.dir = drawn.getAttribute('dir') ?? 'ltr';
  const meta = (attributes: Record<string, string>) => {
    const element = file.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const style = file.createElement('style');
  style.textContent = `${systemSchemeTokens}${viewStyles}${reportStyles}html, body { margin: 0; }`;
  head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  );
  head.append(style);
  const copy = file.importNode(drawn, true);
  keepTyped(drawn, copy);
  // What needs a script to work has no place in it; what was open or shut by hand stays as it was.
  for (const needy of copy.querySelectorAll('.live, button, input, select, script')) needy.remove();
  for (const live of copy.querySelectorAll('[aria-live]')) live.removeAttribute('aria-live');
  // The file holds no address: what led somewhere stays as words.
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  body.append(copy);
  return `<!doctype html>\n${documentElement.outerHTML}\n`;
}

/** What was typed becomes text; a field that was left empty goes, with its label. */
function keepTyped(drawn: Element, copy: Element): void {
  const typed = [...drawn.querySelectorAll('input')].map(({ value }) => value.trim());
  [...copy.querySelectorAll('input')].forEach((field, index) => {
    if (field.type !== 'text') return;
    if (typed[index]) field.after(Object.assign(field.ownerDocument.createElement('b'), { textContent: typed[index] }));
    else field.parentElement?.remove();
  });
  for (const fields of copy.querySelectorAll('.fee-fields')) if (!fields.firstChild) fields.closest('.panel')?.remove();
}

/** Offers the file for download. The name holds nothing that came from a page. */
export function saveReport(drawn: Element, title: string, day: string): void {
  download(reportFile(drawn, title), 'text/html', `plumb-report-${day}.html`);
}
