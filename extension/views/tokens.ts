/**
 * The design tokens: colours of both schemes, type, spacing, radius, motion.
 * Every text colour has at least 4.5 : 1 on the backgrounds it is used on, graphics at least 3 : 1.
 */
export type Scheme = 'light' | 'dark';

const light = `color-scheme: light;
--bg: #ffffff; --surface: #f6f7f9; --surface-2: #eceff3;
--text: #12161c; --text-2: #434c59; --text-3: #5c6675;
--border: #d3d9e1; --border-strong: #7d8896;
--real: #0a6b70; --on-real: #ffffff; --real-soft: #d9efee; --rail: #dfe4ea;
--ok-fg: #0b5c50; --ok-bg: #def2ec; --mixed-fg: #7a4d00; --mixed-bg: #fdf0d3;
--unusual-fg: #9c2f17; --unusual-bg: #fce8e2; --none-fg: #434c59; --none-bg: #eceff3;
--link: #0a5cb8; --focus: #0a5cb8;
--shadow: 0 1px 2px rgb(16 24 40 / .08), 0 12px 32px rgb(16 24 40 / .16);`;

const dark = `color-scheme: dark;
--bg: #14181e; --surface: #1b2129; --surface-2: #252d37;
--text: #eef2f6; --text-2: #bcc6d2; --text-3: #98a4b3;
--border: #36404d; --border-strong: #7c8998;
--real: #46c2bb; --on-real: #06211f; --real-soft: #123836; --rail: #343e4b;
--ok-fg: #7fdcc0; --ok-bg: #12352d; --mixed-fg: #f3c766; --mixed-bg: #382c10;
--unusual-fg: #ffa38d; --unusual-bg: #40201a; --none-fg: #bcc6d2; --none-bg: #252d37;
--link: #86bdff; --focus: #86bdff;
--shadow: 0 1px 2px rgb(0 0 0 / .5), 0 16px 40px rgb(0 0 0 / .6);`;

const common = `--font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
--radius-1: 6px; --radius-2: 10px; --radius-3: 14px; --motion: 160ms;`;

/** Tokens for a subtree whose root carries `scheme-light` or `scheme-dark`: the overlay, whose scheme follows the page. */
export const chosenSchemeTokens = `.plumb { ${common} }
.scheme-light { ${light} }
.scheme-dark { ${dark} }`;

/** Tokens for our own pages, whose scheme follows the system. */
export const systemSchemeTokens = `.plumb { ${common} ${light} }
@media (prefers-color-scheme: dark) { .plumb { ${dark} } }
@media print { .plumb { ${light} } }`;
