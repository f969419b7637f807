/** Of the columns: px, per cent of the table, or what is left. */
const columns = ['36px', '10.6%', '76px', '88px', '116px', '114px', '7.3%', '104px', '11.4%', '126px', 'auto', '80px'];
const widths = columns.map((width, at) => `.list thead th:nth-child(${at + 1}) { width: ${width}; }`).join('\n');

/**
 * Styles of the list: one dense table, as wide as the window; it alone scrolls sideways in a narrow one. Its columns have fixed
 * widths, so that they stand still while rows come and go and no row is laid out for the sake of another.
 */
export const listStyles = `
/* A name in another script keeps to its column's side: its own direction would take it to the other one. */
.list-page { --start: left; --end: right; } .list-page:dir(rtl) { --start: right; --end: left; }
.list-page { display: flex; flex-direction: column; gap: 10px; min-height: 100vh; padding: 10px 24px 0; background: var(--bg); font-size: 13px; min-width: 0; }
.list-page .hush { color: var(--text-3); font-weight: 400; }
.list-page .sub { display: block; font-size: 11px; line-height: 15px; color: var(--text-3); font-weight: 400; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.list-page .page-head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.list-page .page-head h1 { font: 700 20px/28px var(--font); letter-spacing: -.2px; overflow-wrap: anywhere; }
.list-page .choose { min-width: 140px; }
.list-page .end { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.list-page .filters { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.list-page .filters input[type=search] { width: 350px; max-width: 100%; flex: 0 1 350px; } .list-page .filters select { width: auto; }
.list-page .empty { max-width: 560px; margin: 40px auto; display: grid; gap: 12px; justify-items: start; }
.list-page .empty h1 { font: 700 22px/1.25 var(--font); }
.list-page .done { flex-wrap: nowrap; }
.list-page .toast { position: fixed; inset-block-end: 76px; inset-inline: 0; display: flex; justify-content: center; pointer-events: none; z-index: 4; }
.list-page .toast > .done { pointer-events: auto; box-shadow: var(--shadow); max-width: calc(100vw - 32px); }

.list-frame { overflow: auto; flex: 0 1 auto; min-height: 200px; max-height: calc(100vh - 250px); border-block: 1px solid var(--border); }
.list { table-layout: fixed; width: 100%; min-width: 1180px; border-collapse: separate; border-spacing: 0; font-size: 12px; line-height: 16px; }
.list :is(th, td) { padding: 2px 6px; text-align: var(--start); font-weight: 400; }
.list thead th { position: sticky; top: 0; z-index: 1; height: 34px; background: var(--surface); font-weight: 600; font-size: 11px; color: var(--text-2); border-bottom: 1px solid var(--border); line-height: 13px; hyphens: auto; }
${widths}
.list tbody tr { height: 54px; } .list tbody :is(td, th) { height: 50px; border-bottom: 1px solid var(--border); vertical-align: middle; overflow: hidden; }
.list .space { border: 0; padding: 0; }
.list .num { text-align: var(--end); } .list thead .num button { justify-content: flex-end; }
.list .nowrap { white-space: nowrap; }
.list .picked > * { background: color-mix(in srgb, var(--real-soft) 45%, var(--bg)); }
.list .here > * { box-shadow: inset 0 1px 0 var(--real), inset 0 -1px 0 var(--real); } .list .here > :first-child { box-shadow: inset 0 1px 0 var(--real), inset 0 -1px 0 var(--real), inset 3px 0 0 var(--real); }
.list .here > :first-child:dir(rtl) { box-shadow: inset 0 1px 0 var(--real), inset 0 -1px 0 var(--real), inset -3px 0 0 var(--real); }
.plumb .list button.sort, .plumb .list-page button.linklike { all: unset; box-sizing: border-box; display: inline-flex; gap: 4px; align-items: center; min-height: 24px; min-width: 24px; cursor: pointer; }
.plumb .list-page button.linklike { color: var(--link); text-decoration: underline; text-underline-offset: 2px; }
.plumb .list-page button:is(.sort, .linklike):focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.plumb .list-page button.linklike.name { color: var(--text); font-weight: 600; text-decoration: none; max-width: 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; display: block; line-height: 24px; }
.plumb .list-page button.linklike:is(.name, .sub):hover { text-decoration: underline; }
.plumb .list-page button.linklike.sub { color: var(--text-3); text-decoration: none; font-size: 11px; justify-content: flex-end; min-height: 24px; white-space: nowrap; }
.plumb .list-page button.linklike.said { display: block; width: 100%; color: inherit; text-decoration: none; }
.plumb .list-page button.linklike.due { color: var(--mixed-fg); display: flex; }
.list-page .tick { display: grid; place-items: center; width: 24px; height: 24px; cursor: pointer; }
.list-page .tick input { width: 18px; height: 18px; margin: 0; accent-color: var(--real); }
.list .peers { display: grid; gap: 1px; width: 104px; } .list .peers.far-off { color: var(--mixed-fg); } .list .far-off .peer-bar .here { fill: var(--mixed-fg); }
.list .peers .peer-bar :is(.whisker, .halo) { display: none; }
.list-page .dots { display: inline-grid; grid-template-columns: repeat(6, 17px); justify-items: center; align-items: center; } .list-page .dots > span { display: grid; place-items: center; width: 17px; height: 24px; color: var(--tone, var(--none-fg)); }
.list-page .dots .is-open { color: var(--border-strong); } .list-page .dots .dash { width: 8px; height: 2px; border-radius: 1px; background: var(--border-strong); }
.list-page .clip { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
.list-page .changed { color: var(--mixed-fg); }
.list-page .tag { font-style: normal; font-size: 11px; padding: 0 6px; margin-inline-end: 4px; border-radius: 999px; background: var(--surface-2); color: var(--text-2); }
.list .fee-cell { display: inline-grid; justify-items: end; width: 92px; }
.plumb .list input.fee { width: 84px; min-height: 26px; padding: 1px 8px; text-align: var(--end); font: 600 13px/1.4 var(--font); border-color: transparent; background: transparent; border-radius: 6px; font-variant-numeric: tabular-nums; }
.plumb .list :is(tr:hover, .here) input.fee { border-color: var(--border-strong); background: var(--bg); }
.plumb .list input.fee:placeholder-shown { border: 1px dashed var(--border-strong); } .plumb .list input.fee::placeholder { color: var(--text-3); font-weight: 400; opacity: 1; }
.plumb .list input.fee[aria-invalid=true] { border: 2px solid var(--unusual-fg); }
.list .cost { display: block; }
.list .thin-cell { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--surface-2) 5px 6px); }
.plumb .list button.pick { min-height: 26px; width: 116px; justify-content: space-between; padding: 1px 6px 1px 8px; border: 1px solid var(--border-strong); border-radius: 6px; font: 400 12px/1.4 var(--font); white-space: nowrap; }
.plumb .list button.status-hired { border-color: var(--real); font-weight: 600; } .plumb .list button.status-rejected { color: var(--text-3); }

.list-page .keys { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-size: 11px; color: var(--text-3); }
.list-page kbd { font: 600 11px var(--font); color: var(--text-2); border: 1px solid var(--border); border-bottom-width: 2px; border-radius: 4px; padding: 0 5px; margin-inline-end: 2px; background: var(--surface); }
.list-page .key-list { display: grid; gap: 6px; } .list-page .key-list div { display: grid; grid-template-columns: 70px 1fr; }

.list-page .dock { position: sticky; bottom: 0; z-index: 3; margin: auto -24px 0; }
.list-page .tray { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; min-height: 58px; padding: 8px 24px; background: var(--bg); border-top: 1px solid var(--border-strong); font-size: 12px; box-shadow: 0 -6px 16px rgb(16 24 40 / .06); }
.list-page .tray small { display: block; font-size: 11px; line-height: 15px; color: var(--text-3); }
.list-page .tray .budget { display: grid; gap: 2px; } .plumb .list-page input.budget-field { display: inline-block; width: 130px; min-height: 26px; padding: 1px 8px; font-size: 12px; }
.list-page .tray progress { width: 100%; height: 6px; appearance: none; border: 0; border-radius: 3px; overflow: hidden; background: var(--rail); }
.list-page .tray progress::-webkit-progress-bar { background: var(--rail); } .list-page .tray progress::-webkit-progress-value { background: var(--real); } .list-page .tray progress::-moz-progress-bar { background: var(--real); }
.list-page .tray progress.over::-webkit-progress-value { background: var(--unusual-fg); } .list-page .tray progress.over::-moz-progress-bar { background: var(--unusual-fg); }
.list-page .tray .sums { display: flex; flex-wrap: wrap; gap: 0 14px; align-items: baseline; } .list-page .tray .sums > small { flex-basis: 100%; } .list-page .tray .sum b { font-size: 14px; } .list-page .tray .sum small { display: inline; margin-inline-start: 4px; }

.list-page .drawer { padding: 10px 24px 12px; max-height: 60vh; overflow: auto; background: var(--bg); border-top: 1px solid var(--border-strong); box-shadow: 0 -12px 32px rgb(16 24 40 / .14); }
.list-page .drawer header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; } .list-page .drawer h2 { font: 600 14px/1.4 var(--font); }
.list-page .compare-frame { overflow-x: auto; }
.list-page .compare { width: 100%; min-width: 1160px; border-collapse: collapse; table-layout: fixed; font-size: 12px; line-height: 16px; }
.list-page .compare :is(th, td) { text-align: var(--start); font-weight: 400; padding: 5px 14px 5px 0; vertical-align: middle; border-top: 1px solid var(--border); } .list-page .compare:dir(rtl) :is(th, td) { padding: 5px 0 5px 14px; }
.list-page .compare thead th { border-top: 0; font-weight: 600; font-size: 11px; color: var(--text-2); vertical-align: bottom; } .list-page .compare small { display: block; font-size: 11px; font-weight: 400; color: var(--text-3); }
.list-page .compare tbody th { font-weight: 600; } .list-page .compare .sub { white-space: normal; }
.list-page .overlap { margin-top: 10px; } .list-page .overlap h3 { font: 600 12px/1.4 var(--font); } .list-page .overlap table { border-collapse: collapse; font-size: 12px; } .list-page .overlap :is(th, td) { text-align: var(--start); vertical-align: top; font-weight: 400; padding: 3px 14px 3px 0; } .list-page .overlap:dir(rtl) :is(th, td) { padding: 3px 0 3px 14px; } .list-page .overlap .line { display: block; } .list-page .overlap .note { font-size: 11px; color: var(--text-3); }
.list-page .compare .val { display: block; white-space: nowrap; }
.list-page .scales td { border-top: 1px solid var(--border-strong); padding-block: 0; } .scale-ticks { display: block; overflow: visible; } .scale-ticks text { font: 400 11px var(--font); fill: var(--text-3); font-variant-numeric: tabular-nums; direction: ltr; unicode-bidi: isolate; }
.list-page .verdicts { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-top: 6px; color: var(--text-2); font-size: 12px; }

.list-page dialog.modal { width: min(460px, calc(100vw - 32px)); } .list-page dialog.wide { width: min(760px, calc(100vw - 32px)); max-width: none; }
.list-page .modal header h2 { overflow-wrap: anywhere; }
.list-page fieldset.choices-of { display: flex; flex-wrap: wrap; gap: 4px 16px; } .list-page .choices-of label { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; cursor: pointer; }
.plumb .list-page .choices-of input, .plumb .list-page .conflict input { width: 18px; height: 18px; min-height: 0; margin: 0; padding: 0; accent-color: var(--real); flex: none; }
.plumb .list-page textarea { font: 400 14px/1.4 var(--font); color: var(--text); background: var(--bg); border: 1px solid var(--border-strong); border-radius: 8px; padding: 6px 10px; width: 100%; resize: vertical; }
.list-page .log ol { display: grid; gap: 6px; margin-top: 6px; font-size: 13px; } .list-page .log .sub { white-space: normal; }
.list-page .course { display: grid; gap: 8px; } .list-page .course .curve { margin: 0; display: grid; gap: 2px; } .list-page .course figcaption { display: flex; gap: 12px; justify-content: space-between; font-size: 12px; color: var(--text-2); } .list-page .course figcaption b { color: var(--text); font-variant-numeric: tabular-nums; }
.list-page .course .plot { display: grid; grid-template-columns: 44px 1fr; gap: 6px; } .list-page .course :is(.ends, .days) { color: var(--text-3); font-size: 11px; line-height: 14px; } .list-page .course .ends { display: flex; flex-direction: column; justify-content: space-between; align-items: end; font-variant-numeric: tabular-nums; } .list-page .course .days { display: flex; justify-content: space-between; padding-inline-start: 50px; }
.list-page .course svg { display: block; overflow: visible; } .course .floor { stroke: var(--border); fill: none; } .course .course-line { fill: none; stroke: var(--real); stroke-width: 1.75; stroke-linejoin: round; } .course circle { fill: var(--real); stroke: var(--bg); stroke-width: 1.25; } .course .may { stroke: var(--real); stroke-width: 1.25; stroke-opacity: .7; } .course .step { stroke: var(--mixed-fg); stroke-width: 1.5; stroke-dasharray: 4 3; }
.list-page .file-list, .list-page .answers { display: grid; gap: 10px; } .list-page .file-list li { display: grid; gap: 3px; justify-items: start; } .list-page .file-list .note { color: var(--text-2); font-size: 12px; }
.list-page .conflict label { display: grid; grid-template-columns: 20px 1fr; gap: 8px; align-items: start; min-height: 24px; cursor: pointer; } .list-page .conflict small { display: block; color: var(--mixed-fg); font-size: 12px; } .list-page .clash { border-inline-start: 3px solid var(--mixed-fg); padding-inline-start: 8px; }
.list-page .dotted { padding-inline-start: 18px; list-style: disc; }
@media (max-width: 720px) { .list-page { padding-inline: 12px; } .list-page .dock { margin-inline: -12px; position: static; } .list-page :is(.tray, .drawer) { padding-inline: 12px; } .list-frame { max-height: none; } }
@media print { .list-page :is(.tray, .keys, .filters, .end, .toast), .list-page > .top { display: none; } .list-frame { max-height: none; overflow: visible; } }
@media (forced-colors: active) { .course .course-line { stroke: CanvasText; } .course circle { fill: CanvasText; } .list .picked > * { outline: 1px solid Highlight; outline-offset: -2px; } .list-page .tray progress { border: 1px solid CanvasText; } }
`;
