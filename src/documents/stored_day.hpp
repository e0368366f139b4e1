// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.hpp"

namespace tamga::documents {

/// A day that may be unknown, as a column holds it: days since 1970-01-01, or null.
inline std::optional<std::int64_t> stored_day(std::optional<Date> const& day) {
  return day ? std::optional<std::int64_t>(day->days()) : std::nullopt;
}
inline std::optional<Date> read_day(std::optional<std::int64_t> days) {
  return days ? std::optional(Date::from_days(static_cast<std::int32_t>(*days))) : std::nullopt;
}

}  // namespace tamga::documents
