/** Styles of our own pages: one column from 320 px up, the card's blocks without its frame. */
export const surfaceStyles = `
.surface { min-height: 100vh; background: var(--surface); font-size: 14px; line-height: 1.45; overflow-wrap: break-word; }
.surface a { color: var(--link); }
.surface .column { display: grid; gap: 12px; max-width: 720px; margin: 0 auto; padding: 12px; grid-template-columns: minmax(0, 1fr); }
.surface header.top { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 8px; padding: 2px 4px; }
.surface header.top b { font-size: 15px; }
.surface header.top .fill { flex: 1; }
.surface .column .panel { background: var(--bg); border: 1px solid var(--border); border-radius: var(--radius-3); padding: 16px; }
.surface .column :is(.panel, .state) > * + * { margin-top: 10px; }
.surface .note.unseen { max-width: 720px; margin: 12px auto 0; padding: 0 16px; color: var(--text-2); }
.popup .note.unseen { margin: 0; padding: 0; }
.surface .column h1 { font: 700 22px/1.25 var(--font); letter-spacing: -.3px; }
.surface :is(.panel, .state) > h2, .surface dialog h2 { font: 650 16px/1.35 var(--font); }
.surface h3 { font: 650 14px/1.35 var(--font); }
.surface :is(.panel, .state) > .note, .surface form > .note, .surface dialog .note { color: var(--text-2); }
.surface .fine { color: var(--text-3); font-size: 12px; }
.surface .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.surface .buttons > button { flex: 0 1 auto; }
.surface .own-mark { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.surface button:disabled { opacity: .55; cursor: default; }
.surface button.plain { border-color: transparent; background: transparent; color: var(--link); padding: 6px 8px; }
.surface button.plain:hover { background: var(--surface-2); }
.surface button.grave { border-color: var(--unusual-fg); color: var(--unusual-fg); }
.surface .points { display: grid; gap: 8px; }
.surface .points li { display: grid; grid-template-columns: 18px 1fr; gap: 10px; }
.surface .points .icon { margin-top: 2px; color: var(--real); }
.surface .part { border-top: 1px solid var(--border); padding: 8px 0; }
.surface .part > summary { cursor: pointer; overflow-wrap: anywhere; }
.surface .part > pre { margin: 8px 0 0; max-height: 60vh; overflow: auto; font: 12px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }

.surface .amounts { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.surface .amounts :is(th, td) { padding: 4px 0; text-align: start; font-weight: 400; border-top: 1px solid var(--border); } .surface .amounts thead th { border: 0; color: var(--text-3); font-size: 12px; }
.surface .amounts :is(td, th + th) { text-align: end; } .surface .amounts tr:last-child :is(th, td) { font-weight: 600; }
.surface .each li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 6px 0; border-top: 1px solid var(--border); } .surface .each li > span { flex: 1; min-width: 0; overflow-wrap: anywhere; }

/* The card's answer, standing in a page. */
.surface .answer.card { position: static; width: auto; min-width: 0; font-size: 13px; line-height: 1.42; border: 0; box-shadow: none; padding: 0; background: transparent; }
.surface .answer > :first-child + .fact { border-top: 0; padding-top: 4px; }
.surface .answer footer { padding: 10px 0 0; background: none; border-radius: 0; }

.surface .switches { display: grid; }
.surface .switches > li { border-top: 1px solid var(--border); }
.surface .switches > li:first-child { border-top: 0; }
.surface .switch { display: flex; align-items: center; gap: 12px; min-height: 44px; padding: 6px 0; cursor: pointer; }
.surface .switch > span { flex: 1; min-width: 0; display: grid; }
.surface .switch small { color: var(--text-3); font-size: 12px; }
.surface input[type=checkbox][role=switch] { appearance: none; flex: none; width: 40px; height: 24px; margin: 0; border-radius: 999px; border: 1.5px solid var(--border-strong); background: var(--surface-2);
  position: relative; cursor: pointer; transition: background var(--motion); }
.surface input[role=switch]::after { content: ""; position: absolute; top: 3.5px; inset-inline-start: 4px; width: 14px; height: 14px; border-radius: 50%; background: var(--border-strong); transition: inset-inline-start var(--motion); }
.surface input[role=switch]:checked { background: var(--real); border-color: var(--real); }
.surface input[role=switch]:checked::after { inset-inline-start: 19px; background: var(--on-real); }
.surface .site { display: flex; align-items: center; gap: 12px; min-height: 44px; padding: 6px 0; }
.surface .site > span { flex: 1; min-width: 0; display: grid; } .surface .site small { color: var(--text-3); font-size: 12px; }

.surface .field { display: grid; gap: 4px; min-width: 0; }
.surface .field > span, .surface .field > label { font-weight: 600; font-size: 13px; }
.surface :is(input:not([type=checkbox]), select) { font: 400 14px/1.4 var(--font); color: var(--text); background: var(--bg); border: 1px solid var(--border-strong); border-radius: 8px;
  padding: 6px 10px; min-height: 34px; width: 100%; min-width: 0; }
.surface input[aria-invalid=true] { border-color: var(--unusual-fg); border-width: 2px; }
.surface .wrong { color: var(--unusual-fg); font-size: 12px; }
.surface fieldset { border: 1px solid var(--border); border-radius: var(--radius-2); padding: 8px 12px 12px; margin: 0; min-width: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 8px; }
.surface legend { font-weight: 600; font-size: 13px; padding: 0 4px; }
.surface form { display: grid; gap: 12px; }
.surface .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }

.surface dialog { border: 1px solid var(--border); border-radius: var(--radius-3); background: var(--bg); color: var(--text); padding: 20px; max-width: min(440px, calc(100vw - 32px)); box-shadow: var(--shadow); }
.surface dialog::backdrop { background: rgb(16 24 40 / .45); }
.surface dialog > * + * { margin-top: 12px; }
.surface .done { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; background: var(--ok-bg); color: var(--ok-fg); border-radius: var(--radius-2); padding: 10px 14px; }

.surface .typing { padding-top: 0; max-width: 1040px; }
.surface .report { padding-bottom: 12px; }
@media (max-width: 520px) { .surface .report .top .small { display: none; } }

.popup { width: 360px; min-height: 0; max-width: 100%; background: var(--bg); }
@media (hover: none) and (pointer: coarse) { .popup { width: auto; } }
.popup .column { padding: 14px 16px 16px; } .popup .answer .fine { padding-top: 9px; }
.popup .buttons > button { flex: 1 1 auto; }

@media (min-width: 720px) { .welcome .column { max-width: 800px; } }
.welcome .column, .options .column, .report-tab .column { padding: 32px 20px 56px; gap: 16px; }
.welcome .hero { display: grid; gap: 10px; padding: 8px 4px; }
.welcome .hero h1 { font-size: 30px; letter-spacing: -.6px; }
.welcome .hero p { font-size: 16px; color: var(--text-2); max-width: 58ch; }
.welcome .sample-page { border: 1px solid var(--border); border-radius: var(--radius-2); background: var(--surface); padding: 16px; display: grid; gap: 4px; grid-template-columns: minmax(0, 1fr); }
@media (max-width: 480px) { .welcome .sample-page { border: 0; padding: 0; background: none; } }
.welcome .sample-page .badge-place { position: relative; display: inline-block; min-width: 96px; height: 26px; vertical-align: middle; }
.welcome .sample-page button.badge { position: relative; }
.welcome .sample-page .counts { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; }
.welcome .sample-rows { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: 20px; width: 100%; margin-top: 8px; align-items: start; }
.welcome .sample-card { order: -1; border: 1px solid var(--border); border-radius: var(--radius-3); background: var(--bg); box-shadow: var(--shadow); padding: 14px 16px; max-width: 362px; }
.welcome .guide { display: grid; gap: 16px; justify-items: start; }
.plumb.welcome .guide ol { list-style: decimal; padding-inline-start: 20px; display: grid; gap: 10px; color: var(--text-2); }
.welcome .guide li::marker { font-weight: 650; color: var(--real); }
.welcome .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); gap: 16px; }
@media (prefers-reduced-motion: reduce) { .surface * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) {
  .surface input[role=switch] { forced-color-adjust: none; background: Canvas; border-color: CanvasText; }
  .surface input[role=switch]::after { background: CanvasText; }
  .surface input[role=switch]:checked { background: Highlight; } .surface input[role=switch]:checked::after { background: HighlightText; }
}
`;
