/**
 * Plain shells of the platforms' pages: the header and the grid in the platform's own attributes, made by the page's script when its responses are there, as the platforms do.
 */
import { type Ask, escapeHtml as esc, inScript, NONCE } from './make.ts';

export interface Tile {
  /** Path of the post. */
  href: string;
  caption: string;
  /** What the platform prints on or under the tile. */
  shown?: string;
  /** X: the words of the group of buttons, and the time. */
  label?: string;
  at?: string;
  pinned?: boolean;
}

export interface Look {
  platform: 'instagram' | 'tiktok' | 'youtube' | 'x';
  handle: string;
  name: string;
  bio: string;
  verified?: boolean;
  /** Numbers as printed; `exact` is the full number where the platform keeps it in an attribute. */
  followers: { text: string; exact?: string };
  following?: string;
  posts?: string;
  likes?: string;
  tiles: readonly Tile[];
}

export interface ShellParts {
  /** Without it the page stays empty: what is read comes from the responses alone. */
  look?: Look | undefined;
  /** HTML of the page instead of a look. */
  rendered?: string | undefined;
  title: string;
  lang: string;
  asks: readonly Ask[];
  /** Inline scripts of the first load: `json` elements with attributes, `js` texts. */
  inline?: readonly ({ json: unknown; attributes: string } | { js: string })[];
}

const tint = (index: number) => `t${index % 8}`;

const grid = (look: Look, tile: (item: Tile, index: number) => string) => look.tiles.map(tile).join('');

function instagram(look: Look): string {
  const user = esc(look.handle);
  const count = look.followers.exact ? ` title="${esc(look.followers.exact)}"` : '';
  return `<main role="main"><div><header><section class="side"><div class="avatar"></div></section><section>
<div class="row"><a href="#" role="link"><h2><span>${user}</span></h2></a>${look.verified ? '<svg aria-label="Verified" width="18" height="18" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#0095f6"></circle></svg>' : ''}<button class="follow">Follow</button></div>
<div class="stats">${look.posts ? `<div><span><span>${esc(look.posts)}</span> posts</span></div>` : ''}<div><a href="/${user}/followers/" role="link"><span><span${count}>${esc(look.followers.text)}</span> followers</span></a></div>${look.following ? `<div><a href="/${user}/following/" role="link"><span><span>${esc(look.following)}</span> following</span></a></div>` : ''}</div>
<div><span dir="auto"><b>${esc(look.name)}</b></span></div><div class="bio"><span dir="auto">${esc(look.bio)}</span></div></section></header>
<div class="grid three">${grid(look, (item, index) => `<div class="cell"><a href="${esc(item.href)}" role="link" tabindex="0"><div class="tile ${tint(index)}" role="img" aria-label="${esc(item.caption.slice(0, 80))}"></div></a></div>`)}</div></div></main>`;
}

function tiktok(look: Look): string {
  return `<div id="main-content-others_homepage"><div data-e2e="user-page" class="head"><div class="avatar"></div><div>
<div class="row"><h1 data-e2e="user-title">${esc(look.handle)}${look.verified ? '<svg width="20" height="20" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#20d5ec"></circle></svg>' : ''}</h1><h2 data-e2e="user-subtitle">${esc(look.name)}</h2></div>
<h3 class="stats"><div><strong title="Following" data-e2e="following-count">${esc(look.following ?? '0')}</strong><span data-e2e="following">Following</span></div><div><strong title="Followers" data-e2e="followers-count">${esc(look.followers.text)}</strong><span data-e2e="followers">Followers</span></div><div><strong title="Likes" data-e2e="likes-count">${esc(look.likes ?? '0')}</strong><span data-e2e="likes">Likes</span></div></h3>
<h2 data-e2e="user-bio" class="bio">${esc(look.bio)}</h2></div></div>
<div data-e2e="user-post-item-list" class="grid five">${grid(look, (item, index) => `<div><div data-e2e="user-post-item"><a href="${esc(item.href)}"><div class="tile tall ${tint(index)}"></div>${item.pinned ? '<div data-e2e="video-card-badge">Pinned</div>' : ''}<strong data-e2e="video-views">${esc(item.shown ?? '')}</strong></a></div></div>`)}</div></div>`;
}

