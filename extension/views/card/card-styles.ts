/**
 * Styles of the badge and the card. px only: sites set other root sizes.
 * The card has a shade at its foot while there is more below (.scroll): its first layer lies at the end of the text, and covers
 * the shade there.
 */
export const overlayStyles = `
/* Inside a shadow root !important wins over any page rule, also over :not(:defined) and * rules. */
:host { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; z-index: 2147483000 !important; }
.plumb .visually-hidden { position: absolute; display: block; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* On a right-to-left page its own place would be one px outside the window, which could then be scrolled. */
.plumb > .visually-hidden { left: 0; top: 0; }

.plumb button.badge { position: absolute; left: 0; top: 0; display: inline-grid; justify-content: stretch; min-height: 26px; height: 26px; max-width: 220px; padding: 0 9px 0 6px;
  border-radius: 999px; border: 1px solid var(--border-strong); background: var(--bg); color: var(--text); font: 400 12px/1 var(--font);
  white-space: nowrap; font-variant-numeric: tabular-nums; }
.plumb button.badge:dir(rtl) { padding: 0 6px 0 9px; }
.plumb button.badge:hover { background: var(--surface); }
.plumb button.badge.unplaced { visibility: hidden; }
.badge > * { grid-area: 1 / 1; display: flex; align-items: center; gap: 6px; min-width: 0; }
.badge .badge-ghost { visibility: hidden; width: max-content; max-width: 203px; }
.badge .badge-line { width: max-content; max-width: 203px; overflow: hidden; position: relative; }
.badge.mini .badge-line { max-width: 95px; } .badge.reading.mini { width: 112px; }
.badge.reading .badge-line { width: 0; min-width: 100%; }
.badge .mark { display: inline-flex; color: var(--tone); flex: none; }
.badge :is(.figure, .rest, .says) { line-height: 18px; overflow: hidden; text-overflow: ellipsis; flex: 0 1 auto; }
.plumb .badge .figure { font-weight: 600; flex: none; }
.badge .rest, .badge .says.quiet { color: var(--text-2); }
.badge .rest.old, .card .when.old { color: var(--mixed-fg); }
.badge .says { color: var(--tone); font-weight: 600; flex: none; } .badge .says.quiet { font-weight: 400; }
.badge.mini :is(.rest, .says) { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
.badge.mini .figure { flex: 0 1 auto; }
.badge.mini .badge-ghost { display: none; }
.own::before { content: attr(data-mark); }
/* On the badge's corner: it takes no room from the words, and is as large whichever it is. */
.badge .own { position: absolute; grid-area: auto; inset: -6px -4px auto auto; width: 15px; font-size: 12px; line-height: 15px; }
.badge:dir(rtl) .own { inset: -6px auto auto -4px; }
.badge .bone { background: var(--rail); border-radius: 4px; height: 8px; }
.badge .bone.round { width: 14px; height: 14px; border-radius: 50%; flex: none; } .badge .bone.text { flex: 1; }
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
.card header { display: flex; align-items: center; gap: 7px; padding: 8px 8px 4px 16px; flex: none; }
.card:dir(rtl) header { padding: 8px 16px 4px 8px; }
.card header .fill { flex: 1; }
.card .scroll { flex: 0 1 auto; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 0 16px 4px; scrollbar-width: thin; scrollbar-color: var(--border-strong) transparent;
  background: linear-gradient(var(--bg), var(--bg)) bottom / 100% 12px no-repeat local, linear-gradient(transparent, var(--rail)) bottom / 100% 12px no-repeat; }
.card .scroll:last-child { border-radius: inherit; }
.card .scroll:focus-visible { outline-offset: -2px; }
.card .scroll > * + *, .answer.card > * + * { border-top: 1px solid var(--border); }
.plumb.card h1 { font: 700 14px/1.3 var(--font); }
.plumb.card h2 { font: 650 12.5px/1.4 var(--font); }
.card .fact { padding: 0 0 9px; font-variant-numeric: tabular-nums; }
.card .big { font: 600 14px/32px var(--font); }
.card .big .value { font: 700 28px/32px var(--font); letter-spacing: -.5px; unicode-bidi: normal; }
.card .big.grey { color: var(--text-2); font-size: 16px; }
.card .ratio { line-height: 18px; }
.card .when { font-size: 12px; line-height: 18px; color: var(--text-2); }
.card .fact .sub { color: var(--text-2); } .card .fact > button { margin-block-start: 8px; }
.card .checks, .card .narrow, .card .real, .card .peers, .card .noted { padding: 9px 0; }
.plumb.card .note { color: var(--text-2); font-size: 12px; line-height: 17px; }
.card .real { display: grid; gap: 6px; font-variant-numeric: tabular-nums; }
.card .real .line { display: flex; justify-content: space-between; gap: 8px; }
.card .audience { font-size: 12px; color: var(--text-2); } .plumb.card .audience b { color: var(--text); }
.plumb.card .private { padding: 8px 0 12px; }
.card footer { flex: none; border-top: 1px solid var(--border); padding: 10px 16px 9px; background: var(--surface); border-radius: 0 0 var(--radius-3) var(--radius-3); display: grid; gap: 6px; font-size: 11px; line-height: 16px; color: var(--text-3); }
.card .actions { display: flex; gap: 8px; } .card .actions button { flex: 1 1 0; min-width: 0; white-space: nowrap; overflow: hidden; } .plumb .actions .copy { flex: none; width: 34px; padding: 0; }
/* Two lines whatever they say: how high the card is tells a page nothing of what the person keeps. */
.card footer p { height: 32px; overflow: hidden; }
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
