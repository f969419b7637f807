import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionSentences } from '../../../extension/views/report/questions';
import { wordsFromMessages } from '../../../extension/views/words';
import { figure } from '../../threats/figure';
import { english, languages, messages, reportSchema, snapshotSchema } from './reports';

const source = join(import.meta.dirname, '../../../extension/');
const files = globSync('**/*.{ts,tsx}', {
  cwd: source,
  exclude: (name) => /node_modules|\.output|\.wxt|\.generated/.test(name),
});
const code = files.map((file) => readFileSync(source + file, 'utf8')).join('\n');
const forms = /_(zero|one|two|few|many|other)$/;

/** Keys that are made from a list of the contract: each member must have its message. */
function listed(): string[] {
  const { properties, $defs } = reportSchema();
  const signal = $defs.Signal.properties.id.enum as string[];
  return [
    ...signal.flatMap((id) => ['name', 'seen'].map((part) => `signal_${id}_${part}`)),
    ...properties.cautions.items.enum.map((id: string) => `caution_${id}`),
    ...properties.explanations.items.properties.id.enum.map((id: string) => `explanation_${id}`),
    ...properties.platform.enum.map((id: string) => `platform_${id}`),
    ...$defs.Check.properties.id.enum.flatMap((id: string) => [`check_${id}`, `check_${id}_seen`]),
    ...['unusual', 'question', 'fine', 'weak'].map((state) => `state_${state}`),
    ...$defs.Check.properties.misses.items.enum.map((way: string) => `misses_${way}`),
    ...properties.comments.properties.groups.items.properties.kind.enum.map((kind: string) => `comments_group_${kind}`),
    ...properties.read.properties.evidence.enum.map((id: string) => `evidence_${id}`),
    ...properties.read.properties.narrow.items.properties.action.enum.map((id: string) => `narrow_${id}`),
    ...snapshotSchema().$defs.Missing.properties.why.enum.map((id: string) => `missing_${id}`),
    ...snapshotSchema().$defs.Refusal.properties.error.properties.code.enum.map((id: string) => `refusal_${id}`),
    ...properties.items.properties.posts.items.properties.excluded.enum
      .filter((id: string | null) => id)
      .map((id: string) => `excluded_${id}`),
    ...properties.items.properties.comments.items.properties.kind.enum.map((id: string) => `kind_${id}`),
    ...properties.growth.properties.steps.items.properties.kind.enum.map((id: string) => `figure_step_${id}`),
    ...Object.values(questionSentences),
    ...signal.map((id) => `question_${id}`).filter((key) => key in messages('en')),
    ...['inside', 'outside', 'left_out', 'alone'].map((place) => `posts_${place}`),
    ...[0, 1, 2, 3].map((level) => `strength_${level}`),
    ...['hidden', 'foreign', 'vague'].map((id) => `content_mark_${id}`),
    ...['code', 'affiliate', 'gift', 'shop'].map((id) => `content_cue_${id}`),
    ...['rivals', 'words'].map((id) => `content_${id}_label`),
    ...['reach', 'stories', 'places', 'ages', 'source', 'places_hint', 'ages_hint'].map((id) => `supplied_${id}`),
    ...['reach_above_views', 'reach_below_likes', 'stories_above_followers'].map((id) => `supplied_${id}`),
    ...['sum_places', 'sum_ages'].map((id) => `supplied_${id}`),
    ...['not_shown', 'not_read', 'unclear', 'mean', 'median', 'total'].map((id) => `claims_${id}`),
    ...['likes', 'comments', 'shares', 'saves', 'views'].map((id) => `claims_of_${id}`),
    ...['followers', 'audience', 'audience_share'].map((id) => `claims_of_${id}`),
    ...['all', 'unpinned', 'latest', 'best'].map((id) => `claims_posts_${id}`),
    ...snapshotSchema().$defs.Post.properties.kind.enum.map((id: string) => `claims_kind_${id}`),
  ];
}

const whole = (...list: string[]) => new RegExp(`(?<!\\p{L})(${list.join('|')})(?!\\p{L})`, 'iu');

