/** What the browser tests share: the shipped package, a session for each browser, and the report's schema. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Page } from 'puppeteer-core';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
import { readSchema } from '../../extension/tools/schema.ts';
import type { BrowserName } from './replay/browser.ts';
import type { Har } from './replay/har.ts';
import { visitsOf } from './replay/har.ts';
import { type ReplayResult, ReplaySession, type SessionOptions } from './replay/session.ts';
import { until } from './replay/waiting.ts';
import { builtExtension } from './replay.ts';

export { eventually, steady, until, wait } from './replay/waiting.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Folder of the shipped package. @throws where it was not built */
export function shipped(browser: BrowserName): string {
  const folder = builtExtension(browser);
  assert.ok(existsSync(join(folder, 'manifest.json')), `no built extension in ${folder}: run ./dev build`);
  return folder;
}

/** Longer than anything that the pages of most tests, or we, wait for before the next step, ms; tests of more say so. */
const QUIET_MS = 1000;
const LIMIT_MS = 60_000;

/** A session of the shipped package, or of another build of it. @param bare without any */
export function open(
  browser: BrowserName,
  options: Partial<SessionOptions> = {},
  bare = false,
): Promise<ReplaySession> {
  const extension = options.extension ?? shipped(browser);
  return ReplaySession.open(
    { browser, quiet: QUIET_MS, limit: LIMIT_MS, remembers: false, ...options, extension },
    bare,
  );
}

/** Replays one HAR in a fresh state of the session. */
export async function replayHar(session: ReplaySession, har: Har, name: string): Promise<ReplayResult> {
  const result = await session.replay(visitsOf(har, name));
  await session.forget();
  return result;
}

export function snapshotOf(result: ReplayResult): Snapshot {
  assert.ok(result.snapshot, `no snapshot; the report says: ${result.report}`);
  return JSON.parse(result.snapshot);
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const reportSchema = ajv.compile(readSchema('report'));
const snapshotSchema = ajv.compile(readSchema('snapshot'));

export function assertValidReport(text: string): void {
  assert.ok(reportSchema(JSON.parse(text)), `the report breaks its schema: ${ajv.errorsText(reportSchema.errors)}`);
}

export function assertValidSnapshot(text: string): void {
  assert.ok(
    snapshotSchema(JSON.parse(text)),
    `the snapshot breaks its schema: ${ajv.errorsText(snapshotSchema.errors)}`,
  );
}

export function assertNoRequestOfOurs(result: ReplayResult): void {
  assert.deepEqual(
    result.requests.filter(({ initiator }) => initiator === 'extension'),
    [],
    'the extension asked for something',
  );
}

interface Manifest {
  background?: { service_worker?: string; scripts?: string[] };
  content_scripts?: { js?: string[]; world?: string }[];
  content_security_policy?: { extension_pages?: string };
}

interface Plants {
  /** Text added to a script's end, or put before it. */
  pageWorld?: string;
  content?: string;
  contentBefore?: string;
  background?: string;
  backgroundBefore?: string;
  /** Takes the policy out of the manifest, so that what is asked for can leave. */
  withoutPolicy?: boolean;
}

/** A copy of the shipped package with something planted in it. @returns its folder, below the system's temporary one */
export function planted(browser: BrowserName, plants: Plants, from = shipped(browser)): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-planted-'));
  cpSync(from, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  const scripts = manifest.content_scripts ?? [];
  const pageWorld = scripts.find(({ world }) => world === 'MAIN')?.js?.[0];
  const content = scripts.find(({ world }) => world !== 'MAIN')?.js?.[0];
  const background = manifest.background?.service_worker ?? manifest.background?.scripts?.[0];
  const add = (file: string | undefined, after = '', before = '') => {
    assert.ok(file, 'the package has no such script');
    const target = join(folder, file);
    writeFileSync(target, `${before}${readFileSync(target, 'utf8')}\n${after}`);
  };
  if (plants.pageWorld) add(pageWorld, plants.pageWorld);
  if (plants.content || plants.contentBefore) add(content, plants.content, plants.contentBefore);
  if (plants.background || plants.backgroundBefore) add(background, plants.background, plants.backgroundBefore);
  if (plants.withoutPolicy) {
    manifest.content_security_policy = { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };
    writeFileSync(path, JSON.stringify(manifest));
  }
  return folder;
}

/**
 * Goes from one of the extension's own pages to another, in the same tab. What follows meets the new document, which has the
 * browser's interfaces, and never what still stands there of the old one.
 */
export async function goOwn(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.toggleAttribute('data-left', true);
    location.assign(to);
  }, address);
  await until(`${address} opens`, () =>
    page
      .evaluate((to) => {
        const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
        return (
          !document.documentElement.hasAttribute('data-left') &&
          location.pathname === new URL(to, location.href).pathname &&
          document.readyState === 'complete' &&
          (browser ?? chrome)?.runtime?.id !== undefined
        );
      }, address)
      .catch(() => false),
  );
}

interface Extension {
  runtime?: { id?: string };
}

/** Runs an expression of the extension's own page; `api` is the browser's interface there. */
export async function own<T>(session: ReplaySession, expression: string): Promise<T> {
  const text = await session.browser.control?.evaluate(
    `(async () => { const api = globalThis.browser ?? chrome; return JSON.stringify((await (${expression})) ?? null); })()`,
  );
  return JSON.parse(String(text));
}

/** What stands in a store of the extension's database. */
export function kept(session: ReplaySession, store: string): Promise<Record<string, unknown>[]> {
  return own(
    session,
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('plumb');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        if (!opening.result.objectStoreNames.contains('${store}')) { opening.result.close(); return resolve([]); }
        const asked = opening.result.transaction('${store}').objectStore('${store}').getAll();
        asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
      };
    })`,
  );
}
