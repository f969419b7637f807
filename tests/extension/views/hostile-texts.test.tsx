import { type ComponentChild, render } from 'preact';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { Card } from '../../../extension/views/card/card';
import { ReportPage } from '../../../extension/views/report/report-page';
import { figure } from '../../threats/figure';
import { english, report } from './reports';

const HANDLERS = ['onerror', 'onload', 'onfocus', 'onanimationstart', 'ontoggle'];
/** 150 texts that would be elements, handlers or addresses wherever they came to be markup. */
const TEXTS = [
  ...[
    'img src=x',
    'svg',
    'video src=x',
    'body',
    'details open',
    'input autofocus',
    'iframe',
    'marquee',
    'style',
  ].flatMap((tag) =>
    HANDLERS.flatMap((handler) => [`<${tag} ${handler}=alert(1)>`, `"><${tag} ${handler}='alert(1)'>`]),
  ),
  ...['script', 'iframe', 'object', 'embed', 'base', 'link', 'meta', 'form', 'math', 'template', 'x-y', 'a'].flatMap(
    (tag) => [
      `<${tag}>alert(1)</${tag}>`,
      `'-->${'</title>'}<${tag} href=javascript:alert(1)>`,
      `<${tag}/src=data:,a>`,
    ],
  ),
  ...[
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '{{7*7}}',
    '<%= 7*7 %>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
  ],
  ...['<b>', '</p>', '<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>', '\u2028<img src=x>', '<\u0000img src=x>'],
  ...Array.from({ length: 12 }, (_, index) => `${'<'.repeat(index + 1)}img src=x onerror=alert(${index})>`),
];
const FIELDS = ['handle', 'displayName', 'comment', 'author', 'item', 'brand'] as const;

/** A report and its snapshot whose texts of the page are these, one for each field. */
function given(texts: readonly string[]): { report: Report; snapshot: Snapshot } {
  const put = (field: (typeof FIELDS)[number]) => texts[FIELDS.indexOf(field)] ?? 'plain words';
  const base = structuredClone(report('unusual'));
  base.handle = put('handle');
  for (const signal of base.signals) for (const item of signal.items) item.id = put('item');
  const rows = base.items?.comments ?? [];
  const snapshot = {
    schema: 'plumb.snapshot/1',
    platform: base.platform,
    profile: { handle: base.handle, displayName: put('displayName') },
    posts: [{ id: 'p', sponsors: [put('brand')], caption: put('comment') }],
    comments: rows.map((_, index) => ({ id: String(index), author: put('author'), text: put('comment') })),
  };
  return { report: base, snapshot: snapshot as unknown as Snapshot };
}

/** The names of all elements that are drawn, and of their attributes. */
function drawn(view: ComponentChild): string {
  const place = document.createElement('div');
  render(view, place);
  const names = [...place.querySelectorAll('*')]
    .map(({ localName, attributes }) => `${localName} ${[...attributes].map(({ name }) => name).join(' ')}`)
    .join('\n');
  render(null, place);
  return names;
}

const nothing = () => {};
const doors = { arrow: true, copied: false, onClose: nothing, onCopy: nothing, onOpenReport: nothing };
const card = (texts: readonly string[]) =>
  drawn(<Card {...doors} state={{ kind: 'report', report: given(texts).report }} words={english} direction="ltr" />);
const page = (texts: readonly string[]) => drawn(<ReportPage {...given(texts)} words={english} />);

describe('texts of a page that would be markup', () => {
  it('T6: stay texts in every field: no element and no attribute more', () => {
    expect(TEXTS.length).toBe(150);
    const [plainCard, plainPage] = [card([]), page([])];
    expect(plainPage.split('\n').length).toBeGreaterThan(300);
    for (const text of TEXTS) expect(card(FIELDS.map(() => text)), text).toBe(plainCard);
    // Each text in each field once: six texts a page, in six turns.
    let tried = 0;
    for (let at = 0; at < TEXTS.length; at += FIELDS.length)
      for (let turn = 0; turn < FIELDS.length; turn += 1) {
        const texts = FIELDS.map((_, field) => TEXTS[at + ((field + turn) % FIELDS.length)] as string);
        expect(page(texts), texts.join(' ')).toBe(plainPage);
        tried += texts.length;
      }
    expect(tried).toBe(FIELDS.length * TEXTS.length);
    figure('T6', `elements and attributes of ${TEXTS.length} texts in the card`, 0, 0);
    figure(
      'T6',
      `texts × ${FIELDS.length} fields that become an element or attribute in the report`,
      `0 of ${tried}`,
      0,
    );
  });
});
