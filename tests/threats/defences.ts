/**
 * Defences of SECURITY.md, each with the change that takes it out, and the test that has to fail then: run by without.ts.
 * One for each row; of a row with several the one on which the others rest.
 */

/** What is tried: a test of the core by its name, files of unit tests, or one file of the browser tests. */
export type Tested = { core: string } | { unit: string } | { browser: string };

export interface Change {
  /** Below the root. */
  file: string;
  /** Stands there exactly once. */
  from: string | RegExp;
  to: string;
}

export interface Defence {
  /** Of the table in SECURITY.md. */
  row: `T${number}`;
  /** What is taken out. */
  what: string;
  changes: readonly Change[];
  tested: Tested;
}

const core = (file: string, from: string, to: string): Change => ({
  file: `wasm/core/${file}`,
  from,
  to,
});
const ours = (file: string, from: string | RegExp, to: string): Change => ({
  file: `extension/${file}`,
  from,
  to,
});

const READER = 'snapshot/read_snapshot.cpp';
const BACKGROUND = 'entrypoints/background.ts';
const PAGE = 'page/page-script.ts';

const inCore: readonly Defence[] = [
  {
    row: 'T1',
    what: 'likes above the views count as engagement',
    changes: [core('account/account.cpp', 'view.likes_above_views ? 0 : ', '')],
    tested: { core: 'T1: likes above the views*' },
  },
  {
    row: 'T2',
    what: 'sources are not compared',
    changes: [core('estimate/explain.cpp', 'if (!a.count || !b.count ||', 'if (a.count || !b.count ||')],
    tested: { core: 'T2:*' },
  },
  {
    row: 'T3',
    what: 'followers that are not told count as evidence',
    changes: [
      core(
        'estimate/explain.cpp',
        'if (account.aged >= posts && account.followers) points += 1;',
        'if (account.aged >= posts && !account.followers) points += 3;',
      ),
    ],
    tested: { core: 'T3:*' },
  },
  {
    row: 'T9',
    what: 'a key may stand twice',
    changes: [core(READER, 'if ((frame.seen & bit) != 0) refuse(ErrorCode::duplicate_key);', '')],
    tested: { core: 'T9:*' },
  },
  {
    row: 'T11',
    what: 'lists have no cap',
    changes: [core(READER, 'if (element && frames_.back().length > field->cap) {', 'if (false) {')],
    tested: { core: 'T11:*' },
  },
  {
    row: 'T12',
    what: 'any depth is read',
    changes: [core(READER, 'if (depth_ == limits::depth) {', 'if (depth_ == 1 << 30) {')],
    tested: { core: 'T12:*' },
  },
  {
    row: 'T13',
    what: 'any number is a count',
    changes: [
      core(
        'snapshot/field_value.cpp',
        'if (counts && !value.is_count()) return ErrorCode::number_out_of_range;',
        '(void)counts;',
      ),
    ],
    tested: { core: 'T13:*' },
  },
  {
    row: 'T22',
    what: 'the hash is of a part of the snapshot',
    changes: [core('score.cpp', 'sha256(snapshot_json)', 'sha256(snapshot_json.substr(0, 40))')],
    tested: { core: 'T22:*' },
  },
];

