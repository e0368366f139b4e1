// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crypto/serial_permutation.hpp"
#include "emission/series_desk.hpp"
#include "emission/series_entry.hpp"

namespace tamga::emission {

/// A series as one transaction sees it.
struct SeriesDesk::Counter {
  Entry* entry;
  std::int64_t next;                 ///< index of the next code
  std::int64_t version;              ///< of the row when it was read; 0: not in the table yet
  std::vector<std::int64_t> gaps{};  ///< indexes left out in this transaction
  bool guarded = false;              ///< the row is written even if the counter stands still

  [[nodiscard]] Series const& series() const { return entry->series; }
  [[nodiscard]] bool is(SeriesKind kind) const { return series().kind == kind; }
};

/// A serial or transport code brought in this transaction.
struct SeriesDesk::Brought {
  std::string serial;
  std::int64_t hash;
  ledger::SeriesNo series;
  std::int64_t index;
  ledger::SeriesNo operator_series;  ///< 0: the operator would never make this serial
  std::int64_t operator_index;
};

}  // namespace tamga::emission
