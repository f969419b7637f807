/** Styles of the badge and the card. px only: sites set other root sizes. */
export const overlayStyles = `
/* Inside a shadow root !important wins over any page rule, also over :not(:defined) and * rules. */
:host { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483000 !important; }
.plumb .visually-hidden { position: absolute; display: block; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* On a right-to-left page its own place would be one px outside the window, which could then be scrolled. */
.plumb > .visually-hidden { left: 0; top: 0; }

.plumb button.badge { position: absolute; left: 0; top: 0; display: inline-grid; justify-content: stretch; min-height: 26px; height: 26px; padding: 0 10px 0 7px;
  border-radius: 999px; border: 1px solid var(--border-strong); background: var(--bg); color: var(--text); font: 600 12.5px/1 var(--font);
  white-space: nowrap; box-shadow: 0 0 0 3px color-mix(in srgb, var(--real) 18%, transparent); font-variant-numeric: tabular-nums; }
.plumb button.badge:dir(rtl) { padding: 0 7px 0 10px; }
.plumb button.badge:hover { background: var(--surface); }
.plumb button.badge.unplaced { visibility: hidden; }
.badge > * { grid-area: 1 / 1; display: flex; align-items: center; gap: 7px; }
.badge .badge-ghost { visibility: hidden; }
.badge .badge-line { width: 0; min-width: 100%; overflow: hidden; }
.badge .badge-line { position: relative; }
.badge .mark { display: inline-flex; }
.badge .mark.consistent { color: var(--ok-fg); } .badge .mark.mixed { color: var(--mixed-fg); }
.badge .mark.unusual { color: var(--unusual-fg); } .badge .mark.not_enough { color: var(--none-fg); }
.badge .figure { flex: 0 1 auto; overflow: hidden; text-overflow: ellipsis; line-height: 18px; text-align: start; }
.badge .figure.grey { color: var(--text-2); font-weight: 500; }
.badge .range { color: var(--text-3); font-weight: 500; margin-inline-start: 2px; line-height: 18px; }
.badge .range-bar { flex: none; }
.plumb button.badge.mini { width: 84px; }
.badge.mini .figure, .badge.mini .range { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
.badge.mini .badge-ghost { display: none; }
.badge .bone { background: var(--rail); border-radius: 4px; height: 8px; }
.badge .bone.round { width: 14px; height: 14px; border-radius: 50%; flex: none; } .badge .bone.bar { width: 44px; flex: none; } .badge .bone.text { flex: 1; }
.bone { animation: breathe 1.6s ease-in-out infinite; }
@keyframes breathe { 50% { opacity: .45; } }

.highlights { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: visible; pointer-events: none; }
.highlights .frame { fill: color-mix(in srgb, var(--real) 14%, transparent); stroke: var(--real); stroke-width: 3; filter: drop-shadow(0 0 1px var(--bg)) drop-shadow(0 0 1px var(--bg)); }
.highlights .current { fill: color-mix(in srgb, var(--real) 24%, transparent); stroke-width: 5; }

.plumb.card { position: fixed; inset: auto; margin: 0; padding: 0; width: min(362px, calc(100vw - 16px)); overflow: visible; border: 1px solid var(--border);
  border-radius: var(--radius-3); background: var(--bg); box-shadow: var(--shadow); color: var(--text); outline-offset: 1px; }
.plumb.card:popover-open { display: flex; flex-direction: column; animation: rise var(--motion) ease-out; }
.plumb.card:focus { outline: none; }
@keyframes rise { from { opacity: 0; transform: translateY(-4px); } }
.card .arrow { position: absolute; top: -7px; width: 12px; height: 12px; background: var(--bg); border: 1px solid var(--border); border-width: 1px 0 0 1px; transform: rotate(45deg); }
.card header { display: flex; align-items: center; gap: 7px; padding: 9px 10px 5px 16px; }
.card:dir(rtl) header { padding: 9px 16px 5px 10px; }
.card header .fill { flex: 1; }
.card .scroll { overflow-y: auto; overscroll-behavior: contain; padding: 0 16px; scrollbar-width: thin; scrollbar-color: var(--border-strong) transparent; border-radius: 0 0 var(--radius-3) var(--radius-3); }
.card .scroll:focus-visible { outline-offset: -2px; }
.plumb.card h1 { font: 700 14px/1.3 var(--font); }
.plumb.card h2 { font: 650 13px/1.4 var(--font); }
.card .big { font: 600 16px/1.25 var(--font); letter-spacing: -.2px; font-variant-numeric: tabular-nums; }
.card .big .value { font: 700 30px/1.15 var(--font); letter-spacing: -.6px; unicode-bidi: normal; }
.card .big.grey { color: var(--text-2); }
.card .sub { color: var(--text-2); font-variant-numeric: tabular-nums; }
.card .headline > button { margin-block-start: 8px; }
.card .headline { display: grid; gap: 2px; }
.card .headline .range-bar { margin-top: 9px; }
.plumb.card .verdict { margin: 10px 0 4px; }
.card .block { border-top: 1px solid var(--border); margin-top: 11px; padding-top: 10px; }
.card .block > .row { margin-bottom: 6px; }
.card .row h2 { white-space: nowrap; }
.card .row .small { font-variant-numeric: tabular-nums; text-align: end; }
.card .row .small b { color: var(--text); }
.plumb.card .note { color: var(--text-2); font-size: 12px; margin-top: 5px; }
.plumb.card .more { margin-top: 8px; }
.plumb.card .legend { margin-top: 5px; }
.card .actions { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 8px; margin-top: 14px; }
.card footer { border-top: 1px solid var(--border); margin-top: 14px; padding: 9px 0 14px; display: grid; gap: 6px; font-size: 12px; color: var(--text-3); }
.card footer .reading { display: flex; gap: 7px; align-items: flex-start; color: var(--text-2); }
.card footer .icon { margin-top: 2px; }
.card .skeleton { display: grid; gap: 12px; padding: 4px 0 18px; }
.card .skeleton .bone { background: var(--surface-2); border-radius: 6px; height: 22px; }
.card .skeleton .bone.wide { height: 34px; width: 62%; } .card .skeleton .bone.short { height: 14px; width: 40%; } .card .skeleton .bone.tall { height: 70px; }
.card .place { color: var(--text-3); font: 400 12px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
@media (max-width: 360px) { .plumb.card header .small { display: none; } }
@media (forced-colors: active) {
  .plumb button.badge, .plumb.card { border: 1px solid CanvasText; box-shadow: none; }
  .badge .bone, .card .skeleton .bone { background: GrayText; forced-color-adjust: none; }
}
`;
