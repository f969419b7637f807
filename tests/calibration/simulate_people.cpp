#include "simulate_people.hpp"

#include <string>

namespace calibration {
namespace {

plumb::Count whole(double x) {
  const auto n = static_cast<std::int64_t>(std::max(0.0, std::floor(x)));
  return {n, n};
}

std::string draw_name(Random& random, int letters, int digits) {
  static const char* syllables[] = {"an", "lu", "mi", "ro", "sa", "ke", "to", "ne",
                                    "vi", "ja", "el", "or", "da", "fi", "ga", "ch"};
  std::string name;
  while (static_cast<int>(name.size()) < letters) name += syllables[random.below(16)];
  if (random.chance(0.2)) name += '_';
  for (int i = 0; i < digits; ++i) name += static_cast<char>('0' + random.below(10));
  return name;
}

}  // namespace

Audience draw_audience(plumb::Platform platform, Random& random) {
  Audience a;
  a.texts = platform == plumb::Platform::x;
  a.ln_followers = std::log(230) + 0.4 * random.normal();
  a.ln_following = std::log(420) + 0.35 * random.normal();
  a.ln_posts = std::log(a.texts ? 1200 : 35) + 0.5 * random.normal();
  a.no_avatar = random.beta(1.5, 40);
  a.is_private = a.texts ? 0.05 : random.beta(4, 6);
  a.empty_share = random.beta(2, 2);
  a.busy_share = random.beta(2, 2);
  return a;
}

plumb::Person draw_real(const Audience& a, Random& random) {
  plumb::Person p;
  p.handle = draw_name(random, 6 + static_cast<int>(random.below(6)),
                       random.chance(0.25) ? 1 + static_cast<int>(random.below(3)) : 0);
  p.followers = whole(std::exp(a.ln_followers + 1.0 * random.heavy()));
  p.following = whole(std::exp(a.ln_following + 0.8 * random.heavy()));
  p.posts = random.chance(0.08) ? whole(0) : whole(std::exp(a.ln_posts + 1.4 * random.normal()));
  p.has_avatar = !random.chance(a.no_avatar);
  p.is_private = random.chance(a.is_private);
  p.bio = random.chance(0.6) ? "about me and my days" : "";
  return p;
}

plumb::Person draw_bought(const Audience& a, Random& random) {
  plumb::Person p;
  p.handle = draw_name(random, 5 + static_cast<int>(random.below(6)),
                       random.chance(0.55) ? 2 + static_cast<int>(random.below(4)) : 0);
  const bool empty = random.chance(a.empty_share), busy = random.chance(a.busy_share);
  p.followers = whole(std::exp(std::log(empty ? 8 : 45) + 1.1 * random.normal()));
  p.following = whole(std::exp(std::log(busy ? 2400 : 420) + 0.6 * random.normal()));
  p.posts =
      empty ? whole(random.chance(0.7) ? 0 : 2) : whole(std::exp(std::log(a.texts ? 25 : 5) + 1.0 * random.normal()));
  p.has_avatar = !random.chance(empty ? 0.4 : 0.08);
  p.is_private = random.chance(0.25);
  p.bio = random.chance(empty ? 0.1 : 0.4) ? "new here" : "";
  return p;
}

plumb::Person draw_dormant(const Audience& a, Random& random) {
  plumb::Person p = draw_real(a, random);
  p.followers = whole(p.followers->mid() * 0.3);
  p.following = whole(p.following->mid() * 0.7);
  p.posts = whole(p.posts->mid() * 0.15);
  return p;
}

plumb::Person draw_idle(const Audience& a, Random& random) {
  plumb::Person p;
  p.handle = draw_name(random, 6 + static_cast<int>(random.below(6)),
                       random.chance(0.4) ? 1 + static_cast<int>(random.below(4)) : 0);
  p.followers = whole(std::exp(std::log(7) + 1.0 * random.normal()));
  p.following = whole(std::exp(std::log(70) + 0.9 * random.normal()));
  p.posts = whole(random.chance(0.7) ? 0 : std::exp(std::log(a.texts ? 6 : 2) + 0.6 * random.normal()));
  p.has_avatar = !random.chance(0.4);
  p.is_private = random.chance(a.is_private);
  p.bio = random.chance(0.15) ? "hello" : "";
  return p;
}

}  // namespace calibration
