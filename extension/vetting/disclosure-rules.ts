/**
 * What the rules on disclosing advertising say, as far as a caption can show it, and the words with which captions say, or
 * show, that somebody pays. In the extension and not in the core: no figure of the core rests on them. Words are in lower
 * case, without accents.
 */

/** Named by number in what is found. */
export const rules = {
  ftc: { name: 'FTC, Disclosures 101 for Social Media Influencers (2019); 16 CFR 255.5', place: 'ftc.gov' },
  asa: { name: 'ASA/CMA, Influencers’ guide to making clear that ads are ads (2023)', place: 'asa.org.uk' },
  eu: { name: 'EU, Directive 2005/29/EC, Art. 7(2), Annex I no. 11', place: 'eur-lex.europa.eu' },
  de: { name: 'Medienanstalten, Werbekennzeichnung bei Online-Medien (2021)', place: 'die-medienanstalten.de' },
  fr: { name: 'Loi n° 2023-451, art. 5', place: 'legifrance.gouv.fr' },
} as const;
export type Rule = keyof typeof rules;

/**
 * Which rule speaks of what. `hidden`: not mixed into hashtags, nor behind "more" (FTC, ASA), but first (Medienanstalten).
 * `vague`: "sp", "collab", "partner", "ambassador", "thanks", "gifted", "affiliate" alone say too little (FTC, ASA).
 * `foreign`: in the language of the post (FTC); "#ad" is advised against in German (Medienanstalten), and "Publicité" or
 * "Collaboration commerciale" asked for in French (Loi 2023-451). `commercial`: a paid tie is to be told at all.
 */
export const rulesOn: Readonly<Record<'hidden' | 'vague' | 'foreign' | 'commercial', readonly Rule[]>> = {
  hidden: ['ftc', 'asa', 'de'],
  vague: ['ftc', 'asa'],
  foreign: ['ftc', 'de', 'fr'],
  commercial: ['ftc', 'asa', 'eu'],
};

/** Characters that are shown before "more", where captions are cut first. */
export const FOLD = 125;
/** A mark after so many hashtags stands in a group of them. */
export const FEW_TAGS = 3;

/** Plain words that say it clearly, at the very beginning of a caption and set off from it: "Ad |", "Werbung:", "【PR】". */
export const openingMarks: readonly (readonly [language: string, words: readonly string[]])[] = [
  ['en', ['ad', 'advert', 'advertisement', 'advertising', 'sponsored', 'paid promotion']],
  ['de', ['werbung', 'anzeige', 'bezahlte werbung']],
  ['es', ['publicidad', 'publi']],
  ['pt', ['publicidade', 'publi']],
  ['fr', ['publicite', 'pub', 'collaboration commerciale']],
  ['ja', ['pr', '広告', 'プロモーション', 'タイアップ']],
  ['ar', ['إعلان', 'اعلان']],
];

/** Sentences that say it clearly, anywhere before the fold. */
export const clearPhrases: readonly (readonly [language: string, words: readonly string[]])[] = [
  ['en', ['paid partnership with', 'sponsored by', 'paid collaboration with', 'in paid partnership']],
  ['de', ['bezahlte partnerschaft', 'bezahlte kooperation', 'gesponsert von', 'bezahlte zusammenarbeit']],
  ['es', ['colaboracion pagada', 'patrocinado por', 'publicacion patrocinada']],
  ['pt', ['parceria paga', 'patrocinado por', 'publicidade paga']],
  ['fr', ['partenariat remunere', 'collaboration commerciale', 'sponsorise par', 'collaboration remuneree']],
  ['ja', ['タイアップ投稿', '有料パートナーシップ', 'プロモーションを含みます']],
  ['ar', ['شراكة مدفوعة', 'إعلان مدفوع', 'محتوى مدفوع']],
];

/** Hashtags that name a tie and not that it is paid. */
export const vagueTags: readonly string[] = [
  ...['sp', 'spon', 'collab', 'collaboration', 'partner', 'partnership', 'ambassador', 'brandambassador', 'gifted'],
  ...['gift', 'aff', 'affiliate', 'prsample', 'invitation', 'kooperation', 'zusammenarbeit', 'markenbotschafterin'],
  ...['unbezahltewerbung', 'colaboracion', 'embajadora', 'embajador', 'invitacion', 'regalo', 'parceria', 'parceiro'],
  ...['embaixadora', 'recebidos', 'presskit', 'partenariat', 'ambassadrice', 'ambassadeur', 'collabo', 'コラボ'],
  ...['アンバサダー', 'ギフティング', '提供', 'تعاون', 'سفيرة', 'سفير', 'هدية'],
];

