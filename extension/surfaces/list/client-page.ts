/** The list as one HTML file for a client to read: a table, its own styles, no script, no address of ours, no notes. */
import type { Shortlist } from '../../vetting/shortlist';
import { factOf, placeText, ratioText } from '../../views/fact';
import { pageText } from '../../views/page-text';
import { standingText } from '../../views/standing';
import type { Words } from '../../views/words';
import { costNames, money } from './cells';
import { mainCost } from './costs';
import { statusNames } from './decide';
import { feeTerms } from './fee-cell';
import { nameOf, type Row, reportOf } from './row';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLES = `:root { color-scheme: light dark; } body { font: 14px/1.45 system-ui, sans-serif; margin: 24px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid #8886; } small { opacity: .75; }
.frame { overflow-x: auto; } @media print { body { margin: 10mm; font-size: 11px; } }`;
/** Longest reason in the table, in characters. */
const REASON = 600;

/** The cells of a creator as texts, each with a smaller second line. */
function cellsOf(row: Row, words: Words): [text: string, small?: string][] {
  const { creator, entry } = row;
  const report = reportOf(row);
  const fact = report && factOf(report, words);
  const cost = mainCost(row);
  const said = cost && money(cost, cost.currency, words);
  const { fee } = entry;
  return [
    [nameOf(creator), `@${pageText(creator.handle)} · ${words.text(`platform_${creator.platform}`)}`],
    report && fact ? [`${fact.value} ${fact.name}`, ratioText(report, fact, words)] : [words.text('list_not_read')],
    [report?.position ? placeText(report, report.position, words) : '–', report && standingText(report, words)],
    fee ? [words.numbers.money(fee.amount, fee.currency), feeTerms(fee, words)] : ['–'],
    cost && said ? [`${said.mid} ${words.text(costNames[cost.unit])}`, said.range] : ['–'],
    [words.text(statusNames[entry.status]), pageText(entry.reason, REASON)],
    [report?.capturedAt ? words.numbers.date(report.capturedAt, true) : '–'],
  ];
}

const heads = [
  'list_column_creator',
  'list_column_post',
  'list_column_peers',
  'list_column_fee',
  'list_column_cost',
  'list_status',
  'list_column_read',
] as const;

/** @param empty a document without anything in it, whose language and direction are set here */
export function clientPage(empty: Document, list: Shortlist, rows: readonly Row[], words: Words): string {
  const { documentElement, head, body } = empty;
  documentElement.lang = words.locale;
  documentElement.dir = words.direction;
  const make = (name: string, text = '') => Object.assign(empty.createElement(name), { textContent: text });
  const meta = (attributes: Record<string, string>) => {
    const element = empty.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  );
  head.append(make('style', STYLES));
  const line = (cells: Node[]) => {
    const row = make('tr');
    row.append(...cells);
    return row;
  };
  const table = make('table');
  const top = make('thead');
  top.append(line(heads.map((key) => make('th', words.text(key)))));
  const rest = make('tbody');
  for (const row of rows)
    rest.append(
      line(
        cellsOf(row, words).map(([text, small]) => {
          const cell = make('td', text);
          cell.dir = 'auto';
          if (small) cell.append(make('br'), make('small', small));
          return cell;
        }),
      ),
    );
  table.append(top, rest);
  const frame = make('div');
  frame.className = 'frame';
  frame.append(table);
  body.append(make('h1', pageText(list.name)), frame, make('p', words.text('closing')));
  return `<!doctype html>\n${documentElement.outerHTML}\n`;
}
