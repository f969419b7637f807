/** Where the keyboard's focus is on a page of ours. */
import type { Page } from 'puppeteer-core';

/** The name of the control with the focus; nothing while the document itself has it. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: here } = document;
    if (!here || here === document.body) return '';
    const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : undefined;
    const name = here.getAttribute('name') || here.getAttribute('aria-label');
    return (name || label || here.textContent || here.tagName).trim();
  });
