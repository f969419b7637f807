/**
 * The grammar of each platform's addresses, at its edges: what a name may be and how long, which tabs, lists and posts there
 * are, and which first words of a path are the site's own. Long, for it is a table: a row an address.
 */
import { describe, expect, test } from 'vitest';
import { nameIn } from '../../../extension/platforms/linkedin/address';
import { placeAt, platforms } from '../../../extension/platforms/registry';

/** "kind account, post, tab", or "nothing" where it is no account's page. */
function told(address: string): string {
  const place = placeAt(address)?.place;
  if (!place) return 'nothing';
  const { kind, handle, id, alias, postId, tab } = place;
  const account =
    handle ?? (id === undefined ? undefined : `id ${id}`) ?? (alias === undefined ? '-' : `alias ${alias}`);
  return [`${kind} ${account}`, postId && `post ${postId}`, tab && `tab ${tab}`].filter(Boolean).join(', ');
}

const a = (length: number) => 'a'.repeat(length);
const nine = (length: number) => '9'.repeat(length);

/** Path or address, and what it is. */
const FORMS: Record<string, readonly [base: string, forms: Record<string, string>]> = {
  x: [
    'https://x.com/',
    {
      [a(1)]: `profile ${a(1)}`,
      [a(20)]: `profile ${a(20)}`,
      [a(21)]: 'nothing',
      'ida.w': 'nothing',
      '-ida': 'nothing',
      'ida/status/1': 'post ida, post 1',
      [`ida/status/${nine(25)}`]: `post ida, post ${nine(25)}`,
      [`ida/status/${nine(26)}`]: 'nothing',
      'ida/status/a1': 'nothing',
      'ida/status/1a': 'nothing',
      'ida/status': 'nothing',
      'ida/statuses/12': 'post ida, post 12',
      'ida/article/12': 'post ida, post 12',
      'ida/nowhere': 'nothing',
      'ida/followers_you_follow': 'people ida, tab followers_you_follow',
      'ida/followers': 'people ida, tab followers',
      'ida/following': 'people ida, tab following',
    },
  ],
  bluesky: [
    'https://bsky.app/',
    {
      'profile/a-1.b.example': 'profile a-1.b.example',
      'profile/name': 'nothing',
      'profile/.example': 'nothing',
      'profile/a_b.example': 'nothing',
      'profile/a.example_': 'nothing',
      'profiles/a.example': 'nothing',
      'profile/did:plc:abc': 'profile id did:plc:abc',
      'profile/did:plc:ab': 'nothing',
      [`profile/did:web:${a(100)}`]: `profile id did:web:${a(100)}`,
      [`profile/did:web:${a(101)}`]: 'nothing',
      'profile/xdid:plc:abc': 'nothing',
      'profile/did:plc:abc!': 'nothing',
      'profile/did:PLC:abc': 'nothing',
      'profile/a.example/post/12345': 'post a.example, post 12345',
      'profile/a.example/post/1234': 'nothing',
      [`profile/a.example/post/${a(20)}`]: `post a.example, post ${a(20)}`,
      [`profile/a.example/post/${a(21)}`]: 'nothing',
      'profile/a.example/post/12345!': 'nothing',
      'profile/a.example/post/!12345': 'nothing',
      'profile/a.example/post': 'nothing',
      'profile/a.example/followers': 'people a.example, tab followers',
      'profile/a.example/follows': 'people a.example, tab follows',
      'profile/a.example/feed': 'nothing',
    },
  ],
  substack: [
    'https://substack.com/',
    {
      '@ab': 'profile ab',
      '@a': 'nothing',
      [`@${a(60)}`]: `profile ${a(60)}`,
      [`@${a(61)}`]: 'nothing',
      'x@ab': 'nothing',
      '@ab!': 'nothing',
      '@ab/notes': 'profile ab, tab notes',
      'https://www.substack.com/@ab': 'profile ab',
      'https://two.names.substack.com/': 'nothing',
      'https://nord.substack.com/': 'profile nord',
      'https://nord.substack.com/about': 'profile nord, tab about',
      'https://nord.substack.com/notes': 'profile nord, tab notes',
      'https://nord.substack.com/podcast': 'nothing',
      'https://nord.substack.com/p/ab': 'post nord, post ab',
      'https://nord.substack.com/p/a': 'nothing',
      [`https://nord.substack.com/p/${a(120)}`]: `post nord, post ${a(120)}`,
      [`https://nord.substack.com/p/${a(121)}`]: 'nothing',
      'https://nord.substack.com/p/ab!': 'nothing',
      'https://nord.substack.com/p/!ab': 'nothing',
      'https://nord.substack.com/s/ab': 'nothing',
    },
  ],
  reddit: [
    'https://www.reddit.com/',
    {
      'user/ab': 'profile ab',
      'u/ab': 'profile ab',
      'user/a': 'nothing',
      [`user/${a(24)}`]: `profile ${a(24)}`,
      [`user/${a(25)}`]: 'nothing',
      'user/a.b': 'nothing',
      'user/.ab': 'nothing',
      'user/ab.': 'nothing',
      'user/ab/submitted': 'profile ab, tab submitted',
      'user/ab/comments': 'profile ab, tab comments',
      'user/ab/comments/1h7ajw1/x': 'post ab, post 1h7ajw1',
      'r/ab': 'profile r/ab',
      'r/ab/top': 'profile r/ab, tab top',
      'r/ab/comments': 'nothing',
      'r/ab/comments/1h7a': 'post -, post 1h7a',
      'r/ab/comments/1h7': 'nothing',
      [`r/ab/comments/${a(12)}`]: `post -, post ${a(12)}`,
      [`r/ab/comments/${a(13)}`]: 'nothing',
      'r/ab/comments/1H7a': 'nothing',
      'r/ab/comments/1h7a!': 'nothing',
      'm/ab': 'nothing',
    },
  ],
  kick: [
    'https://kick.com/',
    {
      ab: 'profile ab',
      a: 'nothing',
      [a(30)]: `profile ${a(30)}`,
      [a(31)]: 'nothing',
      'nord-plays_1': 'profile nord-plays_1',
      'nord.plays': 'nothing',
      '.nord': 'nothing',
      'nord.': 'nothing',
      'nord/chatroom': 'nothing',
    },
  ],
  pinterest: [
    'https://www.pinterest.com/',
    {
      abc: 'profile abc',
      ab: 'nothing',
      [a(30)]: `profile ${a(30)}`,
      [a(31)]: 'nothing',
      'a-b-c': 'nothing',
      '-abc': 'nothing',
      'abc-': 'nothing',
      'abc/_saved': 'profile abc, tab _saved',
      'abc/_created/': 'profile abc, tab _created',
      'abc/a-board': 'nothing',
      'abc/board_': 'nothing',
      'abc/_saved/more': 'nothing',
    },
  ],
  facebook: [
    'https://www.facebook.com/',
    {
      ab: 'profile ab',
      a: 'nothing',
      [a(80)]: `profile ${a(80)}`,
      [a(81)]: 'nothing',
      'brot.haus': 'profile brot.haus',
      'brot-haus': 'nothing',
      '-brot': 'nothing',
      'brot-': 'nothing',
      'brot/about': 'profile brot, tab about',
      'brot/posts': 'profile brot, tab posts',
      'brot/posts/pfbid0x': 'post brot, post pfbid0x',
      'brot/videos/12': 'post brot, post 12',
      'brot/photos/12': 'profile brot, tab photos',
      'profile.php?id=12345': 'profile id 12345',
      'profile.php?id=1234': 'nothing',
      [`profile.php?id=${nine(20)}`]: `profile id ${nine(20)}`,
      [`profile.php?id=${nine(21)}`]: 'nothing',
      'profile.php?id=a12345': 'nothing',
      'profile.php?id=12345a': 'nothing',
      'profile.php': 'nothing',
      'people/Brot/12345': 'profile id 12345',
      'people/Brot/1234': 'nothing',
      [`people/Brot/${nine(20)}`]: `profile id ${nine(20)}`,
      [`people/Brot/${nine(21)}`]: 'nothing',
      'people/Brot/a12345': 'nothing',
      'people/Brot/12345a': 'nothing',
      'people/Brot': 'nothing',
      'p/Brot-12345': 'profile id 12345',
      'p/Brot-1234': 'nothing',
      'p/Brot12345': 'nothing',
      'p/Brot-12345-Haus': 'nothing',
      p: 'nothing',
    },
  ],
  linkedin: [
    'https://www.linkedin.com/',
    {
      'in/ab': 'profile ab',
      'in/a': 'nothing',
      in: 'nothing',
      [`in/${a(120)}`]: `profile ${a(120)}`,
      'company/brot': 'profile brot',
      'school/brot': 'profile brot',
      'showcase/brot': 'profile brot',
      'groups/brot': 'nothing',
      'company/brot/posts': 'profile brot, tab posts',
      'in/%E0%A4%A': 'profile %E0%A4%A',
      'posts/ab_text-activity-1234567890': 'post ab, post 1234567890',
      'posts/ab_text-ugcPost-1234567890-x': 'post ab, post 1234567890',
      'posts/ab_share-1234567890': 'post ab, post 1234567890',
      'posts/ab_text-activity-123456789': 'nothing',
      'posts/ab_text-news-1234567890': 'nothing',
      'posts/a_text-activity-1234567890': 'nothing',
      'posts/ab-activity-1234567890': 'nothing',
      [`posts/${a(121)}_text-activity-1234567890`]: 'nothing',
      posts: 'nothing',
    },
  ],
  twitch: [
    'https://www.twitch.tv/',
    {
      ab: 'profile ab',
      a: 'nothing',
      [a(25)]: `profile ${a(25)}`,
      [a(26)]: 'nothing',
      'a-b': 'nothing',
      '-ab': 'nothing',
      'ab-': 'nothing',
      'ab/chat': 'nothing',
    },
  ],
  youtube: [
    'https://www.youtube.com/',
    {
      '@ab': 'profile ab',
      '@a': 'nothing',
      [`@${a(60)}`]: `profile ${a(60)}`,
      [`@${a(61)}`]: 'nothing',
      'x@ab': 'nothing',
      '@ab!': 'nothing',
      '@a.b_c-d·e': 'profile a.b_c-d·e',
      '@%ZZ': 'nothing',
      '@ab/nowhere': 'nothing',
      [`channel/UC${a(22)}`]: `profile id UC${a(22)}`,
      [`channel/UC${a(21)}`]: 'nothing',
      [`channel/UC${a(23)}`]: 'nothing',
      [`channel/xUC${a(22)}`]: 'nothing',
      channel: 'nothing',
      'c/Name/about': 'profile alias /c/Name, tab about',
      'user/Name': 'profile alias /user/Name',
      'user/Name/nowhere': 'nothing',
      [`user/${a(100)}`]: `profile alias /user/${a(100)}`,
      [`user/${a(101)}`]: 'nothing',
      c: 'nothing',
      user: 'nothing',
      'watch/Name': 'nothing',
      'playlist/Name': 'nothing',
      [`watch?v=${a(11)}`]: `post -, post ${a(11)}`,
      [`watch?v=${a(10)}`]: 'nothing',
      [`watch?v=${a(12)}`]: 'nothing',
      [`watch?v=!${a(11)}`]: 'nothing',
      [`shorts/${a(11)}`]: `post -, post ${a(11)}`,
      [`live/${a(11)}`]: `post -, post ${a(11)}`,
      shorts: 'nothing',
      live: 'nothing',
    },
  ],
  instagram: [
    'https://www.instagram.com/',
    {
      a: 'profile a',
      [a(30)]: `profile ${a(30)}`,
      [a(31)]: 'nothing',
      'mara-v': 'nothing',
      '-mara': 'nothing',
      'mara-': 'nothing',
      'p/12345': 'post -, post 12345',
      'p/1234': 'nothing',
      [`p/${a(40)}`]: `post -, post ${a(40)}`,
      [`p/${a(41)}`]: 'nothing',
      'p/12345!': 'nothing',
      'p/!12345': 'nothing',
      'reel/12345': 'post -, post 12345',
      'reels/12345': 'post -, post 12345',
      'reels/audio': 'nothing',
      'reels/1234': 'nothing',
      reels: 'nothing',
      'tv/12345': 'post -, post 12345',
      'tv/1234': 'nothing',
      'mara/p/12345': 'post mara, post 12345',
      'mara/reel/12345': 'post mara, post 12345',
      'mara/reels/12345': 'post mara, post 12345',
      'mara/tv/12345': 'post mara, post 12345',
      'mara/p/1234': 'nothing',
      'mara/p': 'nothing',
      'mara/nowhere': 'nothing',
    },
  ],
  mastodon: [
    'https://mastodon.example/',
    {
      '@ab': 'profile ab@mastodon.example',
      '@a.b-c_d': 'profile a.b-c_d@mastodon.example',
      '@A@Other.Example': 'profile A@other.example',
      'web/@ab': 'profile ab@mastodon.example',
      'deck/@ab': 'profile ab@mastodon.example',
      '@ab/12345': 'post ab@mastodon.example, post 12345',
      [`@ab/${nine(25)}`]: `post ab@mastodon.example, post ${nine(25)}`,
      '@ab/with_replies': 'profile ab@mastodon.example, tab with_replies',
      '@ab/media': 'profile ab@mastodon.example, tab media',
      '@ab/tagged': 'profile ab@mastodon.example, tab tagged',
      '@ab/tagged/bread': 'profile ab@mastodon.example, tab tagged',
      '@ab/featured': 'profile ab@mastodon.example, tab featured',
      '@ab/followers': 'people ab@mastodon.example, tab followers',
      '@ab/following': 'people ab@mastodon.example, tab following',
      // No account of a server: any page of the web.
      '@ab/1234': 'profile alias mastodon.example/@ab/1234',
      [`@ab/${nine(26)}`]: `profile alias mastodon.example/@ab/${nine(26)}`,
      '@ab/12345x': 'profile alias mastodon.example/@ab/12345x',
      '@ab/x12345': 'profile alias mastodon.example/@ab/x12345',
      '@ab/12345/a/b': 'profile alias mastodon.example/@ab/12345/a/b',
      '@.ab': 'profile alias mastodon.example/@.ab',
      '@ab.': 'profile alias mastodon.example/@ab.',
      '@ab@other': 'profile alias mastodon.example/@ab@other',
      'x@ab': 'profile alias mastodon.example/x@ab',
      'on/web/@ab': 'profile alias mastodon.example/on/web/@ab',
      'http://localhost/@ab': 'nothing',
    },
  ],
  tiktok: [
    'https://www.tiktok.com/',
    {
      '@ab': 'profile ab',
      '@a': 'nothing',
      [`@${a(24)}`]: `profile ${a(24)}`,
      [`@${a(25)}`]: 'nothing',
      'x@ab': 'nothing',
      '@ab!': 'nothing',
      ab: 'nothing',
      '@ab/video/12345': 'post ab, post 12345',
      '@ab/photo/12345': 'post ab, post 12345',
      '@ab/music/12345': 'nothing',
      '@ab/video/1234': 'nothing',
      [`@ab/video/${nine(25)}`]: `post ab, post ${nine(25)}`,
      [`@ab/video/${nine(26)}`]: 'nothing',
      '@ab/video/x12345': 'nothing',
      '@ab/video/12345x': 'nothing',
      '@ab/video': 'nothing',
    },
  ],
  threads: [
    'https://www.threads.com/',
    {
      '@a': 'profile a',
      [`@${a(30)}`]: `profile ${a(30)}`,
      [`@${a(31)}`]: 'nothing',
      'x@ab': 'nothing',
      '@ab-': 'nothing',
      ab: 'nothing',
      '@ab/post/12345': 'post ab, post 12345',
      '@ab/post/1234': 'nothing',
      [`@ab/post/${a(40)}`]: `post ab, post ${a(40)}`,
      [`@ab/post/${a(41)}`]: 'nothing',
      '@ab/post/!12345': 'nothing',
      '@ab/post/12345!': 'nothing',
      '@ab/post': 'nothing',
      '@ab/nowhere': 'nothing',
    },
  ],
  generic: [
    'https://page.example/',
    {
      '': 'profile alias page.example',
      'about//': 'profile alias page.example/about',
      'a/b?c=d#e': 'profile alias page.example/a/b',
      'https://a-1.page.example:8443/x': 'profile alias a-1.page.example/x',
      'http://localhost/x': 'nothing',
      'http://[::1]/x': 'nothing',
      'ftp://page.example/x': 'nothing',
    },
  ],
};

