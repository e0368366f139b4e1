// SPDX-License-Identifier: Apache-2.0
#include "gs1/ai_value.hpp"

#include <array>
#include <cassert>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kDateSize = 6;
constexpr std::size_t kMeasureSize = 6;
constexpr int kMaxDecimals = 5;

struct MeasureRow {
  std::string_view ai;
  MeasureUnit unit;
};
constexpr std::array<MeasureRow, 3> kMeasures{
    {{"310", MeasureUnit::Kilograms}, {"311", MeasureUnit::Metres}, {"335", MeasureUnit::Litres}}};

int full_year(int two_digits, int current_year) {
  int const century = current_year / 100 * 100;
  int const difference = two_digits - current_year % 100;
  if (difference >= 51) return century - 100 + two_digits;
  if (difference <= -50) return century + 100 + two_digits;
  return century + two_digits;
}

std::optional<Date> last_day_of_month(int year, int month) {
  for (int day = 31; day >= 28; --day) {
    if (auto const date = Date::of(year, month, day)) return date;
  }
  return std::nullopt;
}

}  // namespace

Result<Date> parse_ai_date(std::string_view text, int current_year) {
  if (text.empty()) return fail(kIdentifierEmpty);
  if (auto const position = first_outside(kDigit, text)) {
    return fail(Error(kAiDateCharset).with("position", std::to_string(position)));
  }
  if (text.size() != kDateSize) return fail(Error(kAiDateLength).with("length", std::to_string(text.size())));
  auto const part = [&](std::size_t at) { return static_cast<int>(read_digits(text.substr(at, 2))); };
  int const year = full_year(part(0), current_year);
  auto const date = part(4) == 0 ? last_day_of_month(year, part(2)) : Date::of(year, part(2), part(4));
  if (!date) return fail(Error(kAiDateUnreal).with("value", std::string(text)));
  return *date;
}

std::string ai_date_text(Date date) {
  std::string const iso = date.text();  // YYYY-MM-DD
  return iso.substr(2, 2) + iso.substr(5, 2) + iso.substr(8, 2);
}

std::string Measure::text() const {
  std::array<char, kMeasureSize> six;
  write_digits(six.data(), six.size(), digits);
  std::string out(six.data(), six.size());
  if (decimals > 0) out.insert(out.size() - decimals, ".");
  auto const first = out.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  return out[first] == '.' ? out.substr(first - 1) : out.substr(first);
}

std::optional<Measure> read_measure(std::string_view ai, std::string_view value) {
  if (ai.size() != 4 || ai[3] < '0' || ai[3] > '0' + kMaxDecimals) return std::nullopt;
  if (value.size() != kMeasureSize || !all(kDigit, value)) return std::nullopt;
  for (auto const& row : kMeasures) {
    if (ai.substr(0, 3) == row.ai) {
      return Measure{row.unit, static_cast<std::uint32_t>(read_digits(value)),
                     static_cast<std::uint8_t>(ai[3] - '0')};
    }
  }
  return std::nullopt;
}

std::string measure_element(Measure measure) {
  assert(measure.digits <= 999'999 && measure.decimals <= kMaxDecimals);
  for (auto const& row : kMeasures) {
    if (row.unit != measure.unit) continue;
    std::array<char, 4 + kMeasureSize> element{row.ai[0], row.ai[1], row.ai[2],
                                               static_cast<char>('0' + measure.decimals)};
    write_digits(element.data() + 4, kMeasureSize, measure.digits);
    return {element.data(), element.size()};
  }
  return {};
}

}  // namespace tamga::gs1
