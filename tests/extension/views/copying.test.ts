import { beforeEach, describe, expect, it } from 'vitest';
import { announcement } from '../../../extension/views/card/state';
import { copyWithRange, selectedText } from '../../../extension/views/copying';
import { copyText } from '../../../extension/views/summary';
import { english, report } from './reports';

const given = report('unusual');

describe('what is copied', () => {
  let written: Map<string, string>;
  beforeEach(() => {
    written = new Map();
  });
  const copying = (clipboard = true): ClipboardEvent => {
    const event = new Event('copy', { cancelable: true });
    const clipboardData = clipboard ? { setData: (type: string, text: string) => written.set(type, text) } : null;
    return Object.defineProperty(event, 'clipboardData', { value: clipboardData }) as ClipboardEvent;
  };

  it('is the selected piece with the whole sentence', () => {
    const event = copying();
    copyWithRange(event, '≈1,100', given, english);
    expect([...written]).toEqual([['text/plain', `≈1,100\n\n${copyText(given, english)}`]]);
    expect(event.defaultPrevented).toBe(true);
  });

  it('is the sentence alone where nothing is selected', () => {
    copyWithRange(copying(), '', given, english);
    expect([...written]).toEqual([['text/plain', copyText(given, english)]]);
  });

  it('is left to the browser where there is no clipboard to write to', () => {
    const event = copying(false);
    copyWithRange(event, '≈1,100', given, english);
    expect(event.defaultPrevented).toBe(false);
  });

  it('knows a selection of spaces for none', () => {
    expect(selectedText(null)).toBe('');
    expect(selectedText({ toString: () => ' \n' } as Selection)).toBe('');
    expect(selectedText({ toString: () => ' ≈1,100\n' } as Selection)).toBe('≈1,100');
  });
});

describe('what is announced', () => {
  it('is the sentence of a report, a word of a refusal, and nothing before', () => {
    expect(announcement({ kind: 'report', report: given }, english)).toMatch(
      /^Estimate ready\. 1,530 engagements a post · .*≈1,100 of 1,530/,
    );
    const refusal = { error: { code: 'internal' as const, message: '' } };
    expect(announcement({ kind: 'refusal', refusal }, english)).toBe(english.text('badge_refusal'));
    expect(announcement({ kind: 'reading' }, english)).toBe('');
  });
});
