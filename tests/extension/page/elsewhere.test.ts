import { describe, expect, it } from 'vitest';
import { createElsewhere } from '../../../extension/page/elsewhere';
import type { Place } from '../../../extension/reading/place';
import type { Reading } from '../../../extension/reading/reading';

const ada: Place = { platform: 'youtube', kind: 'profile', handle: 'Ada' };
const bob: Place = { platform: 'youtube', kind: 'profile', handle: 'bob' };
const cards = (handle: string, ...ids: string[]): Reading => ({
  platform: 'youtube',
  subject: { handle },
  via: 'dom',
  at: '2026-11-22T10:00:00Z',
  profile: { displayName: handle },
  posts: ids.map((id) => ({ id, views: 1 })),
  postsOrder: 'latest',
});

describe('parts of the page before', () => {
  it("are not the next account's", () => {
    const ofThisPage = createElsewhere();
    expect(ofThisPage(ada, [cards('ada', 'a1', 'a2')])).toEqual([cards('ada', 'a1', 'a2')]);
    const [first] = ofThisPage(bob, [cards('bob', 'a1', 'a2')]);
    expect(first?.posts).toBeUndefined();
    expect(first?.postsOrder).toBeUndefined();
    expect(first?.profile).toEqual({ displayName: 'bob' });
    expect(ofThisPage(bob, [cards('bob', 'a2', 'b1')])[0]?.posts?.map(({ id }) => id)).toEqual(['b1']);
  });

  it("are the account's own on its other tabs", () => {
    const ofThisPage = createElsewhere();
    ofThisPage(ada, [cards('ada', 'a1')]);
    ofThisPage(bob, [cards('bob', 'b1')]);
    expect(ofThisPage({ ...ada, handle: 'ada', tab: 'videos' }, [cards('ada', 'a1')])).toEqual([cards('ada', 'a1')]);
  });

  it('are not the opened post, whose address does not say whose it is', () => {
    const ofThisPage = createElsewhere();
    const opened: Place = { platform: 'youtube', kind: 'post', postId: 'a1' };
    ofThisPage(ada, [cards('ada', 'a1')]);
    expect(ofThisPage(opened, [cards('ada', 'a1')])).toEqual([cards('ada', 'a1')]);
    ofThisPage({ ...opened, postId: 'b1' }, [cards('bob', 'b1')]);
    expect(ofThisPage(bob, [cards('bob', 'b1')])).toEqual([cards('bob', 'b1')]);
  });

  it('hold a whole description where the address names no account', () => {
    const ofThisPage = createElsewhere();
    const at = (alias: string): Place => ({ platform: 'generic', kind: 'profile', alias });
    const said = { ...cards('ada'), via: 'jsonld' as const };
    expect(ofThisPage(at('a.example/ada'), [said])).toHaveLength(1);
    expect(ofThisPage(at('a.example/bob'), [{ ...said, at: '2026-11-22T10:01:00Z' }])).toEqual([]);
    expect(ofThisPage(at('a.example/ada'), [said])).toHaveLength(1);
  });

  it('are remembered in bounded number', () => {
    const ofThisPage = createElsewhere();
    for (let i = 0; i < 100; i += 1)
      ofThisPage(ada, [cards('ada', ...Array.from({ length: 100 }, (_, at) => `${i}-${at}`))]);
    expect(ofThisPage(bob, [cards('bob', '0-0')])[0]?.posts).toHaveLength(1);
    expect(ofThisPage(bob, [cards('bob', '99-99')])[0]?.posts).toBeUndefined();
  });
});
