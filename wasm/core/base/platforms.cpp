#include "platforms.hpp"

#include <array>
#include <cstddef>

#include "data/platforms.hpp"
#include "model.hpp"
#include "table.hpp"

namespace plumb {
namespace {

constexpr std::string_view header =
    "name\ttexts\tlikes\tviews\tcomments\tfollowers\tfollower_counts\tscrolls\ttau\tsigma_likes\thalf_life";

/// The rows, in the order of the names. A cell that is not as the header says does not compile.
consteval std::array<PlatformFacts, platform_names.size()> read_table() {
  std::array<PlatformFacts, platform_names.size()> rows{};
  std::string_view rest = data::platforms;
  table::cut(rest, '\n');
  for (auto& row : rows) {
    std::string_view line = table::cut(rest, '\n');
    row.name = table::cut(line, '\t');
    row.texts = table::yes(table::cut(line, '\t'));
    row.likes = table::yes(table::cut(line, '\t'));
    row.views = table::yes(table::cut(line, '\t'));
    row.comments = table::yes(table::cut(line, '\t'));
    row.followers = table::yes(table::cut(line, '\t'));
    row.follower_counts = table::yes(table::cut(line, '\t'));
    row.scrolls = table::yes(table::cut(line, '\t'));
    row.tau = model::prior(table::cut(line, '\t'));
    row.sigma_likes = model::prior(table::cut(line, '\t'));
    row.half_life = model::prior(table::cut(line, '\t'));
  }
  return rows;
}

constexpr std::array<PlatformFacts, platform_names.size()> facts = read_table();
static_assert(data::platforms.substr(0, header.size()) == header);

}  // namespace

const PlatformFacts& facts_of(Platform platform) { return facts[static_cast<std::size_t>(platform)]; }

}  // namespace plumb
