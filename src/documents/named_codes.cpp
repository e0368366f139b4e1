// SPDX-License-Identifier: Apache-2.0
#include "documents/named_codes.hpp"

#include <algorithm>

namespace tamga::documents {

NamedCodes::NamedCodes(Resolution const& resolution, std::span<Naming::Part const> parts,
                       std::vector<std::size_t>& repeated) {
  for (Naming::Part const& part : parts) {
    entries_.reserve(entries_.size() + part.count);
    for (std::size_t item = part.first; item < part.first + part.count; ++item)
      if (resolution.codes[item] != ledger::CodeNo()) entries_.push_back({resolution.codes[item], item});
  }
  auto const before = [](Entry const& a, Entry const& b) {
    return a.code < b.code || (a.code == b.code && a.item < b.item);
  };
  if (!std::is_sorted(entries_.begin(), entries_.end(), before))
    std::sort(entries_.begin(), entries_.end(), before);
  std::size_t kept = 0;
  for (Entry const& entry : entries_) {
    if (kept > 0 && entries_[kept - 1].code == entry.code) {
      repeated.push_back(entry.item);
      continue;
    }
    entries_[kept++] = entry;
    set_.add({entry.code, 1});
  }
  entries_.resize(kept);
}

std::vector<NamedCodes::Entry>::const_iterator NamedCodes::first_at(ledger::CodeNo code) const {
  return std::lower_bound(entries_.begin(), entries_.end(), code,
                          [](Entry const& entry, ledger::CodeNo value) { return entry.code < value; });
}

}  // namespace tamga::documents
