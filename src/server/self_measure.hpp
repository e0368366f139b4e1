// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"

namespace tamga::server {

struct MeasureOptions {
  std::filesystem::path spec;
  std::string country = "ru";
  std::string store;  ///< empty: SQLite in a folder that is removed afterwards
  std::int64_t codes = 100'000;
  std::int64_t receipts = 5'000;
  int clients = 16;  ///< that check and sell at the same time
};

/// What this machine and its disk give: a sandbox is started, the first product of the country that is a
/// consumer pack goes from order to receipt over HTTP as a participant would do it, signatures included, and
/// each step is timed. Numbers of one run, for comparing machines and settings; comparisons with other
/// systems are in bench/. Gives a table. Errors: whatever the system answers when a step fails
/// (MEASUREMENT_FAILED).
Result<std::string> measure(MeasureOptions const& options, Rng& rng);

}  // namespace tamga::server