/** What is never said of a person, in any language (fake, bought, fraud, scam, bot account, grade, 0–100), and its like. */
const banned: Record<string, RegExp> = {
  en: whole(
    'fakes?',
    'faked',
    'bought',
    'fraud\\p{L}*',
    'scam\\p{L}*',
    'bots?',
    'graded?',
    'grades',
    'purchased?',
    'cheat\\p{L}*',
    'lie[ds]?',
    'lying',
    'guilty',
    'suspicious',
    'bogus',
    'phon(?:y|ies)',
    'out of 100',
    '0\\s*[–-]\\s*100',
    '\\d+/100',
  ),
  es: whole(
    'fals[oa]s?',
    'falsific\\p{L}*',
    'fraud\\p{L}*',
    'estaf\\p{L}*',
    'timo\\p{L}*',
    'comprad[oa]s?',
    'fictici[oa]s?',
    'bots?',
    'robots?',
    'tramp\\p{L}*',
    'sospechos\\p{L}*',
    'engañ\\p{L}*',
    'mentir\\p{L}*',
    'notas?',
    'calificaci\\p{L}*',
    'puntuaci\\p{L}*',
    'culpable\\p{L}*',
  ),
  pt: whole(
    'fals[oa]s?',
    'falsific\\p{L}*',
    'fraud\\p{L}*',
    'golp\\p{L}*',
    'comprad[oa]s?',
    'fictíci[oa]s?',
    'bots?',
    'rob[ôo]s?',
    'suspeit\\p{L}*',
    'engan\\p{L}*',
    'mentir\\p{L}*',
    'trapaça\\p{L}*',
    'notas?',
    'pontuaç\\p{L}*',
    'culpad\\p{L}*',
  ),
  de: /(fälsch|falsch|betrug|betrüg|gekauft|verdächtig|schwindel|erkauft|unecht|schuldig|(?<!\p{L})(fakes?|bots?|noten?|zensur\p{L}*|lüg\p{L}*|punktzahl)(?!\p{L}))/iu,
  fr: whole(
    'faux',
    'fausse\\p{L}*',
    'factices?',
    'fictifs?',
    'fraud\\p{L}*',
    'arnaqu\\p{L}*',
    'escroqu\\p{L}*',
    'achet[ée]\\p{L}*',
    'bots?',
    'robots?',
    'suspect\\p{L}*',
    'trich\\p{L}*',
    'tromp\\p{L}*',
    'mensong\\p{L}*',
    'notes?',
    'notation\\p{L}*',
    'coupable\\p{L}*',
  ),
  ja: /(偽|にせ|フェイク|詐欺|不正|購入|買われ|買った|ボット|怪しい|疑わしい|嘘|ウソ|サクラ|採点|点数|格付け)/,
  ar: /(مزي[فّ]|وهمي|احتيال|نصب|شراء|مشترا|(?<!\p{L})بوت|روبوت|مشبوه|خداع|غش|كاذب|كذب|درجة من|مذنب)/u,
};

/** Names, which are the same in every language. */
const names = new Set(
  [
    'Plumb HTML SHA UTC Alt Shift PR Tab Enter CSV TSV JSON client status reason',
    ...Object.entries(messages('en')).flatMap(([key, { message }]) =>
      /^platform_(?!generic)/.test(key) ? message : [],
    ),
  ]
    .join(' ')
    .split(' '),
);
/** Words that a language shares with English, letter by letter. */
const shared: Record<string, readonly string[]> = {
  de: ['Engagement', 'Signal', 'Likes', 'Budget ({currency})'],
  es: ['reel'],
  fr: [
    '{points} point',
    '{points} points',
    '{change} engagement',
    'Date',
    'Engagement',
    'Signal',
    'Conversations',
    'Sites',
    'Site',
    'Verdict',
    'photos',
    'Budget ({currency})',
    '{list}, budget {budget}',
    'Client',
    'reel',
    'story',
  ],
  pt: ['Sites', 'Site', 'links', 'Status', 'reel', 'story'],
};

