/** A page full of a viewer's secrets, as somebody built it who attacked an earlier form of the file: none is in it. */
import { describe, expect, test } from 'vitest';
import type { CapturedPage } from '../pages/capture';
import { reported } from './reported';

const SECRETS: Record<string, string> = {
  csrf_key: 'S-CSRFTOKEN-1',
  nested_json: 'S-NESTED-2',
  url_token: 'S-URLTOKEN-3',
  email: 'viewer.secret@mail.example',
  email_plus: 'a.b+tag@x.example',
  phone_text: '+49 170 5550123',
  phone_number: '491705550123',
  viewer_handle: 'the_viewer_handle',
  sess: 'S-SESSIONID-4',
  hdr: 'S-BEARER-5',
  name: 'Viola Viewer',
  friend: 'secret_friend_1',
  followed: 'followed_by_friend',
  rur: 'S-RUR-6',
  ds_user_id: '9988776655',
  ig_did: 'S-IGDID-7',
  sidx: 'S-HMAC-8',
  cookieStr: 'S-COOKIESTR-9',
  msToken: 'S-MSTOKEN-10',
  verifyFp: 'S-VERIFYFP-11',
  ttwid: 'S-TTWID-12',
  guestId: 'S-GUESTID-13',
  ct0: 'S-CT0-14',
  at: 'S-ACCESS-15',
  cred: 'S-CRED-16',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJTLUpXVC0xNyJ9.c2ln',
  x_key: 'S-APIKEY-18',
  lat: '52.520008',
  search: 'S-SEARCH-19',
  dm: 'S-DM-20',
  formval: 'S-FORM-21',
  title: 'S-TITLENOTIF-22',
  data_attr: 'S-DATAATTR-23',
  placeholder: 'S-PLACEHOLDER-24',
  commentAs: 'S-ADDCOMMENTAS-25',
};
const J = {
  data: {
    user: {
      username: 'fernhollow.kitchen',
      id: '1',
      pk: '1',
      csrf_token: SECRETS['csrf_key'],
      config: {
        payload: JSON.stringify({ csrf_token: SECRETS['nested_json'], viewer: { username: SECRETS['viewer_handle'] } }),
      },
      next_page_url: `https://www.instagram.com/graphql?access_token=${SECRETS['url_token']}`,
      note: `write to ${SECRETS['email']} or ${SECRETS['email_plus']}`,
      about: `call ${SECRETS['phone_text']}`,
      contact: Number(SECRETS['phone_number']),
      sessionid: SECRETS['sess'],
      headers: { Authorization2: `Bearer ${SECRETS['hdr']}`, bearer: SECRETS['hdr'] },
      rur: SECRETS['rur'],
      ds_user_id: SECRETS['ds_user_id'],
      ig_did: SECRETS['ig_did'],
      hmac: SECRETS['sidx'],
      raw: `mid=abc; sessionid=${SECRETS['cookieStr']}; ds_user_id=1`,
      msToken: SECRETS['msToken'],
      verifyFp: SECRETS['verifyFp'],
      ttwid: SECRETS['ttwid'],
      guestId: SECRETS['guestId'],
      ct0: SECRETS['ct0'],
      at: SECRETS['at'],
      credential: SECRETS['cred'],
      jwt: SECRETS['jwt'],
      apiKey: SECRETS['x_key'],
      lat: Number(SECRETS['lat']),
      recent_searches: [SECRETS['search']],
      direct_inbox: [{ text: SECRETS['dm'] }],
      author_of_request: { username: SECRETS['viewer_handle'], full_name: SECRETS['name'] },
      me_user: { username: SECRETS['viewer_handle'] },
      userInfoOfLoggedIn: { name: SECRETS['name'] },
      mutual_followers_list: [SECRETS['friend']],
      edge_mutual_followed_by: { edges: [{ node: { username: SECRETS['friend'] } }] },
      social_context: `Followed by ${SECRETS['followed']}`,
    },
  },
};
const html = `<!doctype html><html><head><title>(3) ${SECRETS['title']} • Instagram</title><meta name="csrf-token" content="S-META-30"><meta property="al:ios:url" content="instagram://user?username=x&token=S-META-31"></head><body>
<header><h2>fernhollow.kitchen</h2><div>Followed by <a href="/${SECRETS['followed']}/">${SECRETS['followed']}</a> and 3 others</div><span title="Your profile: ${SECRETS['viewer_handle']}">${SECRETS['viewer_handle']}</span></header>
<section><a href="/${SECRETS['viewer_handle']}/" aria-label="Profile of ${SECRETS['name']}">Profile</a><a href="mailto:${SECRETS['email']}">${SECRETS['email']}</a><p>call ${SECRETS['phone_text']}</p></section>
<div data-user="${SECRETS['data_attr']}" id="u_${SECRETS['ds_user_id']}" class="c"><form><input name="q" value="${SECRETS['formval']}" placeholder="${SECRETS['placeholder']}"><textarea aria-label="${SECRETS['commentAs']}">${SECRETS['formval']}</textarea></form></div>
<custom-el session="S-CUSTOM-32" user-id="${SECRETS['ds_user_id']}" sessionkey="S-CUSTOM-33"></custom-el>
<div contenteditable>draft ${SECRETS['dm']}</div>
<script type="application/json" data-sjs>${JSON.stringify(J)}</script></body></html>`;

const page: CapturedPage = {
  address: 'https://www.instagram.com/fernhollow.kitchen/?igsh=S-QUERY-40&utm=1#S-HASH-41',
  now: '2026-11-22T10:00:00Z',
  html,
  responses: [
    {
      url: 'https://www.instagram.com/graphql/query?doc_id=1&__user=9988776655&lsd=S-LSD-42&username=fernhollow.kitchen&v=S-QV-43',
      body: JSON.stringify(J),
    },
  ],
};
const ALL = {
  ...SECRETS,
  m30: 'S-META-30',
  m31: 'S-META-31',
  c32: 'S-CUSTOM-32',
  c33: 'S-CUSTOM-33',
  q40: 'S-QUERY-40',
  h41: 'S-HASH-41',
  l42: 'S-LSD-42',
  v43: 'S-QV-43',
};

describe('a page full of secrets', () => {
  const { text } = reported(page);
  test.each(Object.entries(ALL))('%s is not in the file', (_, secret) =>
    expect(text.includes(secret), text).toBe(false),
  );
  test('and the account is', () => expect(text).toContain('fernhollow.kitchen'));
});
