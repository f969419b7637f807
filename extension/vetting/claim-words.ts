/**
 * Words with which media kits name what they claim, in the languages of our pages: beginnings of words, in lower case,
 * without accents. A word that is missing makes a claim unclear, never a wrong comparison.
 */

export type Named =
  | 'engagement'
  | 'reach'
  | 'stories'
  | 'views'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'saves'
  | 'followers'
  | 'real';

/** Beginnings of words; in scripts without blanks they stand anywhere. */
export const namedBy: Readonly<Record<Named, readonly string[]>> = {
  engagement: [
    ...['engagement', 'er', 'interaction', 'interaktion', 'interaccion', 'interacao', 'interacoes', 'engajamento'],
    ...['compromiso', 'エンゲージメント', 'تفاعل', 'التفاعل'],
  ],
  reach: [
    'reach',
    'impression',
    'reichweite',
    'impressionen',
    'alcance',
    'impresion',
    'impress',
    'portee',
    'リーチ',
    'インプレッション',
    'وصول',
    'الوصول',
  ],
  stories: ['stories', 'story', 'storys', 'historia', 'ストーリー', 'ستوري', 'القصص', 'قصص'],
  views: [
    ...[
      'view',
      'play',
      'aufruf',
      'wiedergabe',
      'visualiza',
      'reproduccion',
      'reproducoes',
      'visionado',
      'vista',
      'vue',
    ],
    ...['lecture', '再生', '視聴', 'مشاهد', 'المشاهد'],
  ],
  likes: [
    'like',
    'gefallt',
    'me gusta',
    'curtida',
    'gosto',
    "j'aime",
    'jaime',
    'いいね',
    'إعجاب',
    'اعجاب',
    'الإعجاب',
    'الاعجاب',
  ],
  comments: ['comment', 'kommentar', 'comentario', 'commentaire', 'コメント', 'تعليق', 'التعليق'],
  shares: ['share', 'repost', 'geteilt', 'compartid', 'compartilha', 'partage', 'シェア', 'مشاركة', 'مشاركات'],
  saves: ['save', 'bookmark', 'gespeichert', 'guardado', 'salvamento', 'salvo', 'enregistre', '保存', 'حفظ'],
  followers: [
    ...['follower', 'subscriber', 'fans', 'abonnent', 'seguidor', 'suscriptor', 'inscrito', 'abonne', 'フォロワー'],
    ...['登録者', 'متابع', 'المتابع', 'مشترك'],
  ],
  real: [
    ...['real', 'genuine', 'authentic', 'active', 'echt', 'aktiv', 'autentic', 'activo', 'activa', 'reais', 'ativo'],
    ...['reel', 'authentique', 'actif', '本物', 'リアル', 'アクティブ', 'حقيقي', 'نشط'],
  ],
};

/** Words beside a number that change nothing of it. Any other word may be a unit that is not known. */
export const besideNumbers: readonly string[] = [
  ...['average', 'avg', 'mean', 'median', 'per', 'a', 'an', 'each', 'every', 'monthly', 'total', 'organic', 'video'],
  ...['reel', 'reels', 'post', 'posts', 'in', 'on', 'of', 'and', 'is', 'by', 'with', 'from', 'for', 'over', 'audience'],
  ...['im', 'pro', 'je', 'durchschnittliche', 'durchschnittlich', 'auf', 'und', 'bei', 'mit', 'organische'],
  ...['de', 'por', 'en', 'promedio', 'media', 'al', 'mensuales', 'con', 'y', 'em', 'medios', 'media', 'mensais', 'e'],
  ...['par', 'en', 'moyenne', 'moyennes', 'mensuelles', 'sur', 'et', 'des', "d'engagement", 'organicas', 'taux'],
  ...['人', '回', '件', 'の', 'من', 'في', 'متوسط', 'لكل', 'شخص'],
];

export const averageWords = {
  mean: [
    'average',
    'avg',
    'mean',
    'ø',
    'durchschnitt',
    'promedio',
    'medio',
    'media',
    'moyen',
    'moy',
    '平均',
    'متوسط',
    'المتوسط',
  ],
  median: ['median', 'mediana', 'mediane', '中央値', 'الوسيط', 'وسيط'],
  month: ['month', 'monat', 'mensual', 'mensuel', 'mensal', 'mensais', 'por mes', 'al mes', 'par mois', '月間', 'شهري'],
} as const;

export const boundWords = {
  /** "40K+", "over 40K" */
  least: [
    'over',
    'more than',
    'at least',
    'uber',
    'mehr als',
    'mindestens',
    'mas de',
    'mais de',
    'plus de',
    '以上',
    'أكثر من',
    'اكثر من',
  ],
  /** "up to 40K" */
  most: ['up to', 'bis zu', 'hasta', 'ate', "jusqu'a", '最大', 'حتى'],
} as const;

export const dayWords = ['day', 'tag', 'dia', 'jour', '日', 'يوم', 'أيام', 'ايام'];
export const postWords = ['post', 'video', 'reel', 'beitrag', 'publica', 'publicacion', '投稿', '動画', 'منشور'];
