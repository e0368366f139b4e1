// SPDX-License-Identifier: Apache-2.0
#include "shape/scalars.hpp"

#include <optional>

#include "shape/errors.hpp"
#include "shape/nearest.hpp"

namespace tamga::shape {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerDay = 86'400'000;

/// Two digits at the front of `text`, at most `max`, which are taken off it; -1 when there are none.
int take_two(std::string_view& text, int max) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return -1;
  int const value = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return value <= max ? value : -1;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text[0] != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// Milliseconds of ".250" and the like; 0 when there is no fraction.
std::optional<int> take_fraction(std::string_view& text) {
  if (!take(text, '.')) return 0;
  int milliseconds = 0;
  std::size_t digits = 0;
  for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1), ++digits)
    if (digits < 3) milliseconds = milliseconds * 10 + (text[0] - '0');
  if (digits == 0 || digits > 9) return std::nullopt;
  for (; digits < 3; ++digits) milliseconds *= 10;
  return milliseconds;
}

/// Minutes east of UTC.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  int const sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  if (sign == 0) return std::nullopt;
  int const hours = take_two(text, 23);
  if (hours < 0 || !take(text, ':')) return std::nullopt;
  int const minutes = take_two(text, 59);
  if (minutes < 0) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

std::optional<UnixMs> parse_moment(std::string_view text) {
  auto const day = Date::parse(text.substr(0, 10));
  if (!day) return std::nullopt;
  text.remove_prefix(10);
  if (!take(text, 'T')) return std::nullopt;
  int const hours = take_two(text, 23);
  if (hours < 0 || !take(text, ':')) return std::nullopt;
  int const minutes = take_two(text, 59);
  if (minutes < 0 || !take(text, ':')) return std::nullopt;
  int const seconds = take_two(text, 59);
  if (seconds < 0) return std::nullopt;
  auto const milliseconds = take_fraction(text);
  if (!milliseconds) return std::nullopt;
  auto const east = take_offset(text);
  if (!east || !text.empty()) return std::nullopt;
  return UnixMs(day->days() * kMsPerDay + (hours * 60 + minutes - *east) * kMsPerMinute + seconds * 1000 +
                *milliseconds);
}

Error bad(ErrorKind const& kind, std::string_view text) {
  return Error(kind).with("value", std::string(clip(text, 64)));
}

}  // namespace

Result<Date> Scalar<Date>::parse(std::string_view text) {
  auto const day = Date::parse(text);
  if (!day) return fail(bad(kBadDate, text));
  return *day;
}

Result<UnixMs> Scalar<UnixMs>::parse(std::string_view text) {
  auto const moment = parse_moment(text);
  if (!moment) return fail(bad(kBadMoment, text));
  return *moment;
}

}  // namespace tamga::shape
