// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <fmt/format.h>

#include <chrono>

namespace tamga {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - ((a % b != 0) && ((a < 0) != (b < 0)) ? 1 : 0);
}

constexpr std::int64_t kMsPerDay = 86'400'000;

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  auto const ymd = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                   std::chrono::day(static_cast<unsigned>(day));
  if (month < 1 || day < 1 || !ymd.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4));
  auto const month = digits(text.substr(5, 2));
  auto const day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return of(*year, *month, *day);
}

Date Date::of(UnixMs moment) { return Date(static_cast<std::int32_t>(floor_div(moment.value(), kMsPerDay))); }

std::string Date::text() const {
  std::chrono::year_month_day const ymd{std::chrono::sys_days{std::chrono::days{days_}}};
  std::string out = "0000-00-00";
  auto const put = [&out](int number, std::size_t last, int count) {
    for (std::size_t at = last; count > 0; --count, number /= 10)
      out[at--] = static_cast<char>('0' + number % 10);
  };
  put(static_cast<int>(ymd.year()), 3, 4);
  put(static_cast<int>(static_cast<unsigned>(ymd.month())), 6, 2);
  put(static_cast<int>(static_cast<unsigned>(ymd.day())), 9, 2);
  return out;
}

std::string rfc3339(UnixMs moment) {
  std::int64_t const in_day = moment.value() - floor_div(moment.value(), kMsPerDay) * kMsPerDay;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Date::of(moment).text(), in_day / 3'600'000,
                     in_day / 60'000 % 60, in_day / 1000 % 60, in_day % 1000);
}

UnixMs SystemClock::now() const {
  auto const since = std::chrono::system_clock::now().time_since_epoch();
  return UnixMs(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace tamga
