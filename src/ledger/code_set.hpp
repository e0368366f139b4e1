// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/varint.hpp"
#include "ledger/code_no.hpp"

namespace tamga::ledger {

/// `count` neighbouring codes of one series, from `first` on.
struct CodeRange {
  CodeNo first;
  std::int64_t count = 0;
  [[nodiscard]] CodeNo end() const { return first + count; }
  friend bool operator==(CodeRange const&, CodeRange const&) = default;
};

/// A set of codes as ordered ranges that neither touch nor overlap: the working form of every document.
/// Its cost is in ranges, not in codes.
class CodeSet {
 public:
  CodeSet() = default;
  explicit CodeSet(CodeRange range) { add(range); }
  /// From codes in ascending order; repetitions collapse.
  static CodeSet of_sorted(std::span<CodeNo const> codes);
  /// From ranges in any order, overlapping or not.
  static CodeSet of_ranges(std::vector<CodeRange> ranges);

  /// Appends a range that begins at or after the end of the last one.
  void add(CodeRange range);

  [[nodiscard]] std::span<CodeRange const> ranges() const& { return ranges_; }
  void ranges() && = delete;  // the ranges of a temporary would dangle
  [[nodiscard]] std::int64_t size() const;
  [[nodiscard]] bool empty() const { return ranges_.empty(); }
  [[nodiscard]] bool contains(CodeNo code) const;
  [[nodiscard]] CodeSet minus(CodeSet const& other) const;
  [[nodiscard]] CodeSet intersect(CodeSet const& other) const;
  [[nodiscard]] CodeSet unite(CodeSet const& other) const;

  /// Calls `visit(block, first offset, count)` for each piece of a range that lies within one block, in
  /// order.
  template <class Visit>
  void for_each_block_piece(Visit&& visit) const {
    for (CodeRange const& range : ranges_) {
      CodeNo at = range.first;
      std::int64_t left = range.count;
      while (left > 0) {
        std::int64_t const room = kBlockSize - offset_of(at);
        std::int64_t const count = left < room ? left : room;
        visit(block_of(at), offset_of(at), static_cast<int>(count));
        at = at + count;
        left -= count;
      }
    }
  }

  /// Byte form: count, then per range the gap from the end of the previous one and the length
  /// (docs/formats/ledger.md).
  void encode(std::string& out) const;
  static CodeSet decode(ByteReader& reader);

  friend bool operator==(CodeSet const&, CodeSet const&) = default;

 private:
  std::vector<CodeRange> ranges_;
};

}  // namespace tamga::ledger
