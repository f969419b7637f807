// Any bytes as the text of a comment: its shape, words, likeness; what the same text gives in a used object.
#include <string>

#include "claim.hpp"
#include "wasm/core/text/emoji.hpp"
#include "wasm/core/text/likeness.hpp"
#include "wasm/core/text/shape.hpp"
#include "wasm/core/text/utf8.hpp"

using plumb::fuzz::claim;
using namespace plumb::text;

namespace {

void check(const Shape& shape, std::string_view text) {
  claim(shape.characters <= text.size(), "no more characters than bytes");
  claim(shape.letters <= shape.characters && shape.capitals <= shape.letters, "letters are characters");
  claim(shape.words.size() == shape.lengths.size(), "each word has a length");
  claim(shape.plain.size() <= 2 * text.size() + 1, "what is compared is no longer than the text");
  claim(shape.tail_kinds <= shape.tail.size() && shape.tail_kinds <= shape.emoji, "the tail is of the text's emoji");
  for (const Token& token : shape.tokens) {
    claim(token.begin < token.end && token.end <= text.size(), "a token is a part of the text");
  }
  std::uint64_t letters = 0;
  for (const std::uint32_t of_kind : shape.kinds) letters += of_kind;
  claim(letters == shape.letters, "each letter is of one script");
}

bool same(const Shape& a, const Shape& b) {
  return a.words == b.words && a.lengths == b.lengths && a.plain == b.plain && a.tokens.size() == b.tokens.size() &&
         a.characters == b.characters && a.disguised == b.disguised && a.links == b.links && a.tail == b.tail &&
         a.closed == b.closed && a.unclosed == b.unclosed && a.amounts == b.amounts && a.mentions == b.mentions;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Shape used;
  const std::string_view text = plumb::fuzz::as_text(data, size);
  // The first bytes also as the name of the creator, whose mention does not count.
  const std::string_view self = text.substr(0, size % 4 == 0 ? 3 : 0);
  Shape fresh;
  read_shape(text, fresh, self);
  check(fresh, text);
  read_shape(text, used, self);
  claim(same(fresh, used), "a used object gives the same");
  claim(likeness(signature(fresh.plain), signature(used.plain)) == 1, "a text is like itself");
  word_hash(text);
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); ++points) {
    const char32_t code = next_code_point(text, at);
    claim(code <= 0x10FFFF, "a code point is one");
    const Folded folded = fold(code);
    claim(folded.code <= 0x10FFFF && folded.like <= 0x10FFFF, "a folded character is one");
    claim(emoji_bits(code) > 0, "every emoji has its bits");
  }
  if (is_utf8(text)) claim(points == code_points(text), "both ways to walk agree");
  return 0;
}
