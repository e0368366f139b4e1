// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

struct evp_md_st;
struct evp_pkey_st;
struct x509_st;
struct X509_algor_st;

namespace tamga::crypto {

/// One way of signing that we accept: a kind of key, a digest, and the two object identifiers a signer may
/// write for the combination. What is in no row is refused.
struct SignatureScheme {
  std::string_view name;
  int key;                      ///< NID of the key in a certificate
  std::span<int const> curves;  ///< NIDs; empty for keys without
  int smallest_key_bits;
  int digest;           ///< NID
  int signature;        ///< NID of "this digest with this key"
  int other_signature;  ///< NID that some programs write instead: mostly of the key alone
  /// Of a signature with two numbers side by side; 0: its form has its own length. The engine itself would
  /// pass over bytes behind them.
  int signature_bytes = 0;
};

/// The row that the key of `certificate` signs by, with these identifiers; null when there is none.
SignatureScheme const* find_signature_scheme(x509_st* certificate, int digest,
                                             X509_algor_st const* signature);

/// Name of the key's algorithm, when it is unreadable because the engine of national algorithms is not
/// installed; empty otherwise.
std::string missing_engine_for(x509_st* certificate);

/// The digest that `key` signs with when nobody chooses: SHA-256, or the one its standard prescribes.
evp_md_st const* usual_digest(evp_pkey_st* key);

/// Whether the key of a certificate is of at least 112 bits, and on a curve for use if it is the engine's.
bool is_strong_key(x509_st* certificate);
/// Whether the signature on a certificate uses a digest of at least 112 bits, or the one of a national
/// standard.
bool is_strongly_signed(x509_st* certificate);
bool is_strong_digest(int digest);
/// The same for a revocation list or an answer, by the NID of its signature.
bool is_strong_signature(int signature);

}  // namespace tamga::crypto