const inUnits: readonly Defence[] = [
  {
    row: 'T5',
    what: 'a message without its number is taken',
    changes: [
      ours(
        'messages/messages.ts',
        'if (!isRecord(message) || !Number.isSafeInteger(message.epoch)) return null;\n  switch',
        'if (!isRecord(message)) return null;\n  switch',
      ),
    ],
    tested: { unit: 'messages/messages' },
  },
  {
    row: 'T6',
    what: 'a name is written as markup',
    changes: [
      ours('views/report/lead.tsx', /<bdi>\{name \|\| .*<\/bdi>/, '<bdi dangerouslySetInnerHTML={{ __html: name }} />'),
    ],
    tested: { unit: 'views/hostile-texts' },
  },
  {
    row: 'T7',
    what: 'texts get no apostrophe',
    changes: [ours('vetting/spreadsheet.ts', /\(marks\) => `.*'`/, '(marks) => marks')],
    tested: { unit: 'surfaces/list/files' },
  },
  {
    row: 'T10',
    what: 'a pattern takes exponential time',
    changes: [
      ours(
        'views/page-text.ts',
        "const JOINER = '\\u200d';",
        "const JOINER = '\\u200d';\nexport const SLOW = /^(\\w+\\s?)+$/;",
      ),
    ],
    tested: { unit: 'lint/patterns' },
  },
  {
    row: 'T14',
    what: 'controls stay in texts',
    changes: [ours('views/page-text.ts', "(control === JOINER ? JOINER : '')", 'control')],
    tested: { unit: 'views/page-text' },
  },
  {
    row: 'T15',
    what: 'a trapped instance answers on',
    changes: [
      ours(
        'engine/engine.ts',
        'turns.value < 0n;\n      discard();',
        'turns.value < 0n;\n      if (endless) discard();',
      ),
    ],
    tested: { unit: 'engine/engine' },
  },
  {
    row: 'T17',
    what: 'of a damaged record what is whole is taken',
    changes: [
      ours(
        'vetting/visited-account.ts',
        "if (typeof visit !== 'string' || !known) return null;",
        "if (typeof visit !== 'string' || !known) continue;",
      ),
    ],
    tested: { unit: 'vetting/history' },
  },
  {
    row: 'T23',
    what: 'a package has no checksum',
    changes: [ours('tools/node/package-lock.json', /"integrity": "sha512-[^"]+",?/, '"integrity": "sha1-x",')],
    tested: { unit: 'lint/lock' },
  },
  {
    row: 'T24',
    what: 'a banned word is said',
    changes: [ours('public/_locales/en/messages.json', /("evidence_strong": \{\s*"message": ")[^"]*"/, '$1A fraud"')],
    tested: { unit: 'views/words' },
  },
  {
    row: 'T25',
    what: 'a number beside an unknown word is read',
    changes: [
      ours(
        'reading/number-words.ts',
        "if (word === null || !kinds || kinds.has('time')) return null;",
        "if (word === null || !kinds || kinds.has('time')) return { power, foreign, counted: NOTHING };",
      ),
    ],
    tested: { unit: 'reading/unknown-words' },
  },
  {
    row: 'T32',
    what: 'words of the page stay as they are',
    changes: [ours('redaction/markup.ts', 'escaped(this.#keep.words.text(tree))', 'escaped(tree)')],
    tested: { unit: 'redaction/secrets' },
  },
];

const inBrowsers: readonly Defence[] = [
  {
    row: 'T4',
    what: 'what the channel says is not checked for who asked for it',
    changes: [ours('messages/channel.ts', "(page === '' || page.startsWith(origin))", 'true')],
    tested: { browser: 'hostile' },
  },
  {
    row: 'T8',
    what: 'nobody looks whether the page hides the answer',
    changes: [ours('overlay/hidden-watch.ts', 'told = hidden;\n    tell(hidden);', 'told = hidden;')],
    tested: { browser: 'hidden' },
  },
  {
    row: 'T16',
    what: 'what a background that died has not kept is not said again',
    changes: [ours('messages/outbox.ts', 'MOST_TRIES = 4', 'MOST_TRIES = 1')],
    tested: { browser: 'faults' },
  },
  {
    row: 'T18',
    what: 'the overlay stays when its extension is gone',
    changes: [
      ours(PAGE, 'this.#looking.stop();\n      this.drawing.clear();', 'this.#looking.stop();'),
      ours('overlay/host.ts', 'child.remove();', 'void child;'),
    ],
    tested: { browser: 'faults' },
  },
  {
    row: 'T19',
    what: 'an answer is drawn at whatever address',
    changes: [ours(PAGE, 'if (answer.epoch !== this.#epoch || !this.#here) return;', 'if (!this.#here) return;')],
    tested: { browser: 'navigation' },
  },
  {
    row: 'T20',
    what: 'pages may load our files',
    changes: [
      ours(
        'wxt.config.ts',
        "default_locale: 'en',",
        "default_locale: 'en',\n    web_accessible_resources: [{ resources: ['*'], matches: ['<all_urls>'] }],",
      ),
    ],
    tested: { browser: 'faults' },
  },
  {
    row: 'T21',
    what: 'the page script asks for something',
    changes: [ours(PAGE, 'void settings.read().then(', "void fetch('/planted');\n  void settings.read().then(")],
    tested: { browser: 'samples' },
  },
  {
    row: 'T26',
    what: 'the mark is text',
    changes: [ours('views/own-mark.tsx', 'data-mark={mark} />', 'data-mark={mark}>{mark}</span>')],
    tested: { browser: 'faults' },
  },
  {
    row: 'T27',
    what: 'a press of the star is not judged',
    changes: [
      ours('overlay/press.ts', "if (place === '' || rests === undefined) answer(false);", 'if (waiting) answer(true);'),
      ours('overlay/press.ts', 'if (performance.now() - stands < STOOD) answer(false);\n      else look();', 'look();'),
    ],
    tested: { browser: 'star' },
  },
  {
    row: 'T28',
    what: 'a link stands in the overlay',
    changes: [
      ours(
        'views/own-mark.tsx',
        'data-mark={mark} />',
        'data-mark={mark}><a href="https://plumb.example/">?</a></span>',
      ),
    ],
    tested: { browser: 'faults' },
  },
  {
    row: 'T29',
    what: 'the page script logs where it runs',
    changes: [ours(PAGE, 'void settings.read().then(', "console.log('here');\n  void settings.read().then(")],
    tested: { browser: 'hostile' },
  },
  {
    row: 'T30',
    what: 'the core is fetched from the network',
    changes: [
      ours(BACKGROUND, 'fetch(browser.runtime.getURL(path as never))', "fetch('https://plumb.example' + path)"),
    ],
    tested: { browser: 'faults' },
  },
  {
    row: 'T31',
    what: 'frames are read, too',
    changes: [
      ours('entrypoints/page.content.ts', "runAt: 'document_start',", "runAt: 'document_start',\n  allFrames: true,"),
      ours(
        BACKGROUND,
        'if (tab?.id === undefined || sender.frameId !== 0) return false;',
        'if (tab?.id === undefined) return false;',
      ),
    ],
    tested: { browser: 'faults' },
  },
];

export const defences: readonly Defence[] = [...inCore, ...inUnits, ...inBrowsers];
