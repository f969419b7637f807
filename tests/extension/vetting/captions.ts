/**
 * Captions written by hand before the rules that judge them, in seven languages. The French and Japanese ones were not
 * looked at while the lists of words were written.
 *
 * `marked`: says clearly that it is advertising. `hidden`: says so, but after many hashtags or far down. `vague`: names a
 * tie in words that the rules call unclear. `foreign`: marked in another language than the caption's. `commercial`:
 * nothing says so, though somebody seems to pay or give. `plain`: no tie to be seen.
 */
export type Truth = 'marked' | 'hidden' | 'vague' | 'foreign' | 'commercial' | 'plain';
export type Caption = readonly [language: string, truth: Truth, text: string];

const filler = 'Long walks, cold mornings, and a kettle that never rests. '.repeat(6);

export const captions: readonly Caption[] = [
  ['en', 'marked', 'Ad | My morning starts with @northmill oats. Three minutes, one pan.'],
  ['en', 'marked', '#ad I tested the @lumo lamp for two weeks and this is what changed.'],
  ['en', 'marked', 'Paid partnership with @alpentrail. The boots held, I did not.'],
  ['en', 'hidden', `Sunday soup. #soup #sunday #cosy #homemade #kitchen #foodie #autumn #pumpkin #ad #yum #instafood`],
  ['en', 'hidden', `${filler}\n\nThe kettle is from @brewco. #ad`],
  ['en', 'vague', 'So happy with my new @lumo lamp #collab'],
  ['en', 'vague', 'Thanks to @alpentrail for making this trip possible! #ambassador'],
  ['en', 'vague', 'A lipstick that stays. #sp @rouge'],
  ['en', 'commercial', 'Obsessed with this serum! Use code MIA20 for 20% off at @glowlab'],
  ['en', 'commercial', 'The whole outfit is on my LTK, affiliate links in my stories'],
  ['en', 'commercial', 'My favourite blender is back in stock, save 15 % with my code JOSH15, link in bio'],
  ['en', 'commercial', 'They kindly sent me this jacket and I have not taken it off since @nordwear'],
  ['en', 'plain', 'Error code 404: motivation not found.'],
  ['en', 'plain', 'I bought these shoes with my own money and I love them. @nordwear, more colours please!'],
  ['en', 'plain', '50 % of this marathon was regret. Thanks to everyone who cheered!'],
  ['en', 'plain', 'New recipe on the blog, link in bio.'],
  ['en', 'plain', 'Started to learn to code today, any tips?'],
  ['en', 'plain', 'Happy birthday to my partner in crime @anna'],

  ['es', 'marked', 'Publicidad. Probamos la nueva cafetera de @cafelar y nos quedamos con ella.'],
  ['es', 'marked', '#publi Mi rutina de noche con @serena'],
  ['es', 'hidden', 'Domingo de paella #domingo #paella #valencia #comida #familia #sol #arroz #publicidad #rico #casa'],
  ['es', 'vague', 'Gracias a @serena por este regalo tan bonito #colaboracion'],
  ['es', 'foreign', 'Hoy os enseño mi nuevo sofá de @casaluz, estoy enamorada #ad'],
  ['es', 'commercial', 'Con mi código LUCIA10 tenéis un 10 % de descuento en toda la web de @casaluz'],
  [
    'es',
    'commercial',
    'Me han enviado estos productos de @serena y la piel me ha cambiado. Los tenéis en el enlace de mi perfil',
  ],
  ['es', 'commercial', 'Usa el cupón MARCOS15 y llévate un 15% de descuento, ¡corred!'],
  ['es', 'plain', 'El código postal de mi infancia: 28015.'],
  ['es', 'plain', 'Gracias a mi madre por la receta, hoy hemos sido felices.'],
  ['es', 'plain', 'Nuevo vídeo en el canal, enlace en mi perfil.'],

  ['pt', 'marked', 'Publicidade | Testei o novo protetor da @solar na praia de Itacaré.'],
  ['pt', 'marked', '#publi Café da manhã com a @graodouro'],
  ['pt', 'hidden', 'Pôr do sol no Rio #rio #sol #praia #verao #amor #vida #foto #natureza #publipost #paz #ceu'],
  ['pt', 'vague', 'Amei o jantar! Obrigada @casabella pelo convite #parceria'],
  ['pt', 'foreign', 'Minha pele nunca esteve tão bonita, gente! @glowlab #sponsored'],
  ['pt', 'commercial', 'Use meu cupom BIA15 e ganhe 15% de desconto no site da @casabella'],
  ['pt', 'commercial', 'Recebidos da @glowlab! Que mimo mais lindo, já estou usando tudo'],
  ['pt', 'commercial', 'Meu link de afiliado está na bio, comprem por lá e me ajudem'],
  ['pt', 'plain', 'Um mês sem açúcar: perdi 3 quilos e a paciência.'],
  ['pt', 'plain', 'Obrigada a todos que vieram ao show ontem!'],
  ['pt', 'plain', 'O código do bolo da vovó: 3 ovos e muito amor.'],

  ['de', 'marked', 'Werbung | Mit @bergluft auf die Zugspitze, die Jacke hält dicht.'],
  ['de', 'marked', 'Anzeige: Unser neues Bett von @schlafgut.'],
  ['de', 'hidden', 'Herbst im Garten #herbst #garten #laub #kürbis #natur #liebe #zuhause #werbung #sonne #tee'],
  ['de', 'vague', 'Danke an @schlafgut für die tolle Zusammenarbeit #kooperation'],
  ['de', 'foreign', 'Endlich schlafe ich wieder durch, danke meiner neuen Matratze von @schlafgut #ad'],
  ['de', 'commercial', 'Mit dem Code LENA20 spart ihr 20 % auf alles bei @bergluft'],
  ['de', 'commercial', 'Das Kleid wurde mir kostenlos zur Verfügung gestellt, und ich liebe es @modehaus'],
  ['de', 'commercial', 'Die Links sind Affiliate-Links, wenn ihr darüber kauft, bekomme ich etwas ab'],
  ['de', 'plain', 'Unser Hausflur-Code ist 4711, sagt er jedem. Nachbarn eben.'],
  ['de', 'plain', 'Selbst gekauft und für gut befunden: Brot vom Bäcker nebenan.'],
  ['de', 'plain', 'Danke an alle, die gestern beim Konzert waren!'],

  ['ar', 'marked', 'إعلان | جربت قهوة @bunna هذا الصباح'],
  ['ar', 'marked', '#إعلان يوم جميل مع @lamasat'],
  ['ar', 'hidden', 'غروب الشمس #غروب #بحر #صيف #حب #حياة #صور #سفر #دبي #إعلان #جمال'],
  ['ar', 'vague', 'شكرا @lamasat على الهدية الجميلة #تعاون'],
  ['ar', 'foreign', 'بشرتي أصبحت أجمل مع منتجات @lamasat أنصحكم بها #ad'],
  ['ar', 'commercial', 'استخدموا كود SARA15 واحصلوا على خصم 15% من @lamasat'],
  ['ar', 'commercial', 'كود الخصم: NOUR10 على كل المنتجات'],
  ['ar', 'plain', 'بدأت أتعلم كتابة الكود اليوم'],
  ['ar', 'plain', 'شكرا لكل من حضر الحفل أمس'],

  ['fr', 'marked', 'Publicité – J’ai testé la cafetière de @brulerie pendant un mois.'],
  ['fr', 'marked', 'Collaboration commerciale avec @alpilles. Le sac tient bon.'],
  ['fr', 'hidden', 'Dimanche à Lyon #lyon #dimanche #soleil #amis #cafe #balade #automne #sponsorisé #bonheur #photo'],
  ['fr', 'vague', 'Merci @brulerie pour l’invitation, quel moment #partenariat'],
  ['fr', 'foreign', 'Ma routine du soir avec @peaudouce, la peau respire enfin #ad'],
  ['fr', 'commercial', 'Avec mon code promo EMMA15, vous avez -15 % sur tout le site @peaudouce'],
  ['fr', 'commercial', 'Produits offerts par @peaudouce, je vous dis tout en story'],
  ['fr', 'commercial', 'Lien affilié en bio si le pull vous plaît'],
  ['fr', 'plain', 'Le code de la route à quarante ans, on en parle ?'],
  ['fr', 'plain', 'Merci à tous ceux qui sont venus hier soir !'],
  ['fr', 'plain', 'Acheté avec mes sous : ce pain vaut le détour.'],

  ['ja', 'marked', '【PR】新しいコーヒーメーカーを使ってみました @kissaten'],
  ['ja', 'marked', '#広告 今朝の朝ごはん @komugi'],
  ['ja', 'hidden', '秋の散歩 #秋 #散歩 #紅葉 #京都 #カメラ #写真 #週末 #プロモーション #休日 #空'],
  ['ja', 'vague', '素敵なディナーにお招きいただきました @hoshinoya #コラボ'],
  ['ja', 'foreign', '最近のお気に入りの美容液です。毎晩使っています @hadaiku #ad'],
  ['ja', 'commercial', 'クーポンコード YUI10 で10%オフになります @hadaiku'],
  ['ja', 'commercial', '@hadaiku 様より商品をご提供いただきました。肌がもちもち'],
  ['ja', 'commercial', 'プロフィールのアフィリエイトリンクから買えます'],
  ['ja', 'plain', '今日からプログラミングのコードを書き始めました'],
  ['ja', 'plain', '昨日ライブに来てくれた皆さん、ありがとうございました'],
  ['ja', 'plain', '自分で買った靴、歩きやすくて最高'],
];

export const heldOut: readonly string[] = ['fr', 'ja'];