/** Marks that are another script's, and blanks at which a line could end before a mark. */
const marks: Record<string, RegExp> = {
  ar: /[;?]|,(?!\d{3})/,
  ja: /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー）}])[,;:?!]/u,
  fr: /(?<![\u00a0\u202f])[;:!?»]|«(?!\u00a0)|[\d}] ?%/,
  es: /[\d}] ?%| [;:!?]/,
  de: /[\d}] ?%| [;:!?]/,
  any: /[\d}] %| [;:!?]/,
};

const stems = (language: string) => new Set(Object.keys(messages(language)).map((key) => key.replace(forms, '')));

describe('the English messages', () => {
  it('cover every list of the contract', () => {
    const present = stems('en');
    expect(listed().filter((key) => !present.has(key))).toEqual([]);
  });

  it('are all used, and nothing is asked for that is not there', () => {
    const fromLists = new Set(listed());
    const quoted = new Set(
      [...code.matchAll(/['"]([a-z0-9]+(?:_[a-z0-9]+)+|brand|closing|summary)['"]|__MSG_(\w+)__/g)].map(
        (match) => match[1] ?? match[2]!,
      ),
    );
    const present = stems('en');
    expect([...present].filter((key) => !quoted.has(key) && !fromLists.has(key))).toEqual([]);
    const asked = [...code.matchAll(/\b(?:text|count|word)\(\s*'([a-z0-9_]+)'|__MSG_(\w+)__/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !present.has(key))).toEqual([]);
  });
});

describe.each(languages)('the messages in %s', (language) => {
  const own = messages(language);
  const categories = new Intl.PluralRules(own.language_tag!.message).resolvedOptions().pluralCategories;

  it('have the same keys as the English ones, with the plural forms of the language', () => {
    const plural = new Set(
      Object.keys(messages('en'))
        .filter((key) => key.endsWith('_other'))
        .map((key) => key.replace(forms, '')),
    );
    const expected = [...stems('en')].flatMap((key) =>
      plural.has(key) ? categories.map((form) => `${key}_${form}`) : [key],
    );
    expect(Object.keys(own).sort()).toEqual(expected.sort());
  });

  it('name the same values as the English ones', () => {
    const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
    for (const [key, { message }] of Object.entries(own)) {
      const source = messages('en')[key] ?? messages('en')[key.replace(forms, '_other')]!;
      const here = names(message);
      // A form for one or two may say the number in words.
      if (/_(zero|one|two)$/.test(key)) here.add('n');
      const there = names(source.message);
      if (/_(zero|one|two)$/.test(key)) there.add('n');
      expect([key, here]).toEqual([key, there]);
      expect(message.trim()).toBe(message);
      expect(message).not.toBe('');
      // A dollar sign would start a placeholder of the browser's own.
      expect(message).not.toContain('$');
    }
  });

  it('T24: never speak about a person with a banned word', () => {
    const own_ = banned[language];
    expect(own_, `no list of banned words for ${language}`).toBeDefined();
    for (const [key, { message }] of Object.entries(own)) {
      expect([key, own_!.exec(message)?.[0], banned.en!.exec(message)?.[0]]).toEqual([key, undefined, undefined]);
    }
    figure('T24', `${language}: messages with a word that judges a person`, `0 of ${Object.keys(own).length}`, 0);
  });

  it('have the marks of their own script, and none that a line could begin with', () => {
    const wrong = Object.entries(own).filter(([, { message }]) => (marks[language] ?? marks.any!).test(message));
    expect(wrong.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });

  it('put their own marks between the parts of a list', () => {
    const words = wordsFromMessages(own);
    const said = [
      words.list(['1', '2', '3']),
      words.list(['1', '2'], 'list_semicolon'),
      words.list([]),
      words.list(['1']),
    ];
    const [comma, semicolon] = { ar: ['، ', '؛ '], ja: ['、', '；'], fr: [', ', '\u202f; '] }[language] ?? [', ', '; '];
    expect(said).toEqual([`1${comma}2${comma}3`, `1${semicolon}2`, '', '1']);
  });

  const itOfTranslations = language === 'en' ? () => {} : it;
  itOfTranslations('leave nothing in English but names', () => {
    const left = Object.entries(own).filter(([key, { message }]) => {
      const words = message.replace(/\{\w+\}/g, ' ').match(/\p{Script=Latin}{2,}/gu) ?? [];
      if (['ja', 'ar'].includes(language)) return words.some((word) => !names.has(word)) && key !== 'language_tag';
      if (words.some((word) => /^(the|with|from|your|this|are|were|that|which|of|and)$/i.test(word))) return true;
      const english = messages('en')[key]?.message;
      const alike = message === english && words.some((word) => word.length > 2 && !names.has(word));
      return alike && !key.startsWith('platform_') && !shared[language]?.includes(message);
    });
    expect(left.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });
});

describe('code that joins texts', () => {
  it('leaves the marks between them to the language, but where a person or a file has them typed', () => {
    const joining = files.filter((file) =>
      /\.join\((['"`])[,;] \1\)|`[^`\n]*[,;:] (\$\{(?!px)|≈)/.test(readFileSync(source + file, 'utf8')),
    );
    expect(joining.filter((file) => /^(views|surfaces|overlay|vetting)\b(?!.*-styles\.ts$)/.test(file)).sort()).toEqual(
      [
        'surfaces/content.tsx',
        'surfaces/list/columns.ts',
        'surfaces/list/details.tsx',
        // Hosts, which are Latin in every language.
        'surfaces/site-list.tsx',
      ],
    );
  });
});

describe('the lists of banned words', () => {
  it.each([
    ['en', 'a fake follower, 12/100'],
    ['es', 'seguidores falsos y una nota de 7'],
    ['es', 'cuentas compradas'],
    ['pt', 'seguidores falsos'],
    ['pt', 'contas suspeitas'],
    ['de', 'gefälschte Follower'],
    ['de', 'verdächtige Konten'],
    ['de', 'Schulnote: Note 3'],
    ['fr', 'de faux abonnés'],
    ['fr', 'des abonnés achetés'],
    ['ja', '偽のフォロワー'],
    ['ja', '購入されたいいね'],
    ['ar', 'متابعون وهميون'],
    ['ar', 'متابعون مزيفون'],
  ])('in %s find "%s"', (language, text) => {
    expect(banned[language]!.test(text)).toBe(true);
  });

  it('take no part of a word for the word', () => {
    // \b knows ASCII letters alone: it would find a "bot" in the Spanish word for button.
    for (const text of ['botón', 'bottom', 'degrade gracefully', 'believed']) {
      expect([text, banned.en!.test(text), banned.es!.test(text)]).toEqual([text, false, false]);
    }
  });
});

describe('words', () => {
  it('fill named values once, and take values as they are', () => {
    expect(english.text('axis_shown', { value: '{value} {x}' })).toBe('{value} {x} shown');
    expect(english.text('axis_shown')).toBe('{value} shown');
  });

  it('choose the plural form of the language', () => {
    expect([0, 1, 2].map((n) => english.count('unit_posts', n))).toEqual(['0 posts', '1 post', '2 posts']);
    const arabic = wordsFromMessages({
      language_tag: { message: 'ar' },
      unit_posts_two: { message: 'two' },
      unit_posts_few: { message: 'few {n}' },
      unit_posts_other: { message: 'other' },
    });
    expect([arabic.count('unit_posts', 2), arabic.count('unit_posts', 3), arabic.count('unit_posts', 1)]).toEqual([
      'two',
      `few ${arabic.numbers.count(3)}`,
      'other',
    ]);
    expect(arabic.direction).toBe('rtl');
  });

  it('choose it for the number as it is written', () => {
    expect([0.4, 0.6, 1.4, 1.6].map((n) => english.count('unit_posts', n))).toEqual([
      '0 posts',
      '1 post',
      '1 post',
      '2 posts',
    ]);
    const said = (language: string, n: number) =>
      wordsFromMessages(messages(language)).count('badge_views', n, { value: '' }).trim();
    expect([1, 2, 103].map((n) => said('en', n))).toEqual(['view', 'views', 'views']);
    expect([1, 1.6, 1_240_000].map((n) => said('fr', n))).toEqual(['vue', 'vues', 'de vues']);
    // "48.2 ألف" is a round number, whatever its last digits were.
    expect([3, 48_203].map((n) => said('ar', n))).toEqual(['مشاهدات', 'مشاهدة']);
  });
});
