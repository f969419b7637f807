// Snapshots beside every threshold: for each number of an account, the values between which anything in the report
// changes by name (verdict, evidence, cautions, next steps, directions, strengths, posts left out) and the values next to
// them; and counts beside each place where six digits are rounded.

const time = (seconds) => new Date(Date.UTC(2026, 10, 22, 10) - seconds * 1000).toISOString().replace(".000Z", "Z");
const range = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const texts = ["the light in the second one", "how long did it rise before baking", "is the shop open on sunday", "we made it last night"];

/** An account of twelve posts, with people, comments or a history where `more` asks for them. */
function account(more = {}) {
  const { platform = "instagram", followers = 20000, likes, comments, views, posts = 12, people = 0, flagged = 0, said = 0,
    repeated = 0, newest = 432000, step, before, source, created, one, following, content } = more;
  const day = 86400;
  return {
    schema: "plumb.snapshot/1", platform, capturedAt: time(0),
    profile: { handle: "edge", followers, following, posts: content, createdAt: created === undefined ? undefined : time(created) },
    posts: range(posts, (i) => ({ id: `p${i}`, at: time(newest + 5 * day * i), atStep: step,
      likes: (i === 3 ? one : undefined) ?? Math.floor((likes ?? 240) * (1 + ((i * 7) % 12) / 20)),
      comments: comments ?? 5 + ((i * 5) % 7), views: views === undefined ? undefined : Math.floor(views * (1 + ((i * 5) % 12) / 20)),
      caption: i === 3 ? "giveaway: tag a friend" : undefined })),
    people: range(people, (i) => i < flagged
      ? { handle: `user${1000000 + i}`, relation: "follower", hasAvatar: false, followers: 1, following: 3000, posts: 0 }
      : { handle: "mara.k", relation: "follower", hasAvatar: true, followers: 400, following: 300, posts: 90 }),
    comments: range(said, (i) => ({ id: `c${i}`, postId: `p${i % 12}`, author: `a${i % 40}`,
      text: i < repeated ? "keep going my dear friend, such a page" : `${texts[i % 4]} ${i} ${(i * 7919) % 1000}` })),
    history: before === undefined ? undefined
      : range(20, (i) => ({ at: time((20 - i) * day), followers: i < 10 ? before : followers })),
    sources: source === undefined ? undefined
      : [{ field: "profile.followers", via: "response", value: followers }, { field: "profile.followers", via: "dom", value: source }],
  };
}

/** Name, smallest and largest value, and the account with it. */
const sweeps = [
  ["followers", 1, 1e12, (n) => account({ followers: n })],
  ["followers of a channel", 1, 1e12, (n) => account({ platform: "youtube", followers: n, views: 9000 })],
  ["likes", 0, 1e9, (n) => account({ likes: n })],
  ["likes where views are shown", 0, 1e7, (n) => account({ platform: "tiktok", likes: n, views: 9000 })],
  ["comments", 0, 1e7, (n) => account({ comments: n })],
  ["views", 0, 1e9, (n) => account({ platform: "tiktok", views: n })],
  ["views of a channel", 0, 1e9, (n) => account({ platform: "youtube", views: n })],
  ["likes of one post", 0, 1e9, (n) => account({ one: n })],
  ["following", 0, 1e6, (n) => account({ following: n })],
  ["posts of the account", 0, 1e6, (n) => account({ content: n, followers: 900000 })],
  ["posts read", 0, 40, (n) => account({ posts: n })],
  ["people", 0, 170, (n) => account({ people: n, flagged: Math.floor(n / 2) })],
  ["people flagged", 0, 60, (n) => account({ people: 60, flagged: n })],
  ["comments read", 0, 130, (n) => account({ said: n })],
  ["comments repeated", 0, 60, (n) => account({ said: 60, repeated: n })],
  ["age of the newest post", 0, 1e6, (n) => account({ newest: n, posts: 6 })],
  ["step of the times", 1, 1e7, (n) => account({ step: n })],
  ["followers before", 1, 1e6, (n) => account({ before: n })],
  ["followers before, with people", 1, 1e6, (n) => account({ before: n, people: 40, flagged: 34 })],
  ["what another source says", 1, 1e6, (n) => account({ source: n })],
  ["age of the account", 0, 1e9, (n) => account({ created: n, followers: 900000 })],
];

function nameOfReport(text) {
  const r = JSON.parse(text);
  return JSON.stringify([r.verdict, r.read.evidence, r.read.postsUsed, r.cautions, r.engagement.basis, r.engagement.inorganic,
    r.read.narrow.map((n) => n.action), r.explanations.map((e) => e.id), r.questions.map((q) => q.id),
    r.signals.map((s) => [s.id, s.direction, s.strength]), r.items.posts.map((p) => p.excluded)],
    (key, value) => (key === "probability" ? undefined : value));
}

/**
 * @param {(text: string) => string} score
 * @returns {{ edges: number, snapshots: string[] }} how many changes were found, and the snapshots beside each
 */
export function edgeSnapshots(score) {
  const snapshots = [];
  let edges = 0;
  for (const [, least, most, make] of sweeps) {
    const text = (n) => JSON.stringify(make(n));
    const name = (n) => nameOfReport(score(text(n)));
    // Every whole number of a short sweep, else some forty by size.
    const points = most - least <= 170 ? range(most - least + 1, (i) => least + i)
      : [...new Set(range(40, (i) => Math.floor(least + (most - least + 1) ** (i / 39)) - 1))].filter((n) => n >= least && n <= most);
    for (let i = 1; i < points.length; i += 1) {
      let [low, high] = [points[i - 1], points[i]];
      let below = name(low);
      if (below === name(high)) continue;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (name(middle) === below) low = middle;
        else high = middle;
      }
      edges += 1;
      for (const n of [low - 1, low, high, high + 1]) if (n >= least && n <= most) snapshots.push(text(n));
    }
  }
  // Six digits are written: counts whose next digits are a five, and those beside powers of ten.
  for (let power = 5; power <= 12; power += 1)
    for (const beside of [-1, 0, 1]) if (10 ** power + beside <= 1e12) snapshots.push(JSON.stringify(account({ followers: 10 ** power + beside, likes: 10 ** (power - 3) + beside })));
  for (let i = 0; i < 60; i += 1) {
    const half = 1234500 + 10 * i + 5;
    snapshots.push(JSON.stringify(account({ followers: half, one: half })), JSON.stringify(account({ followers: { low: half, high: half + 1 }, comments: { low: half - 1, high: half } })));
  }
  return { edges, snapshots };
}
