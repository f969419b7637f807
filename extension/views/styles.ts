/** Styles of the shared components. Adopted as a constructed sheet: a page's policy may forbid inline styles. */
export const viewStyles = `
.plumb, .plumb *, .plumb *::before, .plumb *::after { box-sizing: border-box; }
.plumb { font: 400 13px/1.42 var(--font); color: var(--text); text-align: left; -webkit-font-smoothing: antialiased; }
.plumb:dir(rtl) { text-align: right; }
.plumb :is(h1, h2, h3, p, ul, ol, dl, dd, figure) { margin: 0; padding: 0; }
.plumb :is(ul, ol) { list-style: none; }
/* A paragraph of nothing but isolated parts would have no direction of its own. */
.plumb .audience b { unicode-bidi: normal; }
/* English words on a right-to-left page keep their own order; the layout keeps the page's side. */
.plumb :is(h1, h2, h3, p, li, dt, dd, b, span, th, td, button) { unicode-bidi: plaintext; }
.plumb :is(h1, h2, h3) { font-weight: 650; }
.plumb b { font-weight: 650; }
.plumb .small { font-size: 12px; color: var(--text-3); }
.plumb .number, .plumb .numbers { font-variant-numeric: tabular-nums; }
.plumb .icon { flex: none; display: block; }
.plumb .row { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }

.plumb button { all: unset; box-sizing: border-box; display: inline-flex; align-items: center; justify-content: center; gap: 7px;
  min-height: 32px; padding: 6px 12px; border-radius: 8px; border: 1px solid var(--border-strong); background: var(--bg); color: var(--text);
  font: 600 13px/1.3 var(--font); text-align: center; cursor: pointer; -webkit-tap-highlight-color: transparent; }
.plumb button:hover { background: var(--surface-2); }
.plumb button.primary { background: var(--real); border-color: var(--real); color: var(--on-real); }
.plumb button.quiet { border-color: transparent; background: transparent; padding: 4px; min-height: 28px; min-width: 28px; color: var(--text-2); }
.plumb button.quiet:hover { background: var(--surface-2); color: var(--text); }
.plumb :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }

.range-bar { display: block; overflow: visible; }
.range-bar .rail, .plumb .rail { fill: var(--rail); }
.range-bar .soft { fill: var(--real-soft); }
.range-bar .solid { fill: var(--real); }
.range-bar .hatch { stroke: var(--real); stroke-opacity: .62; fill: none; }
.range-bar .outline { fill: none; stroke: none; }
.range-bar.muted .solid { fill: var(--border-strong); }
.range-bar.muted .soft { fill: var(--surface-2); }
.range-bar.muted .hatch { stroke: var(--border-strong); }
.range-bar .marks { fill: none; stroke: var(--text); stroke-linecap: round; }
.range-bar .marks .halo { stroke: var(--bg); }
.range-bar .axis text { font: 500 11px var(--font); fill: var(--text-3); font-variant-numeric: tabular-nums; direction: ltr; unicode-bidi: isolate; }

.is-fine { --tone: var(--ok-fg); --tint: var(--ok-bg); }
.is-question, .is-low { --tone: var(--mixed-fg); --tint: var(--mixed-bg); }
.is-unusual { --tone: var(--unusual-fg); --tint: var(--unusual-bg); }
.is-plain, .is-few, .is-unread { --tone: var(--none-fg); --tint: var(--none-bg); }
.chip { display: inline-flex; gap: 6px; align-items: center; min-height: 24px; padding: 3px 10px 3px 7px; border-radius: 999px; font: 600 12px/1.3 var(--font); color: var(--tone); background: var(--tint); }
.chip:dir(rtl) { padding: 3px 7px 3px 10px; }

.peer-bar { display: block; }
:is(.peer-bar, .posts-chart, .legend) .peer-band { fill: var(--surface-2); stroke: var(--border-strong); }
.peer-bar :is(.whisker, .halo) { fill: none; stroke: var(--text); stroke-width: 1.75; }
.peer-bar .halo { stroke: var(--bg); stroke-width: 4; }
.peer-bar .here { fill: var(--real); stroke: var(--bg); stroke-width: 1.5; }
.far ~ .peer-bar .here { fill: var(--mixed-fg); }
.unsure .peer-bar .here { fill: var(--bg); stroke: var(--border-strong); stroke-width: 2; }
.unsure .peer-bar .whisker { stroke: var(--border-strong); }
.peers .says { display: flex; gap: 8px; font-weight: 600; line-height: 18px; margin-bottom: 4px; } .peers .says .icon { color: var(--mixed-fg); margin-top: 2px; }
.peers .band-name { display: flex; align-items: baseline; gap: 6px; } .plumb .peers .band-name { font-size: 11px; line-height: 16px; margin-top: 2px; } .peers .note { margin-top: 4px; }

.posts-chart { display: block; overflow: visible; }
.posts-chart .band, .legend .band { fill: var(--rail); }
/* Beside the peers' band the account's own is an outline. */
.posts-chart .peer-band ~ g .band { fill: none; } .legend:has(.peer-band) .band.key { fill: none; }
.posts-chart .band-edge { fill: none; stroke: var(--border-strong); stroke-width: 1; stroke-dasharray: 3 3; stroke-opacity: .8; }
.legend .band.key { stroke: var(--border-strong); stroke-dasharray: 2 1.5; }
.dot { stroke: var(--bg); stroke-width: 1; }
.dot.inside { fill: var(--real); }
.dot.alone { fill: var(--text-3); }
.dot.outside { fill: var(--unusual-fg); }
.dot.left_out { fill: var(--bg); stroke: var(--text-3); stroke-width: 1.5; }
.plumb .legend { display: flex; flex-wrap: wrap; gap: 2px 14px; }
.legend span { display: inline-flex; align-items: center; gap: 6px; }

.checks { display: grid; grid-template-columns: 14px fit-content(96px) minmax(0, 1fr); gap: 0 8px; }
.checks li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: start; padding: 3px 0; font-size: 12px; line-height: 18px; }
.checks .icon, .check-table .icon { color: var(--tone, var(--none-fg)); } .checks .icon { margin-top: 2px; }
.checks b { font-size: 12.5px; overflow-wrap: break-word; hyphens: auto; }
.checks span { color: var(--text-2); overflow-wrap: anywhere; min-width: 0; } .checks .folded { grid-column: 2 / -1; }
.checks em { float: inline-end; margin-inline-start: 8px; font-style: normal; color: var(--tone, var(--text-3)); }
.checks :is(.is-question, .is-unusual) em { font-weight: 600; } .checks :is(.is-question, .is-unusual) span { color: var(--text); }
.checks .is-open b { font-weight: 400; color: var(--text-2); } .checks .is-open .icon { color: var(--border-strong); }
.plumb .checks .show { display: flex; width: fit-content; min-height: 24px; padding: 2px 8px; margin-top: 3px; border-radius: 6px; font: 500 12px/1.3 var(--font); color: var(--link); border-color: var(--border); }
.plumb .lowers { color: var(--unusual-fg); } .plumb .raises { color: var(--ok-fg); } .plumb .weak { color: var(--text-2); }
.effect-bar .zero { stroke: var(--border-strong); }
.effect-bar .lowers { fill: var(--unusual-fg); } .effect-bar .raises { fill: var(--real); } .effect-bar .weak { fill: var(--border-strong); }
.strength .full { fill: var(--text-2); } .strength .empty { fill: none; stroke: var(--border-strong); }

.meter { display: inline-flex; align-items: center; gap: 8px; }
.meter .full { fill: var(--real); stroke: var(--real); } .meter .empty { fill: none; stroke: var(--border-strong); }
.plumb .narrow { display: grid; gap: 5px; margin-top: 7px; }
.narrow li { display: grid; grid-template-columns: 14px 1fr; gap: 8px; color: var(--text-2); font-size: 12px; }
.narrow .icon { margin-top: 1px; color: var(--real); }

.noted summary { cursor: pointer; font-size: 12px; min-height: 24px; line-height: 24px; color: var(--text-2); }
.plumb .noted ul { padding-inline-start: 22px; margin-top: 3px; display: grid; gap: 2px; font-size: 12px; color: var(--text-2); }
.noted div + div { margin-top: 6px; }

@media (forced-colors: active) {
  .plumb { --bg: Canvas; --surface: Canvas; --surface-2: Canvas; --text: CanvasText; --text-2: CanvasText; --text-3: CanvasText;
    --border: CanvasText; --border-strong: CanvasText; --real: Highlight; --on-real: HighlightText; --real-soft: Canvas; --rail: Canvas;
    --ok-fg: CanvasText; --ok-bg: Canvas; --mixed-fg: CanvasText; --mixed-bg: Canvas; --unusual-fg: CanvasText; --unusual-bg: Canvas;
    --none-fg: CanvasText; --none-bg: Canvas; --link: LinkText; --focus: Highlight; --shadow: none; }
  .range-bar .outline { stroke: CanvasText; }
  .range-bar .hatch { stroke: Highlight; stroke-opacity: 1; }
  .chip { border: 1px solid CanvasText; }
  :is(.peer-bar, .posts-chart, .legend) .peer-band { fill: Canvas; stroke: CanvasText; }
  /* Else the words get a plate of the page's colour behind them, on which they can't be seen. */
  .plumb button.primary { forced-color-adjust: none; }
}
@media (prefers-reduced-motion: reduce) { .plumb, .plumb * { animation: none !important; transition: none !important; } }
`;
