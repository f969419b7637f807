/** @jsxImportSource preact */
/**
 * The range bar: how much of a rail is at least there (solid), could be there (hatched), is estimated (tick), with
 * capped whiskers at the ends of the interval. The one visual of Plumb, in three sizes.
 */
import type { Interval } from '../.generated/report';

const sizes = {
  badge: { width: 44, height: 8, above: 0, axis: 0, radius: 4, stripe: 3, line: 1.3 },
  card: { width: 328, height: 22, above: 3, axis: 19, radius: 6, stripe: 6, line: 2 },
  report: { width: 600, height: 30, above: 3, axis: 20, radius: 7, stripe: 6, line: 2 },
} as const;

export interface RangeBarProps {
  size: keyof typeof sizes;
  /** The whole rail, in the interval's unit; > 0. */
  rail: number;
  interval: Interval;
  /** Text alternative; without it the bar repeats a text beside it and is hidden. */
  label?: string;
  /** Texts under the bar. Without them no axis is drawn. */
  axis?: { low: string; high: string; rail: string; zero: string };
  /** A range too wide for a figure: hatched only, no tick, no whiskers. */
  wide?: boolean;
  /** Too little was read: drawn without the colour of a finding. */
  muted?: boolean;
  direction: 'ltr' | 'rtl';
  /** Unique on the surface: names the clip path. */
  id: string;
}

export function RangeBar(props: RangeBarProps) {
  const { width, height, above, axis: axisHeight, radius, stripe, line } = sizes[props.size];
  const at = (value: number) => {
    const along = Math.min(Math.max(value / props.rail, 0), 1) * width;
    return props.direction === 'rtl' ? width - along : along;
  };
  const { low, mid, high } = props.interval;
  const span = (from: number, to: number) => ({ x: Math.min(from, to), width: Math.abs(to - from) });
  const solid = span(at(0), at(low));
  const hatched = span(at(low), at(high));
  const clip = `bar-${props.id}`;
  const marks = props.size !== 'badge' && !props.wide;
  const name =
    props.label === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'img', 'aria-label': props.label } as const);
  const total = height + 2 * above + (props.axis ? axisHeight : 0);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: `name` holds its aria-label, or hides it beside a text that says the same
    <svg
      class={`range-bar${props.muted ? ' muted' : ''}`}
      viewBox={`0 0 ${width} ${total}`}
      width={props.size === 'badge' ? width : '100%'}
      height={props.size === 'badge' ? height : undefined}
      {...name}
    >
      <clipPath id={clip}>
        <rect x="0" y={above} width={width} height={height} rx={radius} />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <rect class="rail" x="0" y={above} width={width} height={height} />
        <rect class="soft" x={hatched.x} y={above} width={hatched.width} height={height} />
        <path class="hatch" d={stripes(hatched.x, hatched.width, above, height, stripe)} stroke-width={line} />
        <rect class="solid" x={solid.x} y={above} width={solid.width} height={height} />
      </g>
      <rect class="outline" x=".5" y={above + 0.5} width={width - 1} height={height - 1} rx={radius} />
      {marks && <Whiskers low={at(low)} high={at(high)} mid={at(mid)} top={above} height={height} />}
      {props.axis && <Axis {...props} axis={props.axis} at={at} y={height + 2 * above + 14} width={width} />}
    </svg>
  );
}

/** Diagonal lines, cut at the span's ends: a pattern would need an id more and can't be cut at whole stripes. */
function stripes(x: number, width: number, top: number, height: number, step: number): string {
  let path = '';
  for (let start = x - height + step / 2; start < x + width; start += step) {
    const from = Math.max(start, x);
    const to = Math.min(start + height, x + width);
    if (to > from)
      path += `M${round(from)} ${round(top + height - (from - start))}L${round(to)} ${round(top + height - (to - start))}`;
  }
  return path;
}

function Whiskers({
  low,
  high,
  mid,
  top,
  height,
}: {
  low: number;
  high: number;
  mid: number;
  top: number;
  height: number;
}) {
  const centre = top + height / 2;
  const range = `M${round(low)} ${centre}H${round(high)}M${round(low)} ${centre - 5}v10M${round(high)} ${centre - 5}v10`;
  const tick = `M${round(mid)} ${top - 2}V${top + height + 2}`;
  return (
    <g class="marks">
      <path class="halo" d={range} stroke-width="5" />
      <path d={range} stroke-width="1.75" />
      <path class="halo" d={tick} stroke-width="6" />
      <path d={tick} stroke-width="2.5" />
    </g>
  );
}

/** About the width of an 11 px label; the texts are digits and a few letters. */
const labelWidth = (text: string) => text.length * 6.3;

/**
 * Labels under the bar. The ends of the range come first: the rail's own label and the zero give way where they would
 * touch, and two ends that touch are written as one.
 */
function Axis({
  axis,
  at,
  y,
  width,
  interval,
  direction,
}: RangeBarProps & { axis: NonNullable<RangeBarProps['axis']>; at: (v: number) => number; y: number; width: number }) {
  const low = labelAt(at(interval.low), axis.low, width);
  const high = labelAt(at(interval.high), axis.high, width);
  const joined = labelAt((at(interval.low) + at(interval.high)) / 2, `${axis.low}–${axis.high}`, width);
  const apart = !overlaps(low, high);
  const ends = apart ? [low, high] : [joined];
  const zero = labelAt(at(0), axis.zero, width);
  const rail = labelAt(direction === 'rtl' ? 0 : width, axis.rail, width);
  const edges = [zero, rail].filter((edge) => !ends.some((end) => overlaps(edge, end)));
  return (
    <g class="axis">
      {[...edges, ...ends].map((label) => (
        <text key={label.text} x={round(label.centre)} y={y} text-anchor="middle">
          {label.text}
        </text>
      ))}
    </g>
  );
}

interface Label {
  text: string;
  centre: number;
  half: number;
}

function labelAt(x: number, text: string, width: number): Label {
  const half = labelWidth(text) / 2;
  return { text, half, centre: Math.min(Math.max(x, half), width - half) };
}

const overlaps = (a: Label, b: Label) => Math.abs(a.centre - b.centre) < a.half + b.half + 6;
const round = (value: number) => Math.round(value * 100) / 100;