export type Cue = 'code' | 'affiliate' | 'gift' | 'shop';

/** Names of a code to type at a till; it counts with such a code beside it and a discount in the caption. */
export const codeWords: readonly string[] = [
  ...['code', 'coupon', 'voucher', 'promo', 'rabattcode', 'gutschein', 'codigo', 'cupon', 'cupom', 'codice'],
  ...['クーポン', 'コード', 'كود', 'كوبون', 'رمز'],
];
export const discountWords: readonly string[] = [
  ...[
    '%',
    '٪',
    'off',
    'discount',
    'save',
    'rabatt',
    'spar',
    'gunstiger',
    'descuento',
    'ahorra',
    'desconto',
    'economize',
  ],
  ...['reduction', 'remise', 'de moins', '割引', 'オフ', 'خصم', 'تخفيض'],
];
export const affiliateWords: readonly string[] = [
  ...['affiliate link', 'affiliate-link', 'affiliatelink', 'my ltk', 'shop my ltk', 'liketoknow.it', 'amzn.to'],
  ...['commission link', 'enlace de afiliad', 'enlaces de afiliad', 'link de afiliad', 'links de afiliad'],
  ...['lien affili', 'liens affili', 'アフィリエイト', 'رابط الإحالة', 'رابط تابع', 'روابط تابعة'],
];
/** These count where the caption names an account with @. */
export const giftWords: readonly string[] = [
  ...['kindly sent', 'gifted by', 'was gifted', 'gifted me', 'pr package', 'pr box', 'pr sample', 'sent me this'],
  ...['sent me these', 'free product', 'in exchange for', 'zur verfugung gestellt', 'kostenlos erhalten'],
  ...['geschenkt bekommen von', 'me han enviado', 'me ha enviado', 'me enviaron', 'producto regalado', 'recebidos d'],
  ...['recebido d', 'ganhei da', 'ganhei do', 'me enviou', 'me mandou', 'offert par', 'offerts par', 'offerte par'],
  ...[
    'offertes par',
    'produit offert',
    'gracieusement',
    'ご提供',
    '商品提供',
    'プレゼントしていただ',
    'أهدتني',
    'هدية من',
  ],
  ...['وصلني من', 'وصلتني من'],
];
export const shopWords: readonly string[] = [
  ...['shop now', 'order now', 'get yours', 'buy it here', 'jetzt bestellen', 'jetzt kaufen', 'jetzt shoppen'],
  ...['compra ahora', 'comprala en', 'compralo en', 'compre agora', 'garanta o seu', 'achetez', 'commandez'],
  ...['今すぐ購入', 'ご購入は', 'اطلب الآن', 'اطلبوا الآن', 'تسوقوا الآن'],
];

/** Common short words by which a caption's language is told, where its script doesn't. */
export const commonWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'is', 'my', 'of', 'to', 'with', 'for', 'this', 'it', 'you', 'are', 'was', 'have', 'so', 'that'],
  de: [
    'der',
    'die',
    'das',
    'und',
    'ich',
    'ist',
    'mit',
    'nicht',
    'auf',
    'meine',
    'meiner',
    'von',
    'ein',
    'eine',
    'wir',
    'wieder',
  ],
  es: ['el', 'la', 'los', 'las', 'y', 'que', 'de', 'mi', 'con', 'una', 'estoy', 'por', 'hoy', 'os', 'muy', 'para'],
  pt: [
    'o',
    'os',
    'as',
    'e',
    'que',
    'de',
    'minha',
    'meu',
    'com',
    'uma',
    'nao',
    'por',
    'hoje',
    'gente',
    'muito',
    'para',
    'tao',
  ],
  fr: [
    'le',
    'la',
    'les',
    'et',
    'que',
    'de',
    'ma',
    'mon',
    'avec',
    'une',
    'pas',
    'pour',
    'je',
    'est',
    'des',
    'du',
    'enfin',
  ],
};
