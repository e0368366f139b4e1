// SPDX-License-Identifier: Apache-2.0
#include "runner/verbs.hpp"

#include <fmt/format.h>
#include <charconv>

#include "runner/script.hpp"

namespace tamga::scenario {

Person& Act::somebody(char const* place) const {
  Person* one = stage.person(match[place]);
  if (!one) throw Mistake("only somebody with a name can do this");
  return *one;
}

std::int64_t Act::number(char const* place) const {
  std::string const text = match[place];
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) throw Mistake("no number: " + text);
  return value;
}

UnixMs Act::signing_time() const {
  constexpr std::int64_t kSixMinutes = 6 * 60'000;
  return UnixMs(stage.clock().now().value() - (how.long_ago ? kSixMinutes : 0));
}

std::string Act::date(char const* place) const {
  static Pattern const in("in {n} days|day");
  static Pattern const ago("{n} days|day ago");
  std::string const text = match[place];
  auto const after = [&](std::int64_t days) {
    return Date::from_days(stage.today().days() + static_cast<std::int32_t>(days)).text();
  };
  if (text == "today") return after(0);
  if (text == "tomorrow") return after(1);
  if (text == "yesterday") return after(-1);
  if (auto const found = in.match(text)) return after(std::stoll((*found)["n"]));
  if (auto const found = ago.match(text)) return after(-std::stoll((*found)["n"]));
  if (Date::parse(text)) return text;
  throw Mistake("no day: " + text);
}

}  // namespace tamga::scenario