function youtube(look: Look): string {
  const handle = esc(look.handle);
  return `<ytd-app><ytd-page-manager id="page-manager"><ytd-browse page-subtype="channels" role="main"><div id="header"><yt-page-header-renderer><yt-page-header-view-model><div class="head"><div class="avatar"></div><div>
<yt-dynamic-text-view-model><h1 aria-label="${esc(look.name)}"><span role="text">${esc(look.name)}</span></h1></yt-dynamic-text-view-model>
<yt-content-metadata-view-model><div class="yt-content-metadata-view-model__metadata-row stats"><span role="text">@${handle}</span></div><div class="yt-content-metadata-view-model__metadata-row stats"><span role="text">${esc(look.followers.text)}</span><span class="yt-content-metadata-view-model__delimiter" aria-hidden="true">•</span>${look.posts ? `<span role="text">${esc(look.posts)}</span>` : ''}</div></yt-content-metadata-view-model>
<p class="bio">${esc(look.bio)}</p></div></div></yt-page-header-view-model></yt-page-header-renderer></div>
<ytd-rich-grid-renderer><div id="contents" class="grid four">${grid(
    look,
    (item, index) =>
      `<ytd-rich-item-renderer><ytd-rich-grid-media><a id="thumbnail" href="${esc(item.href)}"><div class="tile wide ${tint(index)}"></div></a><h3><a id="video-title-link" href="${esc(item.href)}"><span id="video-title">${esc(item.caption)}</span></a></h3><div id="metadata-line">${(
        item.shown ?? ''
      )
        .split('\n')
        .map((text) => `<span class="inline-metadata-item">${esc(text)}</span>`)
        .join(' · ')}</div></ytd-rich-grid-media></ytd-rich-item-renderer>`,
  )}</div></ytd-rich-grid-renderer></ytd-browse></ytd-page-manager></ytd-app>`;
}

function x(look: Look): string {
  const handle = esc(look.handle);
  const name = `<div data-testid="UserName"><div><span><span>${esc(look.name)}</span></span>${look.verified ? '<svg data-testid="icon-verified" aria-label="Verified account" width="18" height="18" viewBox="0 0 22 22"><circle cx="11" cy="11" r="10" fill="#1d9bf0"></circle></svg>' : ''}</div><div class="dim"><span>@${handle}</span></div></div>`;
  return `<main role="main"><div data-testid="primaryColumn" class="column"><div class="banner"></div><div class="head"><div class="avatar"></div></div>
${name}<div data-testid="UserDescription" class="bio"><span>${esc(look.bio)}</span></div>
<div class="stats"><div><a href="/${handle}/following" role="link"><span><span>${esc(look.following ?? '0')}</span></span> <span class="dim">Following</span></a></div><div><a href="/${handle}/verified_followers" role="link"><span><span>${esc(look.followers.text)}</span></span> <span class="dim">Followers</span></a></div></div>
<section role="region"><div>${grid(look, (item) => `<div data-testid="cellInnerDiv"><article data-testid="tweet" role="article">${item.pinned ? '<div data-testid="socialContext" class="dim">Pinned</div>' : ''}<div data-testid="User-Name"><a href="/${handle}" role="link"><span>${esc(look.name)}</span></a> <a href="/${handle}" role="link" tabindex="-1"><span class="dim">@${handle}</span></a> <a href="${esc(item.href)}" role="link"><time datetime="${esc(item.at ?? '')}">${esc((item.at ?? '').slice(0, 10))}</time></a></div><div data-testid="tweetText" lang="en"><span>${esc(item.caption)}</span></div><div role="group" aria-label="${esc(item.label ?? '')}" class="dim">${esc(item.label ?? '')}</div></article></div>`)}</div></section></div></main>`;
}

const MARKUP = { instagram, tiktok, youtube, x };

/** The HTML of a profile's page, without its document. */
export const markup = (look: Look): string => MARKUP[look.platform](look);

