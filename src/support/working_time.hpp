// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/time.hpp"
#include "catalogue/business_days.hpp"

namespace tamga::support {

/// When an office is open. Local time begins its days.
struct WorkingTime {
  catalogue::BusinessDays const& days;
  std::int64_t open_hour;
  std::int64_t close_hour;
  std::int64_t utc_offset_minutes;

  /// The moment by which the office has been open for so many hours since `from`. Of an office that does not
  /// open within ten years: plain hours.
  [[nodiscard]] UnixMs after(UnixMs from, std::int64_t hours) const;
};

}  // namespace tamga::support
