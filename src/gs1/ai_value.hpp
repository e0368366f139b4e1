// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::gs1 {

/// Date of AI (11), (13), (15) or (17): YYMMDD. Day 00 is the last day of the month. The century comes from
/// `current_year`: 51 or more years ahead of it is the previous century, 50 or more behind it the next (GS1
/// General Specifications 7.12). The year is an input and not the clock, so that a document means the same
/// when replayed. Errors: empty, charset, length, no such day.
Result<Date> parse_ai_date(std::string_view text, int current_year);
/// YYMMDD of a day.
std::string ai_date_text(Date date);

enum class MeasureUnit : std::uint8_t { Kilograms, Metres, Litres };

/// A weight, length or volume of AI (310n), (311n) or (335n): `digits` divided by ten to the power of
/// `decimals`.
struct Measure {
  MeasureUnit unit = MeasureUnit::Kilograms;
  std::uint32_t digits = 0;  ///< at most 999 999
  std::uint8_t decimals = 0;

  /// "1.250"
  [[nodiscard]] std::string text() const;
  friend bool operator==(Measure const&, Measure const&) = default;
};

/// From the four digits of the AI and the six of its value; nothing when the AI is no measure or the value no
/// number.
std::optional<Measure> read_measure(std::string_view ai, std::string_view value);
/// The AI and the value, ten characters: "3103001250".
std::string measure_element(Measure measure);

}  // namespace tamga::gs1
