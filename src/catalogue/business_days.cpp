// SPDX-License-Identifier: Apache-2.0
#include "catalogue/business_days.hpp"

namespace tamga::catalogue {
namespace {

Date next(Date day) { return Date::from_days(day.days() + 1); }

/// Monday is 0; 1970-01-01 was a Thursday.
std::size_t weekday_of(Date day) { return static_cast<std::size_t>(((day.days() % 7) + 7 + 3) % 7); }

}  // namespace

bool BusinessDays::works(Date day) const { return !rests.at(weekday_of(day)) && !holidays.contains(day); }

Date BusinessDays::after(Date day, std::int64_t n) const {
  while (n > 0) {
    day = next(day);
    if (works(day)) --n;
  }
  return day;
}

std::int64_t BusinessDays::between(Date from, Date to) const {
  if (to < from) return -between(to, from);
  std::int64_t count = 0;
  while (from < to) {
    from = next(from);
    if (works(from)) ++count;
  }
  return count;
}

}  // namespace tamga::catalogue
