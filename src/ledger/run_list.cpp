// SPDX-License-Identifier: Apache-2.0
#include "ledger/run_list.hpp"

#include <algorithm>

namespace tamga::ledger {

void RunList::reserve(std::size_t runs) {
  if (runs <= capacity_) return;
  RunList larger;
  larger.memory_.reset(new std::byte[runs * kBytesOfRun]);
  larger.capacity_ = static_cast<std::uint16_t>(runs);
  larger.take(*this);
  *this = std::move(larger);
}

void RunList::insert(std::size_t at, CodeState const& state, std::uint16_t start) {
  CodeState const kept = state;  // perhaps one of ours
  if (size_ == capacity_) reserve(capacity_ + std::max<std::size_t>(kSpare, capacity_ / 2));
  std::size_t const behind = size_ - at;
  std::memmove(states_at() + at + 1, states_at() + at, behind * sizeof(CodeState));
  std::memmove(starts_at() + at + 1, starts_at() + at, behind * sizeof(std::uint16_t));
  states_at()[at] = kept;
  starts_at()[at] = start;
  ++size_;
}

void RunList::erase(std::size_t first, std::size_t last) {
  std::size_t const behind = size_ - last;
  std::memmove(states_at() + first, states_at() + last, behind * sizeof(CodeState));
  std::memmove(starts_at() + first, starts_at() + last, behind * sizeof(std::uint16_t));
  size_ = static_cast<std::uint16_t>(first + behind);
}

bool operator==(RunList const& a, RunList const& b) {
  return std::ranges::equal(a.starts(), b.starts()) && std::ranges::equal(a.states(), b.states());
}

}  // namespace tamga::ledger
