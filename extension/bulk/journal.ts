/**
 * What a run has done, beside its file of snapshots: a run that was ended goes on where it stood. A line is written after its
 * file's snapshots are; the next run cuts off what stands behind the last line, so that no snapshot is missing or there twice.
 */
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { isObject, type Json } from '../reading/shape';

/** A file that was read, told from a changed one by size and time. */
interface Done {
  file: string;
  bytes: number;
  /** Of its last change, ms. */
  changed: number;
  /** Bytes of the snapshots' file with those of this file. */
  end: number;
}

export interface Journal {
  has(file: string): boolean;
  /** Appends snapshots, one a line, and notes the file as done. */
  add(file: string, lines: string): void;
}

/** The journal of a file of snapshots; both are made where they are not there. @throws where one cannot be written */
export function openJournal(out: string): Journal {
  const journal = `${out}.read`;
  const text = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const done = new Map<string, Done>();
  let end = 0;
  for (const line of whole.split('\n').slice(0, -1)) {
    const entry = doneOf(line);
    if (!entry) throw new Error(`${journal} is damaged; remove it and ${out} to begin anew`);
    done.set(entry.file, entry);
    end = entry.end;
  }
  const size = existsSync(out) ? statSync(out).size : 0;
  if (size < end) throw new Error(`${out} is shorter than ${journal} says; remove both to begin anew`);
  if (size > 0 && end === 0 && text === '')
    throw new Error(`${out} is there, and no run has made it: name another file`);
  writeFileSync(journal, whole);
  if (size === 0) writeFileSync(out, '');
  else truncateSync(out, end);
  return {
    has(file) {
      const entry = done.get(file);
      const now = entry && existsSync(file) ? statSync(file) : undefined;
      return now?.size === entry?.bytes && now?.mtimeMs === entry?.changed && entry !== undefined;
    },
    add(file, lines) {
      const { size: bytes, mtimeMs: changed } = statSync(file);
      appendFileSync(out, lines);
      end += Buffer.byteLength(lines);
      const entry: Done = { file, bytes, changed, end };
      done.set(file, entry);
      appendFileSync(journal, `${JSON.stringify(entry)}\n`);
    },
  };
}

function doneOf(line: string): Done | undefined {
  try {
    const entry = JSON.parse(line) as Json;
    if (!isObject(entry)) return undefined;
    const { file, bytes, changed, end } = entry;
    if (typeof file !== 'string' || typeof bytes !== 'number' || typeof changed !== 'number' || typeof end !== 'number')
      return undefined;
    return { file, bytes, changed, end };
  } catch {
    return undefined;
  }
}
