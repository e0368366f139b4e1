// SPDX-License-Identifier: Apache-2.0
#include "crypto/signature_scheme.hpp"

#include <openssl/evp.h>
#include <openssl/obj_mac.h>

#include <algorithm>

namespace tamga::crypto {
namespace {

constexpr std::array<std::string_view, 2> kCurves{"prime256v1", "secp384r1"};

constexpr std::array kSchemes{
    SignatureScheme{"ecdsa-sha256", "EC", kCurves, 256, NID_sha256, NID_ecdsa_with_SHA256,
                    NID_X9_62_id_ecPublicKey},
    SignatureScheme{"ecdsa-sha384", "EC", kCurves, 256, NID_sha384, NID_ecdsa_with_SHA384,
                    NID_X9_62_id_ecPublicKey},
    SignatureScheme{"ecdsa-sha512", "EC", kCurves, 256, NID_sha512, NID_ecdsa_with_SHA512,
                    NID_X9_62_id_ecPublicKey},
    SignatureScheme{
        "rsa-sha256", "RSA", {}, 2048, NID_sha256, NID_sha256WithRSAEncryption, NID_rsaEncryption},
    SignatureScheme{
        "rsa-sha384", "RSA", {}, 2048, NID_sha384, NID_sha384WithRSAEncryption, NID_rsaEncryption},
    SignatureScheme{
        "rsa-sha512", "RSA", {}, 2048, NID_sha512, NID_sha512WithRSAEncryption, NID_rsaEncryption},
};

std::string_view group_of(EVP_PKEY* key, std::array<char, 64>& buffer) {
  std::size_t size = 0;
  if (EVP_PKEY_get_group_name(key, buffer.data(), buffer.size(), &size) != 1) return {};
  return {buffer.data(), size};
}

}  // namespace

SignatureScheme const* find_signature_scheme(EVP_PKEY* key, int digest, int signature) {
  for (SignatureScheme const& scheme : kSchemes) {
    if (scheme.digest != digest || (scheme.signature != signature && scheme.key_algorithm != signature))
      continue;
    if (EVP_PKEY_is_a(key, scheme.key.data()) != 1 || EVP_PKEY_get_bits(key) < scheme.smallest_key_bits)
      continue;
    if (!scheme.groups[0].empty()) {
      std::array<char, 64> buffer{};
      if (std::ranges::find(scheme.groups, group_of(key, buffer)) == scheme.groups.end()) continue;
    }
    return &scheme;
  }
  return nullptr;
}

}  // namespace tamga::crypto
