/** Styles of the report page, beside the shared ones. One responsive page: from 360 px (panel) to 1040 px, and A4. */
export const reportStyles = `
:root { color-scheme: light dark; background: #f6f7f9; }
@media (prefers-color-scheme: dark) { :root { background: #1b2129; } }
@media print { :root { color-scheme: light; background: #ffffff; } }
.report { max-width: 1040px; margin: 0 auto; padding: 24px 28px 40px; font-size: 14px; line-height: 1.45; }
.report .top { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: center; margin-bottom: 18px; }
.report .brand { display: flex; gap: 8px; align-items: center; } .report .fill { flex: 1; }
.report .panel { background: var(--bg); border: 1px solid var(--border); border-radius: var(--radius-3); padding: 20px 24px; margin-bottom: 16px; min-width: 0; }
.report .panel > .row { margin-bottom: 12px; flex-wrap: wrap; }
.plumb.report h1 { font: 700 20px/1.25 var(--font); overflow-wrap: anywhere; }
.plumb.report h2 { font: 650 16px/1.35 var(--font); }
.plumb.report h3 { font: 650 13px/1.4 var(--font); margin: 16px 0 8px; }
.report .lead { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 36px; margin-top: 14px; align-items: start; }
.report .big { font: 600 16px/1.3 var(--font); font-variant-numeric: tabular-nums; }
.report .big .value { display: block; font: 700 40px/1.1 var(--font); letter-spacing: -1px; unicode-bidi: normal; }
.report .big.grey { color: var(--text-2); }
.report .when, .report .audience span { color: var(--text-2); font-size: 13px; } .report .when.old { color: var(--mixed-fg); }
.report .place-of { display: grid; gap: 10px; max-width: 460px; } .report .peers .says { font-size: 15px; }
.report .split { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; margin-bottom: 16px; align-items: start; } .report .split .panel { margin: 0; } .report .split > :last-child:nth-child(odd) { grid-column: 1 / -1; }
.report .real { display: grid; gap: 8px; } .report .real .line > b { display: none; } .report .real .line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 12px; }
/* In pages of ours all goes in the direction of the words, also what begins with a name in Latin letters or has no letter at all; what a page says is marked. */
:is(.report, .surface) :is(h1, h2, h3, p, li, dt, dd, b, span, th, td, button) { unicode-bidi: isolate; }
.report .check-table .result span { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; color: var(--tone, var(--text-2)); } .report .check-table small { display: block; font-size: 12px; color: var(--text-3); }
.report .check-table :is(th, td) { padding-block: 6px; } .check-table td { overflow-wrap: anywhere; } .check-table .quiet { white-space: nowrap; } .plumb.report .check-table ~ .note { margin-top: 6px; }
.plumb.report .decision .choices-by-hand { display: flex; flex-wrap: wrap; gap: 6px 28px; margin: 8px 0; } .decision .choices-by-hand li { display: inline-flex; align-items: center; gap: 8px; }
.decision .box { width: 15px; height: 15px; border: 1.5px solid var(--border-strong); border-radius: 4px; }
.decision .by-hand { display: grid; grid-template-columns: 110px 1fr; gap: 12px; align-items: end; min-height: 30px; color: var(--text-3); } .decision .by-hand.written { color: var(--text); align-items: baseline; min-height: 0; margin-top: 4px; overflow-wrap: anywhere; } .decision .written > span { color: var(--text-3); } .decision .chosen { font-weight: 650; } .decision .chosen .box { border-color: var(--real); background: var(--real); color: var(--on-real); display: grid; place-items: center; }
.decision .line { border-bottom: 1px solid var(--border-strong); }
.plumb.report .legend { margin-top: 10px; color: var(--text-2); }
.report .note { color: var(--text-2); font-size: 13px; }
/* Rows are filled; five or six stand better in threes than as four and a rest. */
.report .figures { display: flex; flex-wrap: wrap; gap: 12px; margin-bottom: 16px; } .report .figure { flex: 1 1 215px; }
.report .figures:has(> :nth-child(5):last-child, > :nth-child(6):last-child) .figure { flex-basis: 30%; }
.report .figure { background: var(--bg); border: 1px solid var(--border); border-radius: var(--radius-2); padding: 13px 16px; }
.plumb.report .figure h2 { font: 550 12.5px/1.4 var(--font); color: var(--text-2); }
.report .figure .value { font: 700 24px/1.3 var(--font); letter-spacing: -.5px; font-variant-numeric: tabular-nums; }
.report .two { columns: 2; column-gap: 16px; margin-bottom: 16px; } .report .two .panel { break-inside: avoid; }
.posts-chart.axis text { font: 500 11px var(--font); fill: var(--text-3); font-variant-numeric: tabular-nums; }
.posts-chart.axis .notes text { fill: var(--text-2); paint-order: stroke; stroke: var(--bg); stroke-width: 3px; stroke-linejoin: round; }
.posts-chart .grid { stroke: var(--border); }
.report .slim, .waterfall .label, .report .print-only { display: none; }
.report table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
.report :is(th, td) { text-align: start; padding: 9px 12px 9px 0; border-top: 1px solid var(--border); vertical-align: middle; font-weight: 400; font-variant-numeric: tabular-nums; }
.report:dir(rtl) :is(th, td) { padding: 9px 0 9px 12px; text-align: right; }
.report thead th { border-top: 0; font-size: 12px; color: var(--text-3); font-weight: 550; padding-top: 0; }
.report tbody th { font-weight: 620; } .waterfall tbody th { width: 220px; } .waterfall .quiet { white-space: nowrap; }
.report .quiet { color: var(--text-2); }
.report :is(td, th).effect { white-space: nowrap; text-align: end; } .report:dir(rtl) :is(td, th).effect { text-align: left; }
.report .effect .effect-bar { vertical-align: -2px; margin-inline-start: 10px; } .report .effect span { font-weight: 650; }
.waterfall .edge > * { background: var(--surface); } .waterfall .edge th { padding-inline-start: 10px; }
.plumb.report .waterfall .group th { padding-top: 18px; color: var(--text-2); font-weight: 550; border-top: 0; }
.report .as-table { margin-top: 10px; } .report .as-table summary { cursor: pointer; color: var(--link); font-size: 12.5px; width: fit-content; min-height: 24px; }
.report .as-table table { margin-top: 8px; font-size: 12.5px; } .report .as-table :is(th, td) { padding-block: 4px; }
.plumb.report ol { list-style: decimal; padding-inline-start: 22px; display: grid; gap: 8px; }
.plumb.report .dotted { list-style: disc; padding-inline-start: 20px; display: grid; gap: 6px; font-size: 13.5px; color: var(--text-2); } .unseen li::first-letter { text-transform: uppercase; }
.bars { display: grid; gap: 7px; } .bars li { display: grid; grid-template-columns: 1fr 120px 40px; gap: 12px; align-items: center; font-size: 13.5px; }
.comment-groups .side-by-side { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 4px 24px; } .comment-groups h3 { overflow-wrap: anywhere; } .comment-groups .side-by-side > div { break-inside: avoid; min-width: 0; }
.comment-groups .examples { display: grid; gap: 3px; margin-top: 6px; padding-inline-start: 12px; border-inline-start: 2px solid var(--border); }
.bars .examples { grid-column: 1 / -1; display: grid; gap: 3px; padding-inline-start: 12px; border-inline-start: 2px solid var(--border); }
:is(.bars, .comment-groups) .examples li { display: block; font-size: 12.5px; color: var(--text-2); overflow-wrap: anywhere; } .plumb.report .bars + .small { margin-top: 10px; }
.bars .weight { fill: var(--border-strong); } .bars .number { text-align: end; }
.plumb.report .facts { display: grid; gap: 4px; margin-top: 10px; font-size: 13px; } .facts div { display: grid; grid-template-columns: 180px 1fr; gap: 12px; }
.facts dt { color: var(--text-3); } .facts dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.report .fee-fields { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: end; } .report .fee-fields label { display: block; font-size: 12.5px; color: var(--text-2); margin-bottom: 4px; }
.report input { font: 600 14px/1.3 var(--font); color: var(--text); background: var(--bg); border: 1px solid var(--border-strong); border-radius: 8px; padding: 7px 12px; width: 100%; min-height: 34px; font-variant-numeric: tabular-nums; }
.report .content .live { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: 12px; margin-top: 14px; } .plumb.report .quotes { list-style: none; padding: 0; display: grid; gap: 2px; } .report .content a { color: var(--link); } .report .content li { overflow-wrap: anywhere; }
.report .supplied .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 12px; margin-block: 10px; align-items: start; } .report .supplied h3 { margin-top: 12px; }
.report :is(.claims, .content, .supplied) label { display: block; font-size: 12.5px; color: var(--text-2); margin-bottom: 4px; } .report textarea { font: 500 14px/1.4 var(--font); color: var(--text); background: var(--bg); border: 1px solid var(--border-strong); border-radius: 8px; padding: 7px 12px; width: 100%; min-height: 64px; resize: vertical; }
.report :is(.claim-table, .supplied-table) { table-layout: fixed; margin-top: 12px; overflow-wrap: anywhere; } :is(.claim-table, .supplied-table) :is(th, td) { vertical-align: top; } .claim-table th:first-child { width: 26%; } .claim-table .line { display: block; } .plumb.report .claim-table ~ .note { margin-top: 8px; }
.report input[aria-invalid=true] { border-color: var(--unusual-fg); }
.plumb.report .fee { margin-top: 14px; display: grid; gap: 7px; } .fee div { display: flex; justify-content: space-between; gap: 12px; } .fee dd { text-align: end; font-variant-numeric: tabular-nums; }
.report :is(.panel, .real) > .range-bar { max-width: 328px; }
.plumb.report .facts ul { display: grid; gap: 2px; }
.report .compared { table-layout: fixed; } .report .compared :is(thead td, th[scope=row]) { width: 26%; } .report .compared td, .report .compared th { vertical-align: top; } .report .compared .range-bar { margin-top: 4px; max-width: 328px; } .report .compared[aria-busy=true] { opacity: .6; }
.plumb.report .what-if .dotted { margin-bottom: 12px; }
.report .what-if .buttons, .report .live .buttons, .report .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
.report .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: 8px 20px; margin-top: 12px; align-items: start; }
.report .choices summary { cursor: pointer; font-weight: 600; font-size: 13px; min-height: 28px; padding: 4px 0; }
.report .choices ul { max-height: 260px; overflow-y: auto; } .report .choices label { display: flex; gap: 8px; align-items: center; min-height: 28px; padding: 2px 0; font-size: 13px; cursor: pointer; overflow-wrap: anywhere; }
.report .choices input { width: 24px; min-height: 24px; height: 24px; margin: 0; padding: 0; flex: none; accent-color: var(--real); }
.report .choices li:has(input:not(:checked)) span { color: var(--text-3); text-decoration: line-through; }
.report .foot { color: var(--text-3); font-size: 12px; line-height: 1.55; max-width: 86ch; display: grid; gap: 4px; }
@media screen and (max-width: 720px) {
  .report { padding: 12px; font-size: 13.5px; } .report .panel { padding: 16px; margin-bottom: 12px; }
  .report .lead { grid-template-columns: minmax(0, 1fr); gap: 16px; } 
  .report .big .value { font-size: 34px; } .report .split { grid-template-columns: minmax(0, 1fr); gap: 12px; margin-bottom: 12px; }
  .report .figures { gap: 8px; } .report .figures .figure.figure { flex-basis: 140px; } .report .two { columns: 1; }
  .report .wide { display: none; } .report .slim { display: block; }
  .waterfall thead { position: absolute; clip-path: inset(50%); }
  .waterfall, .waterfall tbody { display: block; } .waterfall tbody th { width: auto; }
  .waterfall tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 10px; border-top: 1px solid var(--border); padding: 9px 0; }
  .report .waterfall :is(th, td) { border: 0; padding: 1px 0; }
  .waterfall .edge > * { background: none; } .plumb .waterfall tr.edge { background: var(--surface); border-radius: 8px; padding: 9px 10px; } .report .waterfall .edge th { padding: 1px 0; }
  .waterfall td:nth-child(2), .waterfall td.quiet, .waterfall .dots { grid-column: 1 / 3; } .waterfall td.effect { grid-row: 1; grid-column: 2; }
  .waterfall td:empty { display: none; } .waterfall .label { display: inline; } .waterfall .effect .effect-bar { display: none; }
  .facts div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
/* Drawn smaller than it is made. */
@media screen and (max-width: 480px) { .report .slim text { font-size: 14px; } }
@media screen and (max-width: 560px) {
  .check-table thead { position: absolute; clip-path: inset(50%); } .check-table, .check-table tbody { display: block; }
  .check-table tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 10px; border-top: 1px solid var(--border); padding: 7px 0; }
  .report .check-table :is(th, td) { border: 0; padding: 1px 0; } .check-table td { grid-column: 1 / 3; } .check-table td:empty { display: none; } .check-table .quiet::before { content: attr(data-name) ': '; }
  .check-table td.result { display: contents; } .check-table .result span { grid-row: 1; grid-column: 2; } .check-table .result small { grid-column: 1 / 3; }
}
@media print {
  @page { size: A4; margin: 12mm 14mm; }
  /* The first sheet is for the boss, the rest is the appendix. */
  .report { max-width: none; padding: 0; zoom: .7; } .report .action, .report .as-table, .report .panel:has(.fee-fields):not(:has(dl)) { display: none; }
  .report .brought { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 12px; align-items: start; } .report .first-sheet .brought .panel { padding: 10px 14px; margin: 0 0 8px; } .report .brought :is(th, td) { padding-block: 3px; font-size: 12px; } .report .brought :is(.note, .dotted) { font-size: 11.5px; } .report .brought .panel > .row { margin-bottom: 4px; } .report .brought table { margin: 0; } .plumb.report .brought h3 { margin: 6px 0 2px; }
  /* They have room on the sheet where the rest moves together. */
  .report .first-sheet:has(.brought .panel:not(.live)) > :is(.panel, .split) { margin-bottom: 10px; } .report .first-sheet:has(.brought .panel:not(.live)) .split { gap: 10px; } .report .first-sheet:has(.brought .panel:not(.live)) .by-hand { min-height: 24px; } .report .first-sheet:has(.brought .panel:not(.live)) .check-table :is(th, td) { padding-block: 3px; }
  .report .live { display: none !important; } .report .print-only { display: block; }
  .report .first-sheet { break-after: page; } .report.alone .first-sheet { break-after: auto; } .surface:has(.report.alone) { min-height: 0; } .report .first-sheet .panel { padding: 12px 18px; } .report .split { break-inside: avoid; }
  .report .panel, .report .figure, .waterfall tr { break-inside: avoid; } .report .panel:has(.waterfall) { break-inside: auto; }
  .report, .report * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
