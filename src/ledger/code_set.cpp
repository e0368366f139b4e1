// SPDX-License-Identifier: Apache-2.0
#include "ledger/code_set.hpp"

#include <algorithm>

namespace tamga::ledger {

CodeSet CodeSet::of_sorted(std::span<CodeNo const> codes) {
  CodeSet set;
  for (CodeNo const code : codes) {
    if (!set.ranges_.empty() && code < set.ranges_.back().end()) continue;
    set.add({code, 1});
  }
  return set;
}

CodeSet CodeSet::of_ranges(std::vector<CodeRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  CodeSet set;
  for (CodeRange range : ranges) {
    if (range.count <= 0) continue;
    if (!set.ranges_.empty() && range.first < set.ranges_.back().end()) {
      CodeNo const end = std::max(range.end(), set.ranges_.back().end());
      set.ranges_.back().count = end.value() - set.ranges_.back().first.value();
      continue;
    }
    set.add(range);
  }
  return set;
}

void CodeSet::add(CodeRange range) {
  if (range.count <= 0) return;
  if (!ranges_.empty() && ranges_.back().end() == range.first)
    ranges_.back().count += range.count;
  else
    ranges_.push_back(range);
}

std::int64_t CodeSet::size() const {
  std::int64_t total = 0;
  for (auto const& range : ranges_) total += range.count;
  return total;
}

bool CodeSet::contains(CodeNo code) const {
  auto const after =
      std::upper_bound(ranges_.begin(), ranges_.end(), code,
                       [](CodeNo value, CodeRange const& range) { return value < range.first; });
  return after != ranges_.begin() && code < std::prev(after)->end();
}

CodeSet CodeSet::minus(CodeSet const& other) const {
  CodeSet result;
  auto cut = other.ranges_.begin();
  for (CodeRange range : ranges_) {
    while (cut != other.ranges_.end() && cut->end() <= range.first) ++cut;
    for (auto it = cut; it != other.ranges_.end() && it->first < range.end(); ++it) {
      if (range.first < it->first) result.add({range.first, it->first.value() - range.first.value()});
      CodeNo const next = std::min(it->end(), range.end());
      range = {next, range.end().value() - next.value()};
    }
    result.add(range);
  }
  return result;
}

CodeSet CodeSet::intersect(CodeSet const& other) const {
  CodeSet result;
  auto a = ranges_.begin();
  auto b = other.ranges_.begin();
  while (a != ranges_.end() && b != other.ranges_.end()) {
    CodeNo const first = std::max(a->first, b->first);
    CodeNo const end = std::min(a->end(), b->end());
    if (first < end) result.add({first, end.value() - first.value()});
    if (a->end() < b->end())
      ++a;
    else
      ++b;
  }
  return result;
}

CodeSet CodeSet::unite(CodeSet const& other) const {
  std::vector<CodeRange> all(ranges_);
  all.insert(all.end(), other.ranges_.begin(), other.ranges_.end());
  return of_ranges(std::move(all));
}

void CodeSet::encode(std::string& out) const {
  put_varint(out, ranges_.size());
  CodeNo end;
  for (auto const& range : ranges_) {
    put_varint(out, static_cast<std::uint64_t>(range.first.value() - end.value()));
    put_varint(out, static_cast<std::uint64_t>(range.count));
    end = range.end();
  }
}

CodeSet CodeSet::decode(ByteReader& reader) {
  CodeSet set;
  std::uint64_t const count = reader.varint();
  CodeNo end;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    CodeNo const first = end + static_cast<std::int64_t>(reader.varint());
    auto const length = static_cast<std::int64_t>(reader.varint());
    set.add({first, length});
    end = first + length;
  }
  return set;
}

}  // namespace tamga::ledger
