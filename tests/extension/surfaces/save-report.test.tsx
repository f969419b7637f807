// @vitest-environment happy-dom
/** @jsxImportSource preact */
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import english from '../../../extension/public/_locales/en/messages.json';
import { reportFile } from '../../../extension/surfaces/save-report';
import { ReportActions, ReportPage } from '../../../extension/views/report/report-page';
import { wordsFromMessages } from '../../../extension/views/words';
import unusual from '../views/invented/unusual.json';

const words = wordsFromMessages(english);
const hostile = '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';

function drawn(report: Report): Element {
  const place = document.createElement('div');
  render(
    <ReportPage
      report={report}
      words={words}
      actions={<ReportActions words={words} onPrint={() => {}} onSave={() => {}} />}
    />,
    place,
  );
  return place.firstElementChild as Element;
}

describe('the saved report', () => {
  const text = reportFile(drawn(unusual as unknown as Report), words.text('report_title'));

  it('stands alone: its styles inside, nothing that loads or runs', () => {
    expect(text.startsWith('<!doctype html>')).toBe(true);
    expect(text).toMatch(/<meta charset="utf-8">/);
    expect(text).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(text).not.toMatch(/<script|<link|<img|<iframe|<button|<input|\son\w+=|javascript:|@import|url\((?!#)/i);
    expect(text).toContain('--real:');
  });

  it('says what the page says, with the range, the basis and the closing words', () => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const said = page.body.textContent ?? '';
    for (const part of ['@mara.moves', '≈1,100 of 1,530', '840–\u20601,400', words.text('closing')])
      expect(said).toContain(part);
    expect(page.documentElement.lang).toBe('en');
  });

  it('takes a hostile name as text', () => {
    const made = reportFile(drawn({ ...(unusual as unknown as Report), handle: hostile }), hostile);
    const page = new DOMParser().parseFromString(made, 'text/html');
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(page.body.textContent).toContain('<script>');
  });
});
