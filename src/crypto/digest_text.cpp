// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest_text.hpp"

#include <algorithm>
#include <charconv>

namespace tamga::crypto {

Sha256 digest_of(std::string_view bytes) {
  Sha256 digest{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
  return digest;
}

std::optional<Sha256> from_hex(std::string_view text) {
  Sha256 digest{};
  if (text.size() != digest.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    auto const [end, error] = std::from_chars(text.data() + 2 * i, text.data() + 2 * i + 2, digest[i], 16);
    if (error != std::errc() || end != text.data() + 2 * i + 2) return std::nullopt;
  }
  return digest;
}

}  // namespace tamga::crypto
