/** Paid posts that say so themselves: the hashtags with which creators disclose advertising, in the languages of our pages. */

const WORDS = [
  ...['ad', 'advert', 'advertisement', 'sponsored', 'sponsoredpost', 'paidad', 'paidpartnership', 'paidpromotion'],
  ...['anzeige', 'werbung', 'bezahltewerbung', 'bezahlteanzeige', 'bezahltepartnerschaft'],
  ...['publicidad', 'publi', 'patrocinado', 'colaboraciónpagada', 'publicidade', 'publipost', 'parceriapaga'],
  ...['publicité', 'sponsorisé', 'partenariatrémunéré', 'collaborationcommerciale'],
  ...['pubblicità', 'adv', 'sponsorizzato', 'reclame', 'advertentie', 'reklam', 'reklama', 'reklame'],
  ...['реклама', 'iklan', '広告', 'プロモーション', 'タイアップ', '광고', '유료광고', '협찬', '广告', '廣告'],
  ...['إعلان', 'اعلان', 'विज्ञापन', 'quảngcáo', 'โฆษณา'],
];
const TAG = new RegExp(`(?<![\\p{L}\\p{N}_])[#＃](?:${WORDS.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');

/** @returns true where a caption carries such a hashtag; whole words only ('#advent' discloses nothing). */
export function disclosesPayment(caption: string | undefined): boolean {
  return caption !== undefined && TAG.test(caption.normalize('NFC'));
}
