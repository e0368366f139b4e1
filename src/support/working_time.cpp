// SPDX-License-Identifier: Apache-2.0
#include "support/working_time.hpp"

#include <algorithm>

namespace tamga::support {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr int kMostDays = 3'660;

}  // namespace

UnixMs WorkingTime::after(UnixMs from, std::int64_t hours) const {
  std::int64_t const offset = utc_offset_minutes * 60'000;
  std::int64_t const local = from.value() + offset;
  Date day = Date::of(UnixMs(local));
  std::int64_t left = hours * kHourMs;
  for (int i = 0; i < kMostDays; ++i, day = Date::from_days(day.days() + 1)) {
    if (!days.works(day)) continue;
    std::int64_t const midnight = day.days() * kDayMs;
    std::int64_t const begins = std::max(local, midnight + open_hour * kHourMs);
    std::int64_t const ends = midnight + close_hour * kHourMs;
    if (begins >= ends) continue;
    if (left <= ends - begins) return UnixMs(begins + left - offset);
    left -= ends - begins;
  }
  return UnixMs(from.value() + hours * kHourMs);
}

}  // namespace tamga::support