/** Where tabs of an account are, and their names. */
const TABS: Record<string, readonly [account: string, tabs: string]> = {
  x: [
    'https://x.com/ida',
    'affiliates with_replies superfollows highlights articles media likes photo header_photo about subs',
  ],
  kick: ['https://kick.com/ida', 'videos clips about home'],
  twitch: ['https://www.twitch.tv/ida', 'about schedule videos clips home'],
  youtube: [
    'https://www.youtube.com/@ida',
    'featured videos shorts streams live podcasts releases courses playlists posts community store channels about search',
  ],
  instagram: ['https://www.instagram.com/ida', 'reels tagged reposts saved feed channel guides collections live'],
  threads: ['https://www.threads.com/@ida', 'replies media reposts'],
};

/** First words of a path that could be a name, and are the site's own. */
const OWN: Record<string, readonly [base: string, words: string]> = {
  x: [
    'https://x.com/',
    'home explore i notifications messages settings search compose jobs tos privacy login logout signup intent share ' +
      'hashtag about download account who_to_follow lists bookmarks communities premium verified follower_requests ' +
      'connect_people oauth rules en help safety personalization topics moments logo sw manifest',
  ],
  kick: [
    'https://kick.com/',
    'browse categories category following settings dashboard search login signup video videos api community-guidelines ' +
      'terms-of-service privacy-policy about clips subscriptions',
  ],
  pinterest: [
    'https://www.pinterest.com/',
    'pin search ideas today login signup settings business topics explore categories about password resource homefeed ' +
      'news_hub shop oauth',
  ],
  facebook: [
    'https://www.facebook.com/',
    'home login watch marketplace groups events gaming pages people p help policies settings messages notifications ' +
      'search stories reel photo photos share sharer profile.php hashtag ads business privacy legal dialog plugins ' +
      'story.php permalink.php friends bookmarks memories saved videos',
  ],
  twitch: [
    'https://www.twitch.tv/',
    'directory videos settings subscriptions wallet friends downloads jobs p search turbo store login signup inventory ' +
      'drops broadcast team popout moderator u prime',
  ],
  instagram: [
    'https://www.instagram.com/',
    'explore reels direct accounts stories p reel tv popular legal directory lite about developer api graphql challenge ' +
      'emails session oauth web your_activity archive nametag ads privacy terms topics locations tags static data press ' +
      'help security call notes share shopping creators live notifications fxcal qr s c l u _u audio guide download ' +
      'logging ajax settings search signup login',
  ],
};

