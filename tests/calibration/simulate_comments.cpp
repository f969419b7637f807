#include "simulate_comments.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace calibration {
namespace {

struct Words {
  const char* subjects[8];
  const char* remarks[8];
  const char* questions[6];
  const char* praise[8];
};

const Words languages[comment_languages] = {
    {{"the light in the second picture", "that corner by the window", "your dog", "the bread", "this trail",
      "the blue jacket", "minute three", "the old tram"},
     {"reminds me of my grandmother's house", "made me laugh on the bus", "is exactly how I picture October",
      "looks nothing like last year", "would never survive my kitchen", "got me through a long shift",
      "deserves its own album", "took me back to Porto"},
     {"which lens did you take", "how long was the walk", "did it rain the whole time", "where do you find the flour",
      "will there be a second part", "is the path open in winter"},
     {"so beautiful", "love this", "amazing", "great shot", "wow", "nice one", "congrats", "perfect"}},
    {{"la luz de la segunda foto", "ese rincón", "tu perro", "el pan", "este sendero", "la chaqueta azul",
      "el minuto tres", "el tranvía viejo"},
     {"me recuerda a la casa de mi abuela", "me hizo reír en el autobús", "es tal como imagino octubre",
      "no se parece al año pasado", "no duraría en mi cocina", "me acompañó en el turno", "merece un álbum",
      "me llevó de vuelta a Cádiz"},
     {"qué objetivo usaste", "cuánto dura el camino", "llovió todo el rato", "dónde compras la harina",
      "habrá segunda parte", "abre en invierno"},
     {"qué bonito", "me encanta", "increíble", "genial", "wow", "muy bien", "felicidades", "perfecto"}},
    {{"a luz da segunda foto", "esse canto", "o teu cão", "o pão", "este trilho", "o casaco azul", "o minuto três",
      "o elétrico antigo"},
     {"lembra a casa da minha avó", "fez rir no autocarro", "é mesmo como imagino outubro", "não parece o ano passado",
      "não durava na minha cozinha", "ajudou num turno longo", "merece um álbum", "levou de volta ao Porto"},
     {"que lente usaste", "quanto tempo demora", "choveu sempre", "onde compras a farinha", "vai haver segunda parte",
      "abre no inverno"},
     {"que lindo", "amei", "incrível", "top", "uau", "muito bom", "parabéns", "perfeito"}},
    {{"das Licht im zweiten Bild", "die Ecke am Fenster", "dein Hund", "das Brot", "dieser Weg", "die blaue Jacke",
      "Minute drei", "die alte Tram"},
     {"erinnert mich an Omas Haus", "brachte mich im Bus zum Lachen", "ist genau mein Oktober",
      "sieht anders aus als letztes Jahr", "hielte in meiner Küche keinen Tag", "hat mir die Schicht gerettet",
      "verdient ein Album", "bringt mich zurück nach Bern"},
     {"welches Objektiv war das", "wie lange dauert der Weg", "hat es durchgeregnet", "woher ist das Mehl",
      "gibt es einen zweiten Teil", "ist im Winter offen"},
     {"so schön", "liebe ich", "wunderschön", "toll", "wow", "sehr gut", "glückwunsch", "perfekt"}},
    {{"la lumière de la deuxième photo", "ce coin", "ton chien", "le pain", "ce sentier", "la veste bleue",
      "la troisième minute", "le vieux tram"},
     {"me rappelle la maison de ma grand-mère", "m'a fait rire dans le bus", "c'est mon mois d'octobre",
      "ne ressemble pas à l'an dernier", "ne tiendrait pas chez moi", "a sauvé ma journée", "mérite un album",
      "me ramène à Lyon"},
     {"quel objectif as-tu pris", "combien de temps dure la marche", "il a plu tout du long", "où trouves-tu la farine",
      "y aura-t-il une suite", "c'est ouvert en hiver"},
     {"trop beau", "j'adore", "incroyable", "génial", "wow", "très bien", "bravo", "parfait"}},
    {{"二枚目の光", "窓ぎわの席", "犬の顔", "このパン", "この道", "青い上着", "三分のところ", "古い電車"},
     {"祖母の家を思い出しました", "バスで笑ってしまった", "まさに十月の色", "去年と全然ちがう", "うちの台所では無理",
      "夜勤の助けになった", "写真集にしてほしい", "京都に戻った気分"},
     {"レンズは何ですか", "何時間歩きましたか", "ずっと雨でしたか", "小麦粉はどこの", "続きはありますか",
      "冬も通れますか"},
     {"かわいい", "最高", "すごい", "素敵", "きれい", "いいね", "おめでとう", "大好き"}},
    {{"ضوء الصورة الثانية", "تلك الزاوية", "كلبك", "الخبز", "هذا الطريق", "السترة الزرقاء", "الدقيقة الثالثة",
      "الترام القديم"},
     {"يذكرني ببيت جدتي", "اضحكني في الحافلة", "هكذا اتخيل تشرين", "لا يشبه العام الماضي", "لن يصمد في مطبخي",
      "انقذ مناوبتي", "يستحق البوما", "اعادني الى طنجة"},
     {"اي عدسة استعملت", "كم يستغرق المشي", "هل امطرت طوال الوقت", "من اين الطحين", "هل هناك جزء ثان", "هل يفتح شتاء"},
     {"جميل جدا", "رائع", "ما شاء الله", "احبك", "واو", "ممتاز", "مبروك", "تحفة"}}};

const char* const emoji[] = {"❤️", "🔥", "😍", "👏", "😂", "🙌", "✨", "💛"};

std::string some_emoji(Random& random, std::size_t most) {
  std::string out;
  const char* one = emoji[random.below(8)];
  for (std::size_t i = 0, n = 1 + random.below(most); i < n; ++i) out += one;
  return out;
}

template <std::size_t N>
std::string pick(const char* const (&words)[N], Random& random) {
  return words[random.below(N)];
}

const char* const syllables[3][16] = {
    {"ba", "ren", "ko", "lis", "tu", "mar", "ve", "don", "pi", "sol", "gre", "ham", "wi", "quo", "zen", "fla"},
    {"か", "み", "さ", "と", "な", "ひ", "ろ", "つ", "け", "ま", "ゆ", "し", "の", "た", "ぐ", "れ"},
    {"با", "رن", "كو", "ليس", "طو", "مار", "في", "دون", "بي", "سول", "غر", "هام", "وي", "قو", "زن", "فلا"}};

const char* const (&syllables_of(std::size_t language))[16] {
  return syllables[language == 5 ? 1 : language == 6 ? 2 : 0];
}

/// A word that no list holds: a name, a place, a thing of which only these people know.
std::string own_word(Random& random, std::size_t language) {
  const auto& parts = syllables_of(language);
  std::string word;
  for (std::size_t i = 0, n = 2 + random.below(3); i < n; ++i) word += parts[random.below(16)];
  return word;
}

/// Whether nothing but own words is left of a text.
bool all_own(std::string_view text, std::size_t language) {
  while (!text.empty()) {
    const auto& parts = syllables_of(language);
    const auto part =
        std::find_if(std::begin(parts), std::end(parts), [&](const char* p) { return text.starts_with(p); });
    if (text.starts_with(' ')) text.remove_prefix(1);
    else if (part != std::end(parts)) text.remove_prefix(std::string_view(*part).size());
    else return false;
  }
  return true;
}

/// Takes away emoji and spaces at the end.
std::string_view without_tail(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = text.ends_with(' ');
    if (cut) text.remove_suffix(1);
    for (const char* one : emoji) {
      if (!text.ends_with(one)) continue;
      text.remove_suffix(std::string_view(one).size());
      cut = true;
    }
  }
  return text;
}

