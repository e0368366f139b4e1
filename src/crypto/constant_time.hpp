// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/crypto.h>

#include <string_view>

namespace tamga::crypto {

/// Whether two secrets are equal, in a time that depends on their lengths alone: for tails, tokens and
/// digests.
inline bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace tamga::crypto
