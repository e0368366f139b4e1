// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "crypto/sha256.hpp"

namespace tamga::crypto {

/// The digest of stored bytes; what is missing is zero.
Sha256 digest_of(std::string_view bytes);
/// The digest behind 64 hexadecimal digits; nothing for every other text.
std::optional<Sha256> from_hex(std::string_view text);

}  // namespace tamga::crypto
