import { beforeEach, describe, expect, it } from 'vitest';
import { createOutbox, type Outbox, type Said } from '../../../extension/messages/outbox';

const text = (name: string, length = 1): Said => ({
  kind: 'text',
  epoch: 1,
  text: { via: 'response', url: `https://x.com/${name}`, page: 'https://x.com/', text: 'x'.repeat(length) },
});
const nameOf = (said: Said) => (said.kind === 'text' ? said.text.url.slice('https://x.com/'.length) : said.kind);
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('what a page says', () => {
  let sent: string[];
  let answers: boolean[];
  let pauses: number[];
  let outbox: Outbox;
  beforeEach(() => {
    sent = [];
    answers = [];
    pauses = [];
    outbox = createOutbox(
      async (said) => {
        sent.push(nameOf(said));
        return answers.shift() ?? true;
      },
      async (failed) => {
        pauses.push(failed);
      },
    );
  });

  it('waits until the background knows the page, and then goes out in order', async () => {
    outbox.put(text('a'));
    outbox.put(text('b'));
    await turn();
    expect(sent).toEqual([]);
    outbox.open();
    outbox.put(text('c'));
    await turn();
    expect(sent).toEqual(['a', 'b', 'c']);
    outbox.close();
    outbox.put(text('d'));
    await turn();
    expect(sent).toHaveLength(3);
  });

  it('waits with a look, too, says it again, and cuts nothing where it is lost', async () => {
    const looked: Said = { kind: 'looked', epoch: 1 };
    outbox.put(looked);
    await turn();
    expect(sent).toEqual([]);
    answers = [false, true];
    outbox.open();
    await turn();
    expect(sent).toEqual(['looked', 'looked']);
    answers = Array.from({ length: 9 }, () => false);
    outbox.put(looked);
    await turn();
    expect(sent.slice(2)).toEqual(['looked', 'looked', 'looked', 'looked']);
  });

  it('is said again when the background died, after longer and longer pauses, and not for ever', async () => {
    answers = [false, false, true];
    outbox.open();
    outbox.put(text('a'));
    await turn();
    expect([sent, pauses]).toEqual([
      ['a', 'a', 'a'],
      [1, 2],
    ]);
    answers = Array.from({ length: 9 }, () => false);
    outbox.put(text('b'));
    await turn();
    expect(sent.slice(3).filter((name) => name !== 'dropped')).toEqual(['b', 'b', 'b', 'b']);
  });

  it('is bounded in number and size; what was said first stays', async () => {
    for (let i = 0; i < 5000; i += 1) outbox.put(text(String(i)));
    outbox.open();
    for (let i = 0; i < 60; i += 1) await turn();
    expect(sent.filter((name) => name !== 'dropped')).toEqual(Array.from({ length: 2048 }, (_, i) => String(i)));
    outbox.close();
    sent.length = 0;
    for (let i = 0; i < 6; i += 1) outbox.put(text(`large${i}`, 8 * 1024 * 1024));
    outbox.open();
    await turn();
    expect(sent).toHaveLength(4);
  });

  it('tells once in each epoch that something was dropped: for want of room, or because nobody took it', async () => {
    outbox.open();
    outbox.put(text('fits', 8 * 1024 * 1024));
    for (let i = 0; i < 5; i += 1) outbox.put(text(`large${i}`, 30 * 1024 * 1024));
    await turn();
    expect(sent).toEqual(['fits', 'dropped']);
    sent.length = 0;
    outbox.put(text('now there is room', 30 * 1024 * 1024));
    await turn();
    expect(sent).toEqual(['now there is room']);
    sent.length = 0;
    answers = Array.from({ length: 4 }, () => false);
    outbox.put({ kind: 'readings', epoch: 2, readings: [] });
    await turn();
    expect(sent).toEqual(['readings', 'readings', 'readings', 'readings', 'dropped']);
  });

  it('has few things on their way at once', async () => {
    const open: (() => void)[] = [];
    const slow = createOutbox(
      () => new Promise((resolve) => open.push(() => resolve(true))),
      async () => {},
    );
    slow.open();
    for (let i = 0; i < 100; i += 1) slow.put(text(String(i)));
    await turn();
    expect(open).toHaveLength(64);
    open[0]?.();
    await turn();
    expect(open).toHaveLength(65);
  });
});
