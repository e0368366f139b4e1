// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <set>
#include <string_view>

#include "base/time.hpp"

namespace tamga::catalogue {

inline constexpr std::array<std::string_view, 7> kWeekdayNames{"monday", "tuesday",  "wednesday", "thursday",
                                                               "friday", "saturday", "sunday"};

/// Days on which offices of a country work.
struct BusinessDays {
  std::array<bool, 7> rests{};  ///< by weekday, Monday first
  std::set<Date> holidays;

  [[nodiscard]] bool works(Date day) const;
  /// The n-th working day behind `day`: a term of n days that begins on it ends with that day.
  [[nodiscard]] Date after(Date day, std::int64_t n) const;
  /// Working days behind `from` up to and with `to`; negative when `to` is past.
  [[nodiscard]] std::int64_t between(Date from, Date to) const;
};

}  // namespace tamga::catalogue
