// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace tamga {

/// Milliseconds since 1970-01-01T00:00:00Z.
using UnixMs = Id<struct UnixMsTag, std::int64_t>;

/// A calendar day of the proleptic Gregorian calendar; only real days can be built.
class Date {
 public:
  /// The day, or nothing when it does not exist (31 April).
  static std::optional<Date> of(int year, int month, int day);
  /// Reads YYYY-MM-DD and nothing else.
  static std::optional<Date> parse(std::string_view text);
  /// The day in UTC in which the moment lies.
  static Date of(UnixMs moment);
  /// Days since 1970-01-01; this is the stored form.
  static Date from_days(std::int32_t days) { return Date(days); }

  [[nodiscard]] std::int32_t days() const { return days_; }
  [[nodiscard]] std::string text() const;
  friend auto operator<=>(Date const&, Date const&) = default;

 private:
  explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_;
};

/// 2026-03-01T09:15:00.250Z: the only form of a moment on the wire.
std::string rfc3339(UnixMs moment);

/// Where the program learns what time it is. Tests turn the hands themselves. Safe from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual UnixMs now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override;
};

}  // namespace tamga
