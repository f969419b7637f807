/** Paid posts that say so themselves: the hashtags with which creators disclose advertising, by language. */

export const disclosureTags: Readonly<Record<string, readonly string[]>> = {
  en: ['ad', 'advert', 'advertisement', 'sponsored', 'sponsoredpost', 'paidad', 'paidpartnership', 'paidpromotion'],
  de: ['anzeige', 'werbung', 'bezahltewerbung', 'bezahlteanzeige', 'bezahltepartnerschaft'],
  es: ['publicidad', 'publi', 'patrocinado', 'colaboraciónpagada'],
  pt: ['publicidade', 'publipost', 'parceriapaga', 'publi', 'patrocinado'],
  fr: ['publicité', 'sponsorisé', 'partenariatrémunéré', 'collaborationcommerciale'],
  it: ['pubblicità', 'adv', 'sponsorizzato'],
  other: ['reclame', 'advertentie', 'reklam', 'reklama', 'reklame', 'реклама', 'iklan', 'विज्ञापन', 'quảngcáo', 'โฆษณา'],
  ja: ['広告', 'プロモーション', 'タイアップ'],
  ko: ['광고', '유료광고', '협찬'],
  zh: ['广告', '廣告'],
  ar: ['إعلان', 'اعلان'],
};
const WORDS = Object.values(disclosureTags).flat();
const TAG = new RegExp(`(?<![\\p{L}\\p{N}_])[#＃](?:${WORDS.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');

/** @returns true where a caption carries such a hashtag; whole words only ('#advent' discloses nothing). */
export function disclosesPayment(caption: string | undefined): boolean {
  return caption !== undefined && TAG.test(caption.normalize('NFC'));
}
