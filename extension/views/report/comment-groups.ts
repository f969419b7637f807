/** The comments of a snapshot grouped by the kind that the report gives each, with examples. No author is named. */
import type { Report } from '../../.generated/report';
import type { Comment, Snapshot } from '../../.generated/snapshot';
import { pageText } from '../page-text';

type Kind = NonNullable<Report['items']['comments']>[number]['kind'];

export interface Example {
  text: string;
  /** How many comments read like this, letter by letter. */
  times: number;
}

/** Examples of one kind, and characters of each. */
const MOST = 3;
const LENGTH = 110;
/** Characters that are looked at before names are taken out and the rest is cut. */
const LOOKED_AT = 400;

/**
 * @returns for each kind its clearest examples, those that stand there most often first; nothing where the report has
 *   no entry for each comment of the snapshot
 */
export function commentExamples(
  report: Report,
  snapshot: Pick<Snapshot, 'comments' | 'profile'>,
): Map<Kind, Example[]> {
  const comments = snapshot.comments ?? [];
  const items = report.items.comments ?? [];
  const groups = new Map<Kind, Map<string, Example & { clear: number }>>();
  if (items.length !== comments.length) return new Map();
  comments.forEach((comment, index) => {
    const item = items[index]!;
    if (isCreators(comment, snapshot)) return;
    const text = exampleText(comment.text ?? '');
    if (text === '') return;
    // How sure the core is that the kind is right: an ordinary comment is the clearer the less it is atypical.
    const clear = item.kind === 'ordinary' ? 1 - item.atypical : item.atypical;
    const group = groups.get(item.kind) ?? new Map<string, Example & { clear: number }>();
    groups.set(item.kind, group);
    const same = group.get(text);
    if (same) same.times += 1;
    else group.set(text, { text, times: 1, clear });
  });
  return new Map(
    [...groups].map(([kind, group]) => [
      kind,
      [...group.values()]
        .sort((a, b) => b.times - a.times || b.clear - a.clear)
        .slice(0, MOST)
        .map(({ text, times }) => ({ text, times })),
    ]),
  );
}

type Group = NonNullable<NonNullable<Report['comments']>['groups']>[number];

export interface QuotedGroup extends Pick<Group, 'id' | 'kind' | 'size' | 'of'> {
  mark: string;
  quotes: string[];
}

/** Groups that are shown; the report has the largest first. */
const MOST_GROUPS = 6;

/** The report's groups of comments that belong together, each with what its comments say. No author is named. */
export function quotedGroups(report: Report, snapshot: Pick<Snapshot, 'comments'> | null | undefined): QuotedGroup[] {
  const texts = new Map((snapshot?.comments ?? []).map(({ id, text }) => [id, text]));
  return (report.comments?.groups ?? []).slice(0, MOST_GROUPS).map(({ id, kind, size, of, mark, items }) => {
    const quotes = new Set(items.map((item) => exampleText(texts.get(item) ?? '')).filter((text) => text !== ''));
    return { id, kind, size, of, mark: exampleText(mark), quotes: [...quotes].slice(0, MOST) };
  });
}

function isCreators(comment: Comment, { profile }: Pick<Snapshot, 'profile'>): boolean {
  return comment.byCreator === true || comment.author?.toLowerCase() === profile.handle.toLowerCase();
}

/** A comment's text without the names of the people that it calls. */
function exampleText(text: string): string {
  return pageText(text.slice(0, LOOKED_AT).replace(/@[\p{L}\p{N}._-]+(?:@[\p{L}\p{N}.-]+)?/gu, '@…'), LENGTH);
}
