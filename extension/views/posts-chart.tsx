/** @jsxImportSource preact */
/**
 * Engagement of each post on the band that was expected of it, oldest first. The scale is logarithmic, as the band is:
 * one post that travelled must not press all others onto the floor. Inside is a circle, outside a diamond, left out
 * of the estimate hollow.
 */
import type { Report } from '../.generated/report';
import type { Words } from './words';

type Post = NonNullable<Report['items']['posts']>[number];
type Drawn = Post & { value: number };
/** What peers would get from as many followers. */
export type PeersRange = Pick<NonNullable<NonNullable<Report['engagement']>['perPost']>['shown'], 'low' | 'high'>;
type Place = 'inside' | 'outside' | 'left_out' | 'alone';

/** A post's place against its band; one without a band is `alone`: nothing was expected of it. */
export function placeOf(post: Drawn): Place {
  if (post.excluded) return 'left_out';
  const { expected, value } = post;
  if (!expected) return 'alone';
  // Counts are whole: of 1.3 to 1.8 expected, 1 and 2 are as near as a post can come.
  return value < Math.floor(expected.low) || value > Math.ceil(expected.high) ? 'outside' : 'inside';
}

/** The posts that have a value, oldest first; those without a time keep the report's order at the old end. */
export function drawnPosts(posts: readonly Post[] = []): Drawn[] {
  return posts
    .filter((post): post is Drawn => post.value !== undefined)
    .map((post, index) => ({ post, index }))
    .sort((a, b) => (a.post.at ?? '').localeCompare(b.post.at ?? '') || b.index - a.index)
    .map(({ post }) => post);
}

/** The chart in one sentence, for those who hear it. */
export function chartLabel(posts: readonly Drawn[], words: Words): string {
  const places = posts.map(placeOf);
  const number = (place: Place) => places.filter((one) => one === place).length;
  const { count } = words.numbers;
  const compared = number('inside') + number('outside') > 0;
  const parts = [
    compared && words.text('posts_chart', { inside: count(number('inside')), outside: count(number('outside')) }),
    number('alone') > 0 && words.count('posts_chart_alone', number('alone')),
    number('left_out') > 0 && words.count('posts_chart_left_out', number('left_out')),
  ];
  return words.list(parts);
}

export interface Scale {
  x(index: number): number;
  y(value: number): number;
  low: number;
  high: number;
}
export interface Insets {
  start: number;
  end: number;
  top: number;
  bottom: number;
}

/** Maps positions to pixels; a value of 0 lies on the floor, since its logarithm has no place. */
export function scaleOf(
  posts: readonly Drawn[],
  width: number,
  height: number,
  direction: 'ltr' | 'rtl',
  insets: Insets,
  peers?: PeersRange,
): Scale {
  const values = posts
    .flatMap((post) => [post.value, post.expected?.low, post.expected?.high])
    .concat(peers?.low, peers?.high)
    .filter((v): v is number => v !== undefined && v > 0);
  const low = Math.log(Math.min(...values, Infinity));
  const high = Math.log(Math.max(...values, 0));
  const spread = Number.isFinite(high - low) && high > low ? high - low : 1;
  const across = width - insets.start - insets.end;
  const step = posts.length > 1 ? across / (posts.length - 1) : 0;
  return {
    low: values.length > 0 ? Math.exp(low) : 1,
    high: values.length > 0 ? Math.exp(high) : 1,
    x: (index) => {
      const along = insets.start + (posts.length > 1 ? index * step : across / 2);
      return direction === 'rtl' ? width - along : along;
    },
    y: (value) => {
      const up = value > 0 ? (Math.log(value) - low) / spread : 0;
      return (
        height -
        insets.bottom -
        Math.min(Math.max(Number.isFinite(up) ? up : 0.5, 0), 1) * (height - insets.top - insets.bottom)
      );
    },
  };
}

/** The peers' band behind all posts, from edge to edge. */
export function PeersBand({ peers, scale, from, to }: { peers: PeersRange; scale: Scale; from: number; to: number }) {
  const [top, bottom] = [scale.y(peers.high), scale.y(peers.low)];
  return (
    <rect
      class="peer-band"
      x={from}
      width={to - from}
      y={top.toFixed(1)}
      height={Math.max(bottom - top, 1).toFixed(1)}
      rx="4"
    />
  );
}

/** The expected band, drawn over each unbroken run of posts that have one. */
export function Band({ posts, scale }: { posts: readonly Drawn[]; scale: Scale }) {
  const runs: number[][] = [];
  posts.forEach((post, index) => {
    if (!post.expected) return;
    const last = runs.at(-1);
    if (last && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  });
  return (
    <g>
      {runs.map((run) => {
        const side = (edge: 'low' | 'high') =>
          run.map((index) => [scale.x(index), scale.y(posts[index]!.expected![edge])] as const);
        // One post alone gets a short piece of band, or it would have no width.
        const [high, low] = (['high', 'low'] as const).map((edge) =>
          run.length > 1
            ? side(edge)
            : side(edge).flatMap(
                ([x, y]) =>
                  [
                    [x - 5, y],
                    [x + 5, y],
                  ] as const,
              ),
        );
        return (
          <g key={run[0]}>
            <path class="band" d={`${line(high!)}L${line([...low!].reverse()).slice(1)}Z`} />
            <path class="band-edge" d={`${line(high!)}${line(low!)}`} />
          </g>
        );
      })}
    </g>
  );
}

const line = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

export function Dot({ x, y, place, size }: { x: number; y: number; place: Place; size: number }) {
  if (place === 'inside' || place === 'alone')
    return <circle class={`dot ${place}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r={size} />;
  const half = size * 1.3;
  return (
    <path
      class={`dot ${place}`}
      d={`M${x.toFixed(1)} ${(y - half).toFixed(1)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`}
    />
  );
}

/** What the shapes mean, for the shapes that occur. */
export function PostsLegend({ posts, peers, words }: { posts: readonly Drawn[]; peers?: PeersRange; words: Words }) {
  const places = new Set(posts.map(placeOf));
  const { estimate, range } = words.numbers;
  return (
    <p class="legend small">
      {peers && (
        <span>
          <svg class="icon" width="14" height="9" aria-hidden="true">
            <rect class="peer-band" x=".5" y=".5" width="13" height="8" rx="2" />
          </svg>
          {words.text('posts_peers')}: {range(estimate(peers.low), estimate(peers.high))}
        </span>
      )}
      {posts.some((post) => post.expected) && (
        <span>
          <svg class="icon" width="14" height="9" aria-hidden="true">
            <rect class="band key" x=".5" y=".5" width="13" height="8" rx="2" />
          </svg>
          {words.text('posts_expected')}
        </span>
      )}
      {(['inside', 'outside', 'alone', 'left_out'] as const)
        .filter((place) => places.has(place))
        .map((place) => (
          <span key={place}>
            <svg class="icon" width="10" height="10" aria-hidden="true">
              <Dot x={5} y={5} place={place} size={3.4} />
            </svg>
            {words.text(`posts_${place}`)}
          </span>
        ))}
    </p>
  );
}
