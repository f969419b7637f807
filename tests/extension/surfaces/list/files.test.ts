import { describe, expect, it } from 'vitest';
import { clientAnswers } from '../../../../extension/surfaces/list/client-answer';
import { clientPage } from '../../../../extension/surfaces/list/client-page';
import { allColumns, clientColumns, tableOf } from '../../../../extension/surfaces/list/columns';
import { listJson } from '../../../../extension/surfaces/list/files';
import { readHandles } from '../../../../extension/surfaces/list/handles';
import { readTable, tableText } from '../../../../extension/vetting/spreadsheet';
import { figure } from '../../../threats/figure';
import { formulaPayloads } from '../../vetting/formula-payloads';
import { english } from '../../views/reports';
import { eur, rowOf } from './rows';

const rowsOf = (text: string) => {
  const table = readTable(text);
  if ('error' in table) throw new Error(table.error);
  return table.rows;
};
const cellOf = (rows: readonly (readonly unknown[])[], name: string, line = 1) => rows[line]?.[rows[0]!.indexOf(name)];

/** A sign with which a formula begins, but for our own numbers. */
const FORMULA = /^["\s\p{Cc}\p{Cf}]*(?:[=+@＝＋－＠]|-(?!\d+(?:\.\d+)?$))/u;

/** The cells of a text where quotes count only from a cell's start to its end. */
function cellsBy(text: string, separator: string): string[] {
  const cell = new RegExp(`"((?:[^"]|"")*)"|[^${separator}\\r\\n]+`, 'g');
  return [...text.matchAll(cell)].map(([whole, inner]) => inner?.replaceAll('""', '"') ?? whole);
}

const decision = {
  at: '2026-11-21T09:30:00Z',
  from: 'new' as const,
  to: 'shortlisted' as const,
  reason: 'Fits, and costs little.',
  by: 'Ines Okafor',
  reading: 'ab'.repeat(32),
};
const decided = () =>
  rowOf('unusual', {
    fee: eur(1800, 'package', 2),
    name: 'Talia Brandt',
    entry: {
      status: 'shortlisted',
      reason: decision.reason,
      decidedBy: decision.by,
      tags: ['food', 'x; y'],
      note: 'Says “hi”,\nthen more',
      decisions: [decision],
    },
  });
const list = {
  id: 'x',
  name: 'Winter',
  created: decision.at,
  rivals: [],
  words: [],
  budget: { amount: 8000, currency: 'EUR' },
};
const statuses = { new: 'New', review: 'In review', shortlisted: 'Shortlisted', rejected: 'Rejected', hired: 'Hired' };

describe('the file for a spreadsheet', () => {
  const rows = tableOf([decided(), rowOf('consistent')], allColumns);

  it('has the columns of the agreed list, and those of the decision', () => {
    const agreed =
      'schema_version captured_at platform handle profile_url display_name followers_shown real_est real_lo90 real_hi90 real_share_est engagement_rate_shown engagement_rate_typical_lo engagement_rate_typical_hi engagement_genuine_est engagement_genuine_lo90 engagement_genuine_hi90 posts_read comments_read returning_commenters returning_of comment_languages evidence patterns top_signals followers_30d_change fee currency fee_unit cost_per_1k_shown cost_per_1k_real cost_per_1k_real_lo cost_per_1k_real_hi cost_per_engagement_shown cost_per_genuine_engagement status tags notes model_version';
    const columns = rows[0] as string[];
    expect(agreed.split(' ').filter((name) => !columns.includes(name))).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(expect.arrayContaining(['reason', 'decided_by', 'decided_at', 'decided_on_reading']));
  });

  it('writes numbers with a point, times by ISO 8601 and handles without @', () => {
    expect(cellOf(rows, 'captured_at')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(cellOf(rows, 'handle')).not.toContain('@');
    expect(cellOf(rows, 'cost_per_engagement_shown')).toBeCloseTo(900 / 1530, 6);
    expect(cellOf(rows, 'cost_per_genuine_engagement')).toBeCloseTo(900 / 1100, 5);
    expect(cellOf(rows, 'decided_by')).toBe('Ines Okafor');
  });

  it('has estimates only where what was read has moved them', () => {
    for (const name of [
      'real_est',
      'real_share_est',
      'engagement_genuine_est',
      'cost_per_1k_real',
      'cost_per_genuine_engagement',
    ]) {
      expect([name, cellOf(rows, name, 1)]).toEqual([name, expect.any(Number)]);
      expect([name, cellOf(rows, name, 2)]).toEqual([name, undefined]);
    }
  });

  it.each([',', '\t'] as const)('keeps handles, fees and decisions on the way out and back, with %j', (separator) => {
    const back = rowsOf(tableText(rows, separator));
    for (const name of [
      'handle',
      'fee',
      'currency',
      'fee_unit',
      'fee_count',
      'status',
      'reason',
      'decided_by',
      'decided_at',
      'tags',
    ])
      expect([name, cellOf(back, name)]).toEqual([name, String(cellOf(rows, name))]);
    expect(cellOf(back, 'notes')).toBe(separator === ',' ? 'Says “hi”,\nthen more' : 'Says “hi”, then more');
  });

  it('T7: has no formula in any text column, whatever a page or a person wrote', () => {
    let cells = 0;
    let formulas = 0;
    for (const payload of formulaPayloads) {
      const row = decided();
      Object.assign(row.creator, { name: payload, handle: payload, url: payload });
      Object.assign(row.entry, { reason: payload, decidedBy: payload, note: payload, tags: [payload] });
      for (const columns of [allColumns, clientColumns])
        for (const separator of [',', '\t'] as const) {
          const text = tableText(tableOf([row], columns), separator).slice(1);
          // As any spreadsheet may read it: in its own country's way, with quotes or without.
          for (const read of [cellsBy(text, ','), cellsBy(text, ';'), cellsBy(text, '\t'), text.split(/[;\t\r\n]/)])
            for (const cell of read) {
              cells += 1;
              if (FORMULA.test(cell)) formulas += 1;
            }
        }
    }
    expect(cells).toBeGreaterThan(60 * 7 * 4);
    expect(formulas).toBe(0);
    figure('T7', `formulas of ${formulaPayloads.length} payloads in every text column`, `0 of ${cells} cells`, 0);
  });
});

describe('the file for programs', () => {
  it('has every column by its name, and every decision', () => {
    const { schema, creators } = JSON.parse(listJson(list, [decided()]));
    expect(schema).toBe('plumb.list/1');
    expect(creators[0]).toMatchObject({
      display_name: 'Talia Brandt',
      fee: 1800,
      fee_count: 2,
      decisions: [decision],
      tags: ['food', 'x; y'],
    });
  });
});

describe('the page for a client', () => {
  it('says what was read, what it costs and what was decided, and nothing of the notes', () => {
    const page = clientPage(document.implementation.createHTMLDocument('x'), list, [decided()], english);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    for (const said of ['Talia Brandt', '1,530 engagements a post', '€1,800', 'Fits, and costs little.', 'Shortlisted'])
      expect(page).toContain(said);
    expect(page).not.toMatch(/then more|x; y|<script|https?:/);
  });

  it('makes no markup of what a page says', () => {
    const row = decided();
    row.creator.name = '<img src=x onerror=alert(1)>';
    const page = clientPage(document.implementation.createHTMLDocument('x'), list, [row], english);
    expect(page).not.toContain('<img');
  });
});

describe('the client’s file on its way back', () => {
  const sent = () => [decided(), rowOf('mixed', { name: 'Marlo' }), rowOf('consistent', { name: 'Noor' })];
  const answered = (rows: ReturnType<typeof sent>, fill: (head: string[], lines: string[][]) => void) => {
    const [head, ...lines] = rowsOf(tableText(tableOf(rows, clientColumns), ',')) as [string[], ...string[][]];
    fill(head, lines);
    return [head, ...lines];
  };
  const set = (head: string[], line: string[], name: string, value: string) => {
    line[head.indexOf(name)] = value;
  };

  it('has no notes and no tags', () => {
    expect(tableText(tableOf(sent(), clientColumns), ',')).not.toMatch(/then more|x; y/);
  });

  it('brings the client’s decisions, in English or in the person’s words', () => {
    const rows = sent();
    const file = answered(rows, (head, lines) => {
      set(head, lines[0]!, 'client_status', 'HIRED');
      set(head, lines[0]!, 'client_reason', 'We like her.');
      set(head, lines[1]!, 'client_status', ' rejected ');
    });
    const { answers, unchanged, unknown, unclear } = clientAnswers(file, rows, { ...statuses, hired: 'Hired' })!;
    expect(answers.map(({ row, to, reason, conflict }) => [row.creator.name, to, reason, conflict])).toEqual([
      ['Talia Brandt', 'hired', 'We like her.', false],
      ['Marlo', 'rejected', '', false],
    ]);
    expect([unchanged, unknown, unclear]).toEqual([1, [], []]);
    const german = answered(rows, (head, lines) => set(head, lines[2]!, 'client_status', 'beauftragt'));
    expect(clientAnswers(german, rows, { ...statuses, hired: 'Beauftragt' })!.answers[0]!.to).toBe('hired');
  });

  it('asks where something else was decided here in the meantime, or a line contradicts another', () => {
    const rows = sent();
    const file = answered(rows, (head, lines) => {
      for (const line of lines) set(head, line, 'client_status', 'hired');
      lines.push([...lines[2]!]);
      set(head, lines[3]!, 'client_status', 'rejected');
    });
    rows[0]!.entry = { ...rows[0]!.entry, status: 'rejected', reason: 'Too dear by now.' };
    expect(clientAnswers(file, rows, statuses)!.answers.map(({ conflict }) => conflict)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('tells who is not on the list and what is no status, and takes no other file', () => {
    const rows = sent();
    const file = answered(rows, (head, lines) => {
      set(head, lines[0]!, 'handle', '@nobody.here');
      set(head, lines[1]!, 'client_status', 'maybe');
    });
    expect(clientAnswers(file, rows, statuses)).toMatchObject({
      answers: [],
      unknown: ['nobody.here'],
      unclear: ['maybe'],
    });
    expect(
      clientAnswers(
        [
          ['name', 'mail'],
          ['a', 'b'],
        ],
        rows,
        statuses,
      ),
    ).toBeNull();
  });
});

describe('handles and addresses', () => {
  const names = (text: string) =>
    readHandles(text, 'instagram').found.map(({ platform, handle, url }) => [platform, handle, url]);

  it('are read as people paste them, each once', () => {
    expect(
      names(
        '@fernhollow.kitchen, https://www.tiktok.com/@kiln.and.clay?lang=de\nyoutube.com/@thegardenshed/videos FernHollow.kitchen',
      ),
    ).toEqual([
      ['instagram', 'FernHollow.kitchen', 'https://www.instagram.com/FernHollow.kitchen/'],
      ['tiktok', 'kiln.and.clay', 'https://www.tiktok.com/@kiln.and.clay?lang=de'],
      ['youtube', 'thegardenshed', 'https://youtube.com/@thegardenshed/videos'],
    ]);
  });

  it('are read from files, with the platform of each line', () => {
    expect(
      names('handle;platform\nann;tiktok\n@bob;nowhere\n').map(([platform, handle]) => [platform, handle]),
    ).toEqual([
      ['tiktok', 'ann'],
      ['instagram', 'bob'],
    ]);
    const file = tableText(tableOf([rowOf('unusual')], allColumns), ',');
    expect(readHandles(file, 'instagram').found.length + readHandles(file, 'instagram').unclear.length).toBe(1);
  });

  it('that are none are told, and an address that is no profile’s is none', () => {
    const { found, unclear } = readHandles(
      'https://a.example/x javascript:alert(1) https://www.instagram.com/p/Cabcdefgh/ <b>',
      'instagram',
    );
    expect(found).toEqual([]);
    expect(unclear).toHaveLength(4);
  });

  it('of a domain of their own keep it', () => {
    expect(readHandles('ann bob.example', 'bluesky').found.map(({ url }) => url)).toEqual([
      'https://bsky.app/profile/ann.bsky.social',
      'https://bsky.app/profile/bob.example',
    ]);
  });
});
