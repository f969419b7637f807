/**
 * A page that goes from one account to the next as the platforms' pages do: by its own script, which changes the address
 * before or after the answers are there, lets parts of the last account stand, asks ahead, and goes back and forth.
 */
import { inScript, makeHar, NONCE, STRICT_POLICY } from '../har/make.ts';
import { markup, STYLE } from '../har/shells.ts';
import { seeded } from './random.ts';
import { AT, type World } from './world.ts';

/** Runs in the page. `world` is what the page knows, `random` is seeded. */
function app(
  world: {
    paths: string[];
    asks: { via: string; method: string; url: string; post?: { type: string; text: string } }[];
  }[],
  others: string[],
  random: () => number,
) {
  const mount = document.getElementById('mount') as HTMLElement;
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const moves: string[] = [];
  let turn = 0;
  /** Entries of the history that are ours. */
  let depth = 0;
  let abort = new AbortController();

  const ask = async ({ via, method, url, post }: (typeof world)[number]['asks'][number], signal?: AbortSignal) => {
    const headers: Record<string, string> = post ? { 'Content-Type': post.type } : {};
    if (via === 'fetch') {
      const answer = await fetch(url, {
        method,
        headers,
        ...(post ? { body: post.text } : {}),
        ...(signal ? { signal } : {}),
      });
      return answer.json();
    }
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.onloadend = () => resolve(request.responseText);
      request.send(post?.text ?? null);
    });
  };
  const grid = (root: ParentNode) => root.querySelector('.grid, section[role="region"]');
  const page = (account: number) =>
    (document.getElementById(`account${account}`) as HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  const accountAt = (path: string) => world.findIndex(({ paths }) => paths.includes(path));
  const finish = () => document.dispatchEvent(new CustomEvent('yt-navigate-finish', { bubbles: true }));

  /** The address has changed: the page follows, in one of several ways. */
  async function follow(path: string, manner: string): Promise<void> {
    turn += 1;
    const mine = turn;
    if (random() < 0.3) abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const account = accountAt(path);
    const isOver = () => mine !== turn;
    if (manner === 'emptied') mount.replaceChildren();
    if (account < 0) {
      await wait(random() * 200);
      if (!isOver()) mount.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Nobody.' }));
      return;
    }
    const answers = (world[account] as (typeof world)[number]).asks.map((each) => ask(each, signal).catch(() => null));
    await answers[0];
    if (isOver()) return;
    const next = page(account);
    const old = grid(mount);
    if (manner === 'stepwise' && old) {
      // The next account's header over the last one's posts, for a while.
      const posts = grid(next) as Element;
      const place = document.createComment('');
      posts.replaceWith(place);
      old.remove();
      mount.replaceChildren(next);
      place.replaceWith(old);
      await Promise.all(answers);
      await wait(random() * 400);
      if (isOver()) return;
      old.replaceWith(posts);
    } else {
      await Promise.all(answers);
      if (isOver()) return;
      mount.replaceChildren(next);
    }
    finish();
  }

  /** The answers first, then the address and the page at once. */
  async function ahead(path: string): Promise<void> {
    const mine = turn;
    const account = accountAt(path);
    await Promise.all((world[account]?.asks ?? []).map((each) => ask(each).catch(() => null)));
    if (mine !== turn || account < 0) return;
    turn += 1;
    push(path);
    mount.replaceChildren(page(account));
    finish();
  }

  const push = (path: string) => {
    depth += 1;
    history.pushState({ depth }, '', path);
  };
  window.addEventListener('popstate', ({ state }) => {
    depth = state?.depth ?? 0;
    void follow(location.pathname + location.search, pick(['emptied', 'left', 'stepwise']));
  });

  async function step(): Promise<void> {
    const chance = random();
    const manner = pick(['emptied', 'left', 'stepwise']);
    const account = Math.floor(random() * world.length);
    const path = pick(world[account]?.paths ?? []);
    const here = accountAt(location.pathname + location.search);
    // A hovered card: asked for, never opened.
    if (random() < 0.2)
      for (const each of world[Math.floor(random() * world.length)]?.asks ?? []) void ask(each).catch(() => null);
    const go = (kind: string, to: string) => {
      moves.push(`${kind} ${manner} ${to}`);
      if (kind === 'replace') history.replaceState({ depth }, '', to);
      else push(to);
      void follow(to, manner);
    };
    if (chance < 0.42) go('push', path);
    else if (chance < 0.54) {
      moves.push(`ahead ${path}`);
      await ahead(path);
    } else if (chance < 0.62) go('replace', path);
    else if (chance < 0.72 && here >= 0) go('tab', pick(world[here]?.paths ?? []));
    else if (chance < 0.86) {
      moves.push('history');
      history.go(random() < 0.7 && depth > 0 ? -1 : 1);
    } else go('push', pick(others));
  }

  /** @returns what was done */
  return async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      await step();
      // Mostly as fast as answers are slow; at times long enough to be read.
      await wait(random() < 0.55 ? random() * 300 : 700 + random() * 1400);
    }
    await wait(2500);
    return moves;
  };
}

/** The HAR of a world: its document at the first account's address, and all that its script may ask for. */
export function harOf(world: World, seed: number) {
  const [first] = world.accounts;
  const known = world.accounts.map(({ paths, asks }) => ({
    paths,
    asks: asks.map(({ via, method, url, post }) => ({ via, method, url, post })),
  }));
  const inline = first?.inline;
  const document = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${world.platform}</title><link rel="icon" href="data:,"><style nonce="${NONCE}">${STYLE}</style></head><body>
${inline ? `<script type="application/json" ${inline.attributes}>${inScript(inline.json)}</script>` : ''}
${world.accounts.map(({ look }, index) => `<template id="account${index}">${markup(look)}</template>`).join('\n')}
<div id="mount"></div>
<script nonce="${NONCE}">document.getElementById('mount').append(document.getElementById('account0').content.cloneNode(true));
window.drive = (${app.toString()})(${inScript(known)}, ${inScript(world.others)}, (${seeded.toString()})(${seed}));</script></body></html>
`;
  return makeHar([
    {
      url: `${world.origin}${first?.paths[0]}`,
      at: AT,
      document,
      policy: STRICT_POLICY,
      asks: world.accounts.flatMap(({ asks }) => asks),
    },
  ]);
}
