// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "base/time.hpp"

namespace tamga::country {

/// A rule as the law gives it: a row of values, each in force from its day until the next begins. Rows are
/// never edited in place, so that a document is judged by the rules of the day it was received.
template <class T>
class Dated {
 public:
  struct Row {
    Date effective_from;
    T value;
  };

  Dated() = default;
  /// The caller has made sure that no two rows begin on the same day.
  explicit Dated(std::vector<Row> rows) : rows_(std::move(rows)) {
    std::sort(rows_.begin(), rows_.end(),
              [](Row const& a, Row const& b) { return a.effective_from < b.effective_from; });
  }

  /// The value of that day; nothing before the first row begins.
  [[nodiscard]] T const* in_force(Date day) const {
    auto const next = std::upper_bound(rows_.begin(), rows_.end(), day,
                                       [](Date at, Row const& row) { return at < row.effective_from; });
    return next == rows_.begin() ? nullptr : &std::prev(next)->value;
  }
  [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
};

}  // namespace tamga::country