template <std::size_t N>
std::size_t length_of_any(const char* const (&words)[N], std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

/// The forms of draw_organic_comment() in one language, emoji at the end taken away.
bool people_write(std::string_view text, std::size_t language) {
  const Words& w = languages[language];
  const std::size_t praise = length_of_any(w.praise, text);
  if (text.empty() || (praise > 0 && praise == text.size())) return true;
  if (praise > 0 && text.substr(praise).starts_with("! ")) text.remove_prefix(praise + 2);
  if (const std::size_t subject = length_of_any(w.subjects, text); subject > 0)
    return all_own(text.substr(subject), language);
  if (const std::size_t question = length_of_any(w.questions, text); question > 0 && text.ends_with('?'))
    return all_own(text.substr(question, text.size() - question - 1), language);
  for (const std::string_view remark : w.remarks) {
    const auto at = text.find(remark);
    if (at != std::string_view::npos)
      return at > 0 && all_own(text.substr(0, at), language) && all_own(text.substr(at + remark.size()), language);
  }
  return all_own(text, language);
}

}  // namespace

std::string draw_organic_comment(Random& random, std::size_t language) {
  const Words& w = languages[language % comment_languages];
  const double u = random.uniform();
  if (u < 0.14) return some_emoji(random, 4);
  if (u < 0.34) return pick(w.praise, random) + (random.chance(0.5) ? " " + some_emoji(random, 3) : "");
  if (u < 0.42)
    return "@" + std::string(1, static_cast<char>('a' + random.below(26))) + "friend" +
           std::to_string(random.below(900));
  const auto words = [&](std::size_t most) {
    std::string out;
    for (std::size_t i = 0, n = 1 + random.below(most); i < n; ++i)
      out += " " + own_word(random, language % comment_languages);
    return out;
  };
  std::string text;
  const double shape = random.uniform();
  if (shape < 0.3) text = pick(w.subjects, random) + words(5);
  else if (shape < 0.6)
    text = own_word(random, language % comment_languages) + words(3) + " " + pick(w.remarks, random) + words(4);
  else if (shape < 0.8) text = pick(w.questions, random) + words(3) + "?";
  else text = own_word(random, language % comment_languages) + words(8);
  if (random.chance(0.2)) text = pick(w.praise, random) + "! " + text;
  if (random.chance(0.3)) text += " " + some_emoji(random, 2);
  return text;
}

