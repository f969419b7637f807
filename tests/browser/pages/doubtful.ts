/**
 * Pages whose own report has a signal that points at something: the invented accounts with posts whose likes exceed
 * their views. YouTube's grid prints no likes: there it is a captured watch page under which many write the same.
 */
import { harOf, hasCaptures, recipes } from '../har/recipes.ts';
import { sampleHar, samples } from '../har/samples.ts';
import type { Json } from '../har/shapes.ts';
import type { Har } from '../replay/har.ts';

/** As many are changed at most: a few posts, but most of the comments, since a check asks about them only then. */
const FEW = 8;
const MOST_COMMENTS = 40;

/** Each post's node: its likes, and how its views are set. */
const edits: Record<string, (node: Json) => boolean> = {
  instagram: (node) => {
    if (node.code === undefined || node.media_type !== 2 || typeof node.like_count !== 'number') return false;
    node.play_count = Math.round(node.like_count / 3);
    return true;
  },
  tiktok: (node) => {
    if (node.statsV2?.playCount === undefined || node.desc === undefined) return false;
    const views = Math.round(node.stats.diggCount / 3);
    node.stats.playCount = views;
    node.statsV2.playCount = String(views);
    return true;
  },
  x: (node) => {
    if (node.views?.count === undefined || node.legacy?.favorite_count === undefined) return false;
    node.views.count = String(Math.round(node.legacy.favorite_count / 3));
    return true;
  },
  youtube: (node) => {
    if (node.properties?.commentId === undefined || node.properties.content?.content === undefined) return false;
    node.properties.content.content = 'Nice video, check my channel 🔥🔥';
    return true;
  },
};

function walk(node: Json, edit: (node: Json) => boolean, left: { count: number }): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && left.count > 0 && edit(node)) left.count -= 1;
  for (const child of Object.values(node)) walk(child, edit, left);
}

const WATCH = 'youtube-comments-owner';

function original(platform: string): Har | null {
  if (platform === 'youtube') {
    const recipe = recipes.find(({ name }) => name === WATCH);
    return recipe && hasCaptures(recipe) ? harOf(recipe) : null;
  }
  const sample = samples.find((each) => each.platform === platform);
  return sample ? sampleHar(sample) : null;
}

/** @returns null where it needs a capture that is not there. @throws where there is nothing to change */
export function doubtfulHar(platform: string): Har | null {
  const [har, edit] = [original(platform), edits[platform]];
  if (!har || !edit) return null;
  const most = platform === 'youtube' ? MOST_COMMENTS : FEW;
  const left = { count: most };
  for (const { response } of har.log.entries) {
    const { content } = response;
    if (!content?.mimeType?.includes('json') || !content.text) continue;
    const body: Json = JSON.parse(content.text);
    walk(body, edit, left);
    content.text = JSON.stringify(body);
  }
  if (left.count === most) throw new Error(`nothing was changed on ${platform}`);
  return har;
}
