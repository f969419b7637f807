// node compare.mjs --wasm DIR: the golden reports, to the byte, out of the module; and what the module exports.
import { readFileSync } from "node:fs";
import { loadModule } from "./module.mjs";

const dir = process.argv[process.argv.indexOf("--wasm") + 1];
const lines = (name) => readFileSync(new URL(name, import.meta.url), "utf8").split("\n").filter((line) => line !== "");
const plumb = await loadModule(dir);
const snapshots = lines("snapshots.jsonl");
const reports = lines("reports.jsonl");
let wrong = snapshots.length === reports.length ? 0 : 1;
snapshots.forEach((snapshot, i) => {
  const report = plumb.score(snapshot, true);
  if (report === reports[i]) return;
  wrong += 1;
  const expected = reports[i] ?? "";
  let at = 0;
  while (at < report.length && report[at] === expected[at]) at += 1;
  console.log(`line ${i + 1} differs from character ${at + 1}:\n  …${expected.slice(at, at + 80)}\n  …${report.slice(at, at + 80)}`);
});
console.log(`${snapshots.length} golden snapshots, ${wrong} differ`);
process.exit(wrong === 0 && snapshots.length > 0 ? 0 : 1);
