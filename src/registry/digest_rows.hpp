// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "crypto/sha256.hpp"
#include "sql/rows.hpp"

namespace tamga::registry {

/// A digest spread evenly: its first bytes are as good as a hash of it.
struct DigestHash {
  std::size_t operator()(crypto::Sha256 const& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
  }
};

/// A column that holds a SHA-256.
inline crypto::Sha256 digest_at(sql::Row const& row, int column) {
  crypto::Sha256 out{};
  std::string_view const bytes = row.blob(column);
  std::copy_n(bytes.begin(), std::min(bytes.size(), out.size()), out.begin());
  return out;
}

/// How long a use of a session or key goes without being written down.
inline constexpr std::int64_t kUseNotedMs = 60'000;
/// How many sessions or keys are kept in memory.
inline constexpr std::size_t kRemembered = 100'000;

}  // namespace tamga::registry
