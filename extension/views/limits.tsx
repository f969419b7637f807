/** @jsxImportSource preact */
/** What to keep in mind and what could not be read. */
import type { Report } from '../.generated/report';
import type { Missing } from '../.generated/snapshot';
import type { MessageKey, Words } from './words';

/** Snapshot fields in the words of the page; a field that is not listed is "some details", never its raw name. */
const fieldNames = new Map<string, MessageKey>([
  ['profile', 'field_profile'],
  ['profile.followers', 'field_followers'],
  ['profile.following', 'field_following'],
  ['profile.posts', 'field_post_count'],
  ['profile.createdAt', 'field_created'],
  ['profile.verified', 'field_verified'],
  ['posts', 'field_posts'],
  ['posts[]', 'field_posts'],
  ['posts[].likes', 'field_likes'],
  ['posts[].comments', 'field_comment_counts'],
  ['posts[].views', 'field_views'],
  ['posts[].shares', 'field_shares'],
  ['posts[].saves', 'field_saves'],
  ['posts[].at', 'field_times'],
  ['posts[].caption', 'field_captions'],
  ['posts[].kind', 'field_kinds'],
  ['comments', 'field_comments'],
  ['comments[]', 'field_comments'],
  ['comments[].text', 'field_comments'],
  ['people', 'field_people'],
  ['people[]', 'field_people'],
  ['history', 'field_history'],
]);

/** A field of the snapshot in the words of the page. */
export function fieldText(field: string | undefined, words: Words): string {
  return words.text(fieldNames.get(field ?? '') ?? 'field_unknown');
}

/** "likes: hidden by the account or the platform", one line for each pair that reads differently. */
export function missingTexts(missing: readonly Missing[], platform: Report['platform'], words: Words): string[] {
  const texts = missing.map(({ field, why }) => {
    const name = fieldText(field, words);
    if (why === undefined) return name;
    // What was kept of earlier visits comes from no page.
    const key = why === 'not_read' && field === 'history' ? 'missing_damaged' : (`missing_${why}` as const);
    const said = words.text(key, { platform: words.text(`platform_${platform}`) });
    return words.text('missing_item', { field: name, why: said });
  });
  return [...new Set(texts)];
}

/** What a caution says that is said elsewhere: of a field that is told as missing, of peers that there are none. */
const saidBy: Partial<Record<Report['cautions'][number], string>> = {
  likes_not_on_page: 'posts[].likes',
  comments_not_on_page: 'posts[].comments',
};

/** What to keep in mind, each thing once on a surface. */
export function cautionTexts({ cautions, position, read }: Report, missing: readonly Missing[], words: Words) {
  const noPeers = !position && read.postsUsed > 0;
  return cautions
    .filter((caution) => !(caution === 'no_benchmark' && noPeers))
    .filter((caution) => !missing.some(({ field }) => field && field === saidBy[caution]))
    .map((caution) => words.text(`caution_${caution}`));
}

/** What to keep in mind, what could not be read and what an estimate is, behind one line that says how much there is. */
export function FoldedLimits({
  report,
  missing,
  words,
}: {
  report: Report;
  missing: readonly Missing[];
  words: Words;
}) {
  const unread = missingTexts(missing, report.platform, words);
  const lists = (
    [
      ['limits_title', cautionTexts(report, missing, words)],
      ['missing_title', unread],
    ] as const
  ).filter(([, items]) => items.length > 0);
  return (
    <details class="noted">
      <summary>
        {lists
          .map(([title, items]) =>
            words.text('named_value', { name: words.text(title), value: words.numbers.count(items.length) }),
          )
          .join(' · ') || words.text('limits_title')}
      </summary>
      {lists.map(([title, items]) => (
        <div key={title}>
          <h2>{words.text(title)}</h2>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
      <p class="small">{words.text('closing')}</p>
    </details>
  );
}
