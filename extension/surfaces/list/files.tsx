/** @jsxImportSource preact */
/** The list as files: for a spreadsheet, for other programs, and for a client, whose decisions come back. */
import type { Shortlist } from '../../vetting/shortlist';
import { tableText } from '../../vetting/spreadsheet';
import type { MessageKey, Words } from '../../views/words';
import { download } from '../download';
import { clientPage } from './client-page';
import { allColumns, clientColumns, tableOf } from './columns';
import { Modal } from './modal';
import type { Row } from './row';

/** The list for other programs: the columns by name, and all decisions. */
export function listJson(list: Shortlist, rows: readonly Row[]): string {
  const [names = [], ...lines] = tableOf(rows, allColumns);
  const creators = lines.map((cells, index) => ({
    ...Object.fromEntries(names.map((name, column) => [name, cells[column] ?? null])),
    tags: rows[index]?.entry.tags ?? [],
    decisions: rows[index]?.entry.decisions ?? [],
  }));
  const { name, budget } = list;
  return `${JSON.stringify({ schema: 'plumb.list/1', name, budget: budget ?? null, creators }, null, 2)}\n`;
}

const files = [
  { id: 'client', name: 'file_client', note: 'file_client_note' },
  { id: 'page', name: 'file_page', note: 'file_page_note' },
  { id: 'csv', name: 'file_csv', note: 'file_csv_note' },
  { id: 'tsv', name: 'file_tsv', note: 'file_tsv_note' },
  { id: 'json', name: 'file_json', note: 'file_json_note' },
] as const satisfies readonly { id: string; name: MessageKey; note: MessageKey }[];

type FileKind = (typeof files)[number]['id'];

function fileOf(kind: FileKind, list: Shortlist, rows: readonly Row[], words: Words): [text: string, type: string] {
  switch (kind) {
    case 'client':
      return [tableText(tableOf(rows, clientColumns), ','), 'text/csv'];
    case 'page':
      return [clientPage(document.implementation.createHTMLDocument(list.name), list, rows, words), 'text/html'];
    case 'csv':
      return [tableText(tableOf(rows, allColumns), ','), 'text/csv'];
    case 'tsv':
      return [tableText(tableOf(rows, allColumns), '\t'), 'text/tab-separated-values'];
    case 'json':
      return [listJson(list, rows), 'application/json'];
  }
}

/** The file's name before the day, and its ending. */
const parts: Record<FileKind, readonly [start: string, end: string]> = {
  client: ['client', 'csv'],
  page: ['client', 'html'],
  csv: ['list', 'csv'],
  tsv: ['list', 'tsv'],
  json: ['list', 'json'],
};

function offer(kind: FileKind, list: Shortlist, rows: readonly Row[], words: Words): void {
  const [start, end] = parts[kind];
  download(...fileOf(kind, list, rows, words), `plumb-${start}-${new Date().toISOString().slice(0, 10)}.${end}`);
}

export interface FilesProps {
  list: Shortlist;
  /** Those that go into the file. */
  rows: readonly Row[];
  words: Words;
  onClose(): void;
}

export function Files({ list, rows, words, onClose }: FilesProps) {
  return (
    <Modal
      title={words.text('file_export', { n: words.count('list_all', rows.length) })}
      words={words}
      onClose={onClose}
    >
      <ul class="file-list">
        {files.map(({ id, name, note }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                offer(id, list, rows, words);
                onClose();
              }}
            >
              {words.text(name)}
            </button>
            <span class="note">{words.text(note)}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
