// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

struct evp_pkey_st;

namespace tamga::crypto {

/// One way of signing that we accept: a kind of key, a digest, and the two object identifiers a signer may
/// write for the combination. What is in no row is refused. National algorithms are further rows, once their
/// engine is loaded.
struct SignatureScheme {
  std::string_view name;
  std::string_view key;                    ///< as the library names the kind of key
  std::array<std::string_view, 2> groups;  ///< curves; empty for keys without
  int smallest_key_bits;
  int digest;         ///< NID
  int signature;      ///< NID of "this digest with this key"
  int key_algorithm;  ///< NID of the key alone, which some programs write instead
};

/// The row that `key` signs by, with these identifiers; null when there is none.
SignatureScheme const* find_signature_scheme(evp_pkey_st* key, int digest, int signature);

}  // namespace tamga::crypto