bool people_write(const std::string& text) {
  if (text.starts_with('@')) return true;
  const std::string_view said = without_tail(text);
  for (std::size_t language = 0; language < comment_languages; ++language) {
    if (people_write(said, language)) return true;
  }
  return false;
}

Templates draw_templates(Random& random, std::size_t count, std::size_t language) {
  const Words& w = languages[language % comment_languages];
  Templates out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = pick(w.praise, random) + " " + pick(w.praise, random);
    if (random.chance(0.6)) text += ", " + pick(w.remarks, random);
    text += " " + some_emoji(random, 3);
    out.texts.push_back(text);
  }
  return out;
}

std::string draw_scripted_comment(const Templates& templates, bool paraphrased, Random& random) {
  std::string text = templates.texts[random.below(templates.texts.size())];
  if (!paraphrased) return text;
  const Words& w = languages[0];
  if (random.chance(0.5)) text = pick(w.praise, random) + " " + text;
  if (random.chance(0.5)) text += " " + pick(w.praise, random);
  const auto space = text.find(' ');
  if (random.chance(0.4) && space != std::string::npos) text.erase(0, space + 1);
  if (random.chance(0.5)) text += some_emoji(random, 2);
  return text;
}

std::string draw_praise(Random& random, std::size_t language) {
  return pick(languages[language % comment_languages].praise, random) +
         (random.chance(0.5) ? " " + some_emoji(random, 3) : "");
}

std::string draw_token(Random& random) {
  static const char* const parts[] = {"slo", "bet", "win", "gac", "max", "toto", "jak", "zeu", "pix", "dora"};
  return std::string(parts[random.below(10)]) + parts[random.below(10)] + std::to_string(10 + random.below(90));
}

std::string disguised(const std::string& token, Random& random) {
  const double form = random.uniform();
  std::string out;
  for (const char c : token) {
    const bool letter = c >= 'a' && c <= 'z';
    if (form < 0.4 && letter) {  // U+1D41A: bold
      out += std::string("\xF0\x9D\x90") + static_cast<char>(0x9A + (c - 'a'));
    } else if (form < 0.7 && letter) {  // U+FF41: full width
      out += std::string("\xEF\xBD") + static_cast<char>(0x81 + (c - 'a'));
    } else {
      out += letter ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return out;
}

}  // namespace calibration
