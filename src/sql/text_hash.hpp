// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xxhash.h>

#include <cstddef>
#include <string_view>

namespace tamga::sql {

/// Prepared statements are found by their text, not by the address of it: an address may be reused, and
/// hashing a statement costs a hundredth of running it.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return XXH3_64bits(text.data(), text.size());
  }
};

/// Statements kept per connection. Programs have a few hundred; more means that text is being built at run
/// time.
inline constexpr std::size_t kMaxPreparedStatements = 1024;

}  // namespace tamga::sql
