/** @jsxImportSource preact */
/** The posts chart of the report: with an axis, dates, a word at each post that was left out, and the same as a table. */
import type { Report } from '../../.generated/report';
import {
  Band,
  chartLabel,
  Dot,
  drawnPosts,
  type Insets,
  PeersBand,
  type PeersRange,
  PostsLegend,
  placeOf,
  type Scale,
  scaleOf,
} from '../posts-chart';
import type { Words } from '../words';

type Drawn = ReturnType<typeof drawnPosts>[number];

/** Round values between the ends: 1, 2, 5 of each power of ten; powers alone where that would be a crowd. */
export function ticksBetween(low: number, high: number): number[] {
  if (!(low > 0 && high > low)) return low > 0 ? [low] : [];
  const powers: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++)
    powers.push(10 ** exponent);
  const within = (values: number[]) => values.filter((value) => value >= low && value <= high);
  const fine = within(powers.flatMap((power) => [power, 2 * power, 5 * power]));
  return fine.length <= 6 ? fine : within(powers);
}

export function PostsFigure({ report, words, direction }: { report: Report; words: Words; direction: 'ltr' | 'rtl' }) {
  const posts = drawnPosts(report.items.posts);
  if (posts.length === 0) return null;
  const peers = report.engagement?.perPost?.typical;
  const now = report.capturedAt;
  return (
    <>
      <div class="wide">
        <Figure posts={posts} peers={peers} now={now} words={words} direction={direction} width={960} height={220} />
      </div>
      <div class="slim">
        <Figure posts={posts} peers={peers} now={now} words={words} direction={direction} width={440} height={190} />
      </div>
      <PostsLegend posts={posts} peers={peers} words={words} />
      <PostsTable posts={posts} views={report.engagement?.basis === 'views'} words={words} />
    </>
  );
}

interface FigureProps {
  posts: Drawn[];
  peers?: PeersRange;
  now?: string;
  words: Words;
  direction: 'ltr' | 'rtl';
  width: number;
  height: number;
}

function Figure({ posts, peers, now, words, direction, width, height }: FigureProps) {
  const insets: Insets = { start: 46, end: 8, top: 24, bottom: 28 };
  const scale = scaleOf(posts, width, height, direction, insets, peers);
  const [from, to] = direction === 'rtl' ? [0, width - insets.start] : [insets.start, width];
  const places = posts.map(placeOf);
  const ends = direction === 'rtl' ? ([width, 0] as const) : ([0, width] as const);
  // A year is said where it is not the one of the reading, too.
  const years = new Set([...posts.map(({ at }) => at), now].flatMap((at) => at?.slice(0, 4) ?? []));
  return (
    <svg
      class="posts-chart axis"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={chartLabel(posts, words)}
    >
      {ticksBetween(scale.low, scale.high).map((tick) => (
        <Tick key={tick} y={scale.y(tick)} text={words.numbers.count(tick)} width={width} direction={direction} />
      ))}
      {peers && <PeersBand peers={peers} scale={scale} from={from} to={to} />}
      <Band posts={posts} scale={scale} />
      {posts.map((post, index) => (
        <Dot key={index} x={scale.x(index)} y={scale.y(post.value)} place={places[index]!} size={4.2} />
      ))}
      <Notes posts={posts} scale={scale} words={words} width={width} direction={direction} />
      {[posts[0], posts.at(-1)].map(
        (post, index) =>
          post?.at && (
            <text
              key={index}
              x={index === 0 ? scale.x(0) : ends[1]}
              y={height - 4}
              text-anchor={index === 0 ? 'start' : 'end'}
            >
              {words.numbers.date(post.at, years.size > 1)}
            </text>
          ),
      )}
    </svg>
  );
}

function Tick({ y, text, width, direction }: { y: number; text: string; width: number; direction: 'ltr' | 'rtl' }) {
  const rtl = direction === 'rtl';
  return (
    <g>
      <path class="grid" d={rtl ? `M0 ${y.toFixed(1)}H${width - 42}` : `M42 ${y.toFixed(1)}H${width}`} />
      <text x={rtl ? width - 36 : 36} y={(y + 4).toFixed(1)} text-anchor="end">
        {text}
      </text>
    </g>
  );
}

/** Mean width of a letter of the notes, px of the figure. */
const GLYPH = 6;

/** Says at a left-out post why, once for each reason, on the side where there is room, above it or, over other posts, below. */
function Notes({
  posts,
  scale,
  words,
  width,
  direction,
}: {
  posts: Drawn[];
  scale: Scale;
  words: Words;
  width: number;
  direction: 'ltr' | 'rtl';
}) {
  const first = new Map<string, number>();
  posts.forEach((post, index) => {
    if (post.excluded && !first.has(post.excluded)) first.set(post.excluded, index);
  });
  const dots = posts.map((post, index) => ({ x: scale.x(index), y: scale.y(post.value) }));
  return (
    <g class="notes">
      {[...first].map(([reason, index]) => {
        const x = scale.x(index);
        const rightwards = x < width / 2;
        // SVG anchors follow the text's direction: "start" is its right end in a right-to-left figure.
        const anchor = rightwards === (direction === 'ltr') ? 'start' : 'end';
        const text = words.text(`excluded_${reason as 'pinned'}`);
        const from = rightwards ? x - 4 : x + 4;
        const reach = text.length * GLYPH;
        const covers = (baseline: number) =>
          dots.some(
            (dot, other) =>
              other !== index &&
              dot.y > baseline - 13 &&
              dot.y < baseline + 10 &&
              (rightwards ? dot.x > from - 5 && dot.x < from + reach : dot.x < from + 5 && dot.x > from - reach),
          );
        const y = scale.y(posts[index]!.value);
        const free = [y - 9, y + 18, y - 22].find((baseline) => baseline > 10 && !covers(baseline));
        return (
          <text key={reason} x={from} y={(free ?? y - 9).toFixed(1)} text-anchor={anchor}>
            {text}
          </text>
        );
      })}
    </g>
  );
}

function PostsTable({ posts, views, words }: { posts: Drawn[]; views: boolean; words: Words }) {
  const { count, range, date } = words.numbers;
  return (
    <details class="as-table">
      <summary>{words.text('posts_as_table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.text('column_date')}</th>
            <th scope="col">{words.text(views ? 'check_views' : 'column_engagement')}</th>
            <th scope="col">{words.text('posts_expected')}</th>
            <th scope="col">{words.text('column_place')}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post, index) => (
            <tr key={index}>
              <th scope="row">{post.at ? date(post.at, true) : '–'}</th>
              <td>{count(post.value)}</td>
              <td>{post.expected ? range(count(post.expected.low), count(post.expected.high)) : '–'}</td>
              <td>{post.excluded ? words.text(`excluded_${post.excluded}`) : words.text(`posts_${placeOf(post)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
