// SPDX-License-Identifier: Apache-2.0
#include "mail/backoff.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace tamga::mail {

std::optional<std::chrono::milliseconds> Backoff::after(int failed, Rng& rng) const {
  if (failed >= tries) return std::nullopt;
  std::chrono::milliseconds wait = first;
  for (int i = 1; i < failed && wait < longest; ++i) wait *= 2;
  wait = std::min(wait, longest);
  std::array<std::byte, 4> bytes{};
  rng.fill(bytes);
  std::uint32_t chance = 0;
  std::memcpy(&chance, bytes.data(), sizeof chance);
  std::int64_t const quarter = wait.count() / 4;
  return wait - std::chrono::milliseconds(quarter) +
         std::chrono::milliseconds(static_cast<std::int64_t>(chance) % (2 * quarter + 1));
}

}  // namespace tamga::mail