test('each platform has its forms', () => {
  expect(Object.keys(FORMS).sort()).toEqual(platforms.map(({ site }) => site.platform).sort());
});

describe.each(Object.entries(FORMS))('%s', (platform, [base, forms]) => {
  test.each(Object.entries(forms))('%s', (path, wanted) => {
    const address = new URL(path, base).href;
    expect(told(address), address).toBe(wanted);
  });

  test('its tabs', () => {
    const [account, tabs] = TABS[platform] ?? ['', ''];
    for (const tab of tabs.split(' ').filter(Boolean))
      expect(told(`${account}/${tab}`)).toBe(`profile ida, tab ${tab}`);
  });

  test('words of its own are no names, in whatever case', () => {
    const [site, words] = OWN[platform] ?? ['', ''];
    for (const word of words.split(' ').filter(Boolean))
      for (const path of [word, word.toUpperCase()]) expect(told(site + path), path).toBe('nothing');
  });
});

describe("a name in an address of LinkedIn's, wherever it stands", () => {
  test.each([
    ['https://de.linkedin.com/in/jan-b%C3%A4cker?trk=x', 'jan-bäcker'],
    ['https://www.linkedin.com/company/brot#about', 'brot'],
    ['https://www.linkedin.com/school/brot/', 'brot'],
    ['https://www.linkedin.com/showcase/brot/', 'brot'],
    ['https://www.linkedin.com/in/a', undefined],
    ['https://www.linkedin.com/jobs/brot', undefined],
    [undefined, undefined],
  ])('%s', (address, wanted) => expect(nameIn(address)).toBe(wanted));
});
