/** YouTube's documents: `browse` (a channel), `next` (a watch page, comments), `player`; as responses and as inline scripts. */
import { orAhead } from '../../reading/ahead';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { find, get, type Json, ownPart, parseDocuments, valueAfter, walk } from '../../reading/shape';
import { readingOf, subjectOf } from '../../reading/subject';
import { readName } from '../../reading/text';
import { locate } from './address';
import { aboutOf, type Header, headerOf, isAboutOne, whoseChannel } from './channel';
import { commentsReading, whoseComment } from './comments';
import { gridPosts, orderOf } from './grid';
import { type Channel, isPlace } from './nodes';
import { isDetails, playedVideo, playerReading, shortReading, watchReading, whoseVideo } from './watch';

function read(text: PageText, context: ReadContext): Reading[] {
  const whole = parseDocuments(text.text);
  const documents = whole.length
    ? whole
    : ['ytInitialData', 'ytInitialPlayerResponse'].flatMap((name) => assigned(text.text, name));
  return documents
    .map((document) => viewedPart(document, context.place))
    .flatMap((document) => [
      ...channelReading(document, text, context),
      ...watchReading(document, text, context),
      ...shortReading(document, text, context),
      ...playerReading(document, text, context),
      ...commentsReading(document, text, context),
    ]);
}

/** A document may hold another channel's page or another video beside the viewed one: that part is left out. */
function viewedPart(document: Json, place: Place): Json {
  const { postId } = place;
  return ownPart(document, (node) =>
    place.kind === 'post'
      ? postId === undefined
        ? undefined
        : (whoseVideo(node, postId) ?? whoseComment(node, postId))
      : whoseChannel(node, place),
  );
}

/** Whose page an answer is for: the channel in its header, or the video that it plays. */
function about(document: Json, text: PageText): Place | null {
  const video = playedVideo(document) ?? get(find(document, isDetails), 'videoId');
  if (typeof video === 'string') return { platform: 'youtube', kind: 'post', postId: video };
  const channel = headerOf(document, { place: { platform: 'youtube', kind: 'profile' }, now: '' })?.channel;
  if (!channel?.id || text.via !== 'response') return null;
  return {
    platform: 'youtube',
    kind: 'profile',
    id: channel.id,
    ...(channel.handle === undefined ? {} : { handle: channel.handle }),
  };
}

/** @returns readings of the viewed channel or video, or of the one that an answer is for. */
export const readPageText = orAhead(read, about);

/** `var ytInitialData = {…};` and `window["ytInitialData"] = {…};` */
function assigned(script: string, name: string): Json[] {
  const value = valueAfter(script, `${name} =`) ?? valueAfter(script, `${name}"] =`) ?? valueAfter(script, `${name}=`);
  return value === undefined ? escaped(script, name) : [value];
}

/** `var ytInitialData = '\x7b\x22…';` */
function escaped(script: string, name: string): Json[] {
  const start = new RegExp(`${name}["'\\]]*\\s*=\\s*'`).exec(script.slice(0, 4000));
  if (!start) return [];
  const from = start.index + start[0].length;
  const end = script.indexOf("'", from);
  const text = script
    .slice(from, end < 0 ? undefined : end)
    .replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gs, (_, hex, unicode, sign) =>
      sign === undefined ? String.fromCharCode(Number.parseInt(hex ?? unicode, 16)) : sign === 'n' ? '\n' : sign,
    );
  return parseDocuments(text);
}

function channelReading(document: Json, text: PageText, context: ReadContext): Reading[] {
  const { place } = context;
  if (place.kind !== 'profile') return [];
  const header = headerOf(document, context);
  const about = aboutOf(document, context);
  const readings = [header, about]
    .filter((found): found is Header => found !== null)
    .filter(
      ({ channel, addresses }) => isPlace(place, channel, addresses) || (isLoaded(text, place) && isAboutOne(document)),
    )
    .flatMap((found) => reading(found, document, text, context));
  if (readings.length || header || about) return readings;
  const owner = continued(document, text, context);
  if (!owner) return [];
  const posts = gridPosts(document, owner, context);
  return readingOf(subjectOf(owner), text.via, context, { posts, postsOrder: orderOf(document, posts, context) });
}

function reading(found: Header, document: Json, text: PageText, context: ReadContext): Reading[] {
  const posts = gridPosts(document, found.channel, context);
  return readingOf(subjectOf(found.channel), text.via, context, {
    profile: found.profile,
    posts,
    postsOrder: orderOf(document, posts, context),
  });
}

/**
 * More of a tab, loaded while scrolling: it has no header. It is the viewed channel's if its own tracking names that
 * channel, or if the page asked for it at the viewed address.
 */
function continued(document: Json, text: PageText, { place }: ReadContext): Channel | null {
  if (text.via !== 'response' || !/\/youtubei\/v1\/browse/.test(text.url)) return null;
  const ids = new Set<string | undefined>();
  walk(document, (node) => {
    if (node['key'] === 'browse_id') ids.add(readName(node['value']));
    return undefined;
  });
  if (ids.size > 1) return null;
  const [id] = ids;
  if (id !== undefined && /^UC/.test(id))
    return place.id === undefined || place.id === id
      ? samePage(text, place) || place.id === id
        ? { id, handle: place.handle }
        : null
      : null;
  return samePage(text, place) ? { id: place.id, handle: place.handle } : null;
}

/** The document's own script is about the address that the document was loaded from: '/c/name' stands nowhere in it. */
function isLoaded(text: PageText, place: Place): boolean {
  return text.via === 'inline' && place.alias !== undefined && samePage(text, place);
}

function samePage(text: PageText, place: ReadContext['place']): boolean {
  if (text.page === undefined) return false;
  try {
    const asked = locate(new URL(text.page));
    return (
      asked !== null &&
      asked.kind === 'profile' &&
      isPlace(place, { id: asked.id, handle: asked.handle }, asked.alias === undefined ? [] : [asked.alias])
    );
  } catch {
    return false;
  }
}
