// node same_bytes.mjs WASM_DIR NATIVE_DIR [COUNT]: the same bytes out of the module and out of the command line, for
// made-up snapshots of many shapes and for those beside each threshold (edges.mjs). Exits with 77 where the command line
// is not built.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { edgeSnapshots } from "./edges.mjs";
import { loadModule } from "./module.mjs";

const [wasm, native, count = "1000"] = process.argv.slice(2);
if (!existsSync(`${native}/plumb`)) {
  console.log(`${native}/plumb is not built: nothing was compared.`);
  process.exit(77);
}

let state = 20261122n;
/** A number in [0, 1), the same in every run (Knuth's MMIX generator). */
function random() {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number(state >> 11n) / 2 ** 53;
}
const whole = (most) => Math.floor(random() * (most + 1));
const pick = (list) => list[whole(list.length - 1)];
const maybe = (chance, value) => (random() < chance ? value() : undefined);
const size = () => Math.floor(10 ** (random() * 8));
const counted = (n) => (random() < 0.7 ? n : { low: n, high: n + whole(n) });
const time = (days) => new Date(Date.UTC(2026, 10, 22, 10) - days * 86400000).toISOString().replace(/\.\d+Z/, "Z");
const words = ["nice", "love", "the", "light", "where", "did", "you", "buy", "it", "🔥", "@mara", "check", "my", "page", "great"];

function snapshot() {
  const typical = 10 ** (random() * 5);
  const spread = pick([0, 0.1, 0.35, 1]);
  const value = () => Math.floor(typical * (1 + spread * random()) ** pick([1, 2]));
  return {
    schema: "plumb.snapshot/1",
    platform: pick(["instagram", "tiktok", "youtube", "x", "bluesky", "threads", "generic"]),
    capturedAt: maybe(0.95, () => time(0)),
    postsOrder: maybe(0.5, () => pick(["latest", "top", "home"])),
    profile: { handle: "h", followers: maybe(0.95, () => counted(size())), following: maybe(0.5, () => counted(whole(7500))),
      posts: maybe(0.5, () => whole(5000)), createdAt: maybe(0.3, () => time(whole(5000))) },
    posts: Array.from({ length: pick([0, 4, 5, 6, 12, 24]) }, (_, i) => ({
      id: `p${i}`, at: maybe(0.95, () => time(pick([0, 2.999, 3, 3.001, 10, 50]) + i)), atStep: maybe(0.2, () => 86400),
      likes: maybe(0.9, () => counted(value())), comments: maybe(0.8, () => whole(40)), views: maybe(0.6, () => counted(Math.floor(value() * 9))),
      pinned: maybe(0.1, () => true), sponsored: maybe(0.1, () => true), caption: maybe(0.5, () => `${pick(words)} ${pick(words)} #ad giveaway`),
    })),
    comments: Array.from({ length: pick([0, 0, 10, 60]) }, (_, i) => ({
      id: `c${i}`, postId: `p${whole(11)}`, author: `a${whole(30)}`, at: maybe(0.8, () => time(random() * 9)),
      text: maybe(0.95, () => Array.from({ length: 1 + whole(7) }, () => pick(words)).join(" ")), lang: maybe(0.5, () => pick(["en", "pt"])),
      byCreator: maybe(0.05, () => true), replyTo: maybe(0.1, () => `c${whole(9)}`),
    })),
    people: Array.from({ length: pick([0, 0, 19, 20, 30, 100]) }, () => ({
      handle: `${pick(words)}${whole(99999)}`, relation: pick(["follower", "commenter", "liker"]), hasAvatar: maybe(0.7, () => random() < 0.7),
      followers: maybe(0.7, () => whole(2000)), following: maybe(0.7, () => whole(7500)), posts: maybe(0.7, () => whole(100)),
    })),
    history: Array.from({ length: pick([0, 0, 5, 30]) }, (_, i) => ({ at: time(30 - i), followers: size() })),
  };
}

const plumb = await loadModule(wasm);
const beside = edgeSnapshots((text) => plumb.score(text, true));
const snapshots = [...Array.from({ length: Number(count) }, () => JSON.stringify(snapshot())), ...beside.snapshots];
const answer = spawnSync(`${native}/plumb`, ["score", "--details"], { input: `${snapshots.join("\n")}\n`, maxBuffer: 2 ** 30 });
const reports = answer.stdout.toString("utf8").split("\n");
let differing = 0;
snapshots.forEach((text, i) => {
  const report = plumb.score(text, true);
  if (report === reports[i]) return;
  differing += 1;
  if (differing <= 3) console.log(`${text.slice(0, 200)}\n  native ${reports[i]?.slice(0, 400)}\n  wasm   ${report.slice(0, 400)}`);
});
console.log(`${snapshots.length} snapshots, ${beside.snapshots.length} of them beside ${beside.edges} thresholds: ${differing} differ`);
process.exit(differing === 0 && answer.status === 0 && beside.edges >= 100 ? 0 : 1);
