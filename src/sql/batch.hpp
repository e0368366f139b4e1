// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sql/value.hpp"

namespace tamga::sql {

/// Parameter rows of one statement, all equally wide. Values are borrowed until the batch has been executed;
/// a temporary string is refused by the compiler.
class Batch {
 public:
  explicit Batch(std::size_t width) : width_(width) {}

  template <class... Args>
  void add(Args&&... args) {
    static_assert((!std::is_same_v<Args, std::string> && ...), "the batch borrows: keep the string alive");
    if (sizeof...(Args) != width_) misfit_ = true;
    (values_.push_back(Value(args)), ...);
  }
  void add_row(std::span<Value const> row) {
    if (row.size() != width_) misfit_ = true;
    values_.insert(values_.end(), row.begin(), row.end());
  }
  void reserve(std::size_t rows) { values_.reserve(rows * width_); }
  void clear() {
    values_.clear();
    misfit_ = false;
  }

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t size() const { return width_ == 0 ? 0 : values_.size() / width_; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::span<Value const> row(std::size_t index) const {
    return std::span(values_).subspan(index * width_, width_);
  }
  /// False when a row was added that is narrower or wider than the rest; executing such a batch is a misuse.
  [[nodiscard]] bool rectangular() const { return !misfit_; }

 private:
  std::size_t width_;
  std::vector<Value> values_;
  bool misfit_ = false;
};

}  // namespace tamga::sql