export const STYLE = `:root{color-scheme:light dark}body{margin:0;font:14px system-ui,sans-serif;background:#fff;color:#111}
@media (prefers-color-scheme:dark){body{background:#0f0f12;color:#f2f2f4}}
a{color:inherit;text-decoration:none}main,#main-content-others_homepage,ytd-app{display:block;max-width:940px;margin:0 auto;padding:28px 20px}
header,.head{display:flex;gap:32px;align-items:flex-start}.avatar{width:120px;height:120px;border-radius:50%;background:linear-gradient(135deg,#f9a26c,#7a4de8)}
.row{display:flex;gap:14px;align-items:center}.row h1,.row h2{margin:0;font-size:20px}.follow{border:0;border-radius:8px;padding:7px 16px;background:#0095f6;color:#fff;font-weight:600}
.stats{display:flex;gap:24px;margin:14px 0;font-size:15px;font-weight:400}.stats div{display:flex;gap:6px}.bio{font-size:14px;font-weight:400;margin:4px 0;max-width:56ch}
.grid{display:grid;gap:4px;margin-top:28px}.three{grid-template-columns:repeat(3,1fr)}.five{grid-template-columns:repeat(5,1fr);gap:12px}.four{grid-template-columns:repeat(4,1fr);gap:16px}
.four h3{font-size:14px;margin:6px 0 2px}.tile{aspect-ratio:1}.tall{aspect-ratio:3/4;border-radius:8px}.wide{aspect-ratio:16/9;border-radius:10px}
.t0{background:linear-gradient(160deg,#f7c59f,#e36588)}.t1{background:linear-gradient(160deg,#84dcc6,#2d6a80)}.t2{background:linear-gradient(160deg,#ffe29a,#e07a3f)}.t3{background:linear-gradient(160deg,#b8c0ff,#5a4fcf)}
.t4{background:linear-gradient(160deg,#cfe8b0,#5c8a4a)}.t5{background:linear-gradient(160deg,#f3b0c3,#8b3a62)}.t6{background:linear-gradient(160deg,#a5d8ff,#22577a)}.t7{background:linear-gradient(160deg,#e6ccb2,#7f5539)}
.dim{opacity:.65}.column{max-width:600px;margin:0 auto}.banner{height:120px;background:linear-gradient(120deg,#22577a,#84dcc6)}article{padding:12px 0;border-top:1px solid #8884}
ytd-browse,yt-page-header-renderer,yt-page-header-view-model,ytd-rich-grid-renderer,ytd-rich-item-renderer,ytd-rich-grid-media,yt-content-metadata-view-model,yt-dynamic-text-view-model,ytd-page-manager{display:block}`;

/** The page's own script: asks one after the other, then shows what the template holds. */
function pageScript(asks: readonly Ask[]): string {
  const list = asks.map(({ via, method, url, post }) => ({ via, method, url, post }));
  return `(async () => {
  const byFetch = async ({ method, url, post }) => (await fetch(url, { method, ...(post ? { body: post.text, headers: { 'Content-Type': post.type } } : {}) })).json();
  const byXhr = ({ method, url, post }) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    if (post) request.setRequestHeader('Content-Type', post.type);
    request.onloadend = () => resolve(request.responseText);
    request.send(post ? post.text : null);
  });
  for (const ask of ${inScript(list)}) await (ask.via === 'fetch' ? byFetch(ask) : byXhr(ask)).catch(() => null);
  document.getElementById('mount').append(document.getElementById('page').content.cloneNode(true));
})();`;
}

/** The HTML of a shell, to be served with STRICT_POLICY. */
export function shell({ look, rendered = '', title, lang, asks, inline = [] }: ShellParts): string {
  const scripts = inline
    .map((item) =>
      'js' in item
        ? `<script nonce="${NONCE}">${item.js}</script>`
        : `<script type="application/json" ${item.attributes}>${inScript(item.json)}</script>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="${esc(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(title)}</title><link rel="icon" href="data:,">
<style nonce="${NONCE}">${STYLE}</style></head><body>
${scripts}
<template id="page">${look ? markup(look) : rendered}</template><div id="mount"></div>
<script nonce="${NONCE}">${pageScript(asks)}</script></body></html>
`;
}
