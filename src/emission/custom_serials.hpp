// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "emission/series.hpp"
#include "sql/connection.hpp"

namespace tamga::emission {

/// Column `hash` of custom_serial: XXH3 of the text, by which rows are found and spread over machines.
std::int64_t serial_hash(std::string_view serial);

/// One question: which index of that series has this text, brought by a participant?
struct CustomKey {
  ledger::SeriesNo series;
  std::string_view serial;
};
inline constexpr std::int64_t kNotBrought = -1;

/// Answers all questions with few statements; `out[i]` is an index or `kNotBrought`.
Result<void> find_custom(sql::Connection& connection, std::span<CustomKey const> keys,
                         std::span<std::int64_t> out);

/// Writes the serials of indexes [first, first + count), each as long as the series' serials are, `stride`
/// bytes apart. Errors: LEDGER_DAMAGED when one is not there.
Result<void> read_custom(sql::Connection& connection, Series const& series, std::int64_t first,
                         std::int64_t count, char* out, std::size_t stride);

}  // namespace tamga::emission
