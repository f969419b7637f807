/** @jsxImportSource preact */
/** The row of single figures: each a shown value beside an estimate or a typical range; one that is unknown is not there. */
import type { Report } from '../../.generated/report';
import type { Words } from '../words';

interface Figure {
  title: string;
  value: string;
  note: string;
}

/** Of fewer comments the estimate is what was held possible before the first was read: the same for everybody. */
const judgesComments = ({ verdict, checks }: Report) =>
  verdict !== 'not_enough' && checks.some(({ id, state }) => id === 'comments' && state !== 'weak');

export function figuresOf(report: Report, words: Words): Figure[] {
  const { percent, range, count, plain, date, estimate } = words.numbers;
  const { engagement, comments, growth, sponsored } = report;
  const enough = report.verdict !== 'not_enough';
  const effect = enough ? sponsored?.effect : undefined;
  const between = (interval: { low: number; high: number }) => range(percent(interval.low), percent(interval.high));
  const figures: (Figure | false | undefined)[] = [
    engagement?.perFollower?.shown !== undefined && {
      title: words.text('figure_rate'),
      value: percent(engagement.perFollower.shown),
      note: engagement.perFollower.typical
        ? words.text('typical_per_follower', { typical: between(engagement.perFollower.typical) })
        : words.text('figure_of_followers'),
    },
    engagement?.perPost?.moved &&
      engagement.perFollower?.real && {
        title: words.text('figure_genuine'),
        value: `≈${percent(engagement.perFollower.real.mid)}`,
        note: words.text('figure_genuine_note', { range: between(engagement.perFollower.real) }),
      },
    engagement?.perView?.shown !== undefined && {
      title: words.text('figure_per_view'),
      value: percent(engagement.perView.shown),
      note: engagement.perView.typical
        ? words.text('typical_per_view', { typical: between(engagement.perView.typical) })
        : words.text('figure_of_views'),
    },
    engagement?.viewsPerFollower?.shown !== undefined && {
      title: words.text('figure_views_per_follower'),
      value: plain(engagement.viewsPerFollower.shown),
      note: engagement.viewsPerFollower.typical
        ? words.text('typical_range', {
            typical: range(
              plain(engagement.viewsPerFollower.typical.low),
              plain(engagement.viewsPerFollower.typical.high),
            ),
          })
        : '',
    },
    judgesComments(report) &&
      comments?.individual && {
        title: words.text('figure_individual'),
        value: `≈${percent(comments.individual.mid)}`,
        note: words.text('figure_individual_note', {
          range: between(comments.individual),
          comments: words.count('unit_comments', report.read.comments),
        }),
      },
    engagement?.returning &&
      engagement.returning.of > 0 && {
        title: words.text('returning_title'),
        value: words.text('of_any', { value: count(engagement.returning.people), of: count(engagement.returning.of) }),
        note:
          words.text('returning_seen', { posts: count(engagement.returning.posts) }) +
          (enough && engagement.returning.real && engagement.returning.people > 0
            ? ` · ${words.text('returning_real', { real: estimate(engagement.returning.real.mid), range: range(estimate(engagement.returning.real.low), estimate(engagement.returning.real.high)) })}`
            : ''),
      },
    growth?.change !== undefined && {
      title: words.count('figure_growth', Math.round(growth.days ?? 30)),
      value: `${growth.change > 0 ? '+' : ''}${percent(growth.change)}`,
      note: growth.steps?.[0]
        ? words.text(`figure_step_${growth.steps[0].kind}`, {
            change: `${growth.steps[0].change > 0 ? '+' : ''}${percent(growth.steps[0].change)}`,
            date: date(growth.steps[0].to),
          })
        : words.text('figure_steady'),
    },
    sponsored?.share !== undefined && {
      title: words.text('signal_sponsored_share_name'),
      value: percent(sponsored.share),
      note: effect ? words.text('figure_sponsored_note', { effect: percent(effect.mid), range: between(effect) }) : '',
    },
  ];
  return figures.filter((figure): figure is Figure => Boolean(figure));
}

export function Figures({ report, words }: { report: Report; words: Words }) {
  const figures = figuresOf(report, words);
  if (figures.length === 0) return null;
  return (
    <section class="figures">
      {figures.map(({ title, value, note }) => (
        <div key={title} class="figure">
          <h2>{title}</h2>
          <p class="value">{value}</p>
          {note && <p class="small">{note}</p>}
        </div>
      ))}
    </section>
  );
}
