// SPDX-License-Identifier: Apache-2.0
#include "crypto/signature_scheme.hpp"

#include <openssl/obj_mac.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <vector>

#include "crypto/engine_algorithms.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

constexpr int kStrongBits = 112;

constexpr std::array kCurves{NID_X9_62_prime256v1, NID_secp384r1};
constexpr std::array kGost256{
    NID_id_GostR3410_2001_CryptoPro_A_ParamSet,    NID_id_GostR3410_2001_CryptoPro_B_ParamSet,
    NID_id_GostR3410_2001_CryptoPro_C_ParamSet,    NID_id_GostR3410_2001_CryptoPro_XchA_ParamSet,
    NID_id_GostR3410_2001_CryptoPro_XchB_ParamSet, NID_id_tc26_gost_3410_2012_256_paramSetA,
    NID_id_tc26_gost_3410_2012_256_paramSetB,      NID_id_tc26_gost_3410_2012_256_paramSetC,
    NID_id_tc26_gost_3410_2012_256_paramSetD};
constexpr std::array kGost512{NID_id_tc26_gost_3410_2012_512_paramSetA,
                              NID_id_tc26_gost_3410_2012_512_paramSetB,
                              NID_id_tc26_gost_3410_2012_512_paramSetC};
constexpr std::array kOzdstSetA{NID_id_GostR3410_2001_CryptoPro_A_ParamSet};

std::vector<SignatureScheme> all_schemes() {
  OzdstObjects const& ozdst = ozdst_objects();
  constexpr int kEc = NID_X9_62_id_ecPublicKey;
  constexpr int kRsa = NID_rsaEncryption;
  constexpr int kPss = NID_rsassaPss;
  return {
      {"ecdsa-sha256", kEc, kCurves, 256, NID_sha256, NID_ecdsa_with_SHA256, kEc},
      {"ecdsa-sha384", kEc, kCurves, 256, NID_sha384, NID_ecdsa_with_SHA384, kEc},
      {"ecdsa-sha512", kEc, kCurves, 256, NID_sha512, NID_ecdsa_with_SHA512, kEc},
      {"rsa-sha256", kRsa, {}, 2048, NID_sha256, NID_sha256WithRSAEncryption, kRsa},
      {"rsa-sha384", kRsa, {}, 2048, NID_sha384, NID_sha384WithRSAEncryption, kRsa},
      {"rsa-sha512", kRsa, {}, 2048, NID_sha512, NID_sha512WithRSAEncryption, kRsa},
      {"rsa-pss-sha256", kRsa, {}, 2048, NID_sha256, kPss, kPss},
      {"rsa-pss-sha384", kRsa, {}, 2048, NID_sha384, kPss, kPss},
      {"rsa-pss-sha512", kRsa, {}, 2048, NID_sha512, kPss, kPss},
      {"gost2012-256", NID_id_GostR3410_2012_256, kGost256, 256, NID_id_GostR3411_2012_256,
       NID_id_tc26_signwithdigest_gost3410_2012_256, NID_id_GostR3410_2012_256, 64},
      {"gost2012-512", NID_id_GostR3410_2012_512, kGost512, 512, NID_id_GostR3411_2012_512,
       NID_id_tc26_signwithdigest_gost3410_2012_512, NID_id_GostR3410_2012_512, 128},
      {"gost2001", NID_id_GostR3410_2001, kGost256, 256, NID_id_GostR3411_94,
       NID_id_GostR3411_94_with_GostR3410_2001, NID_id_GostR3410_2001, 64},
      {"ozdst1092-2", ozdst.key, kOzdstSetA, 256, ozdst.digest, ozdst.signature, ozdst.key, 64},
  };
}

std::vector<SignatureScheme> const& schemes() {
  static std::vector<SignatureScheme> const all = all_schemes();
  return all;
}

/// NID of the algorithm that a certificate names for its key, readable or not.
int key_algorithm(X509* certificate) {
  ASN1_OBJECT* object = nullptr;
  if (X509_PUBKEY_get0_param(&object, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate)) != 1)
    return NID_undef;
  return OBJ_obj2nid(object);
}

int curve_of(EVP_PKEY* key) {
  if (int const curve = engine_curve(key)) return curve;
  std::array<char, 64> name{};
  std::size_t size = 0;
  if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) != 1) return NID_undef;
  return OBJ_sn2nid(name.data());
}

/// RSA-PSS names its second digest in parameters; anything but the first one again, and the default (SHA-1),
/// is somebody's mistake.
bool masks_with(X509_ALGOR const* signature, int digest) {
  int type = 0;
  void const* value = nullptr;
  X509_ALGOR_get0(nullptr, &type, &value, signature);
  if (type != V_ASN1_SEQUENCE) return false;
  OpenSslPtr<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free> const parameters(static_cast<RSA_PSS_PARAMS*>(
      ASN1_item_unpack(static_cast<ASN1_STRING const*>(value), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
  if (parameters == nullptr || parameters->hashAlgorithm == nullptr ||
      parameters->maskGenAlgorithm == nullptr || parameters->maskGenAlgorithm->parameter == nullptr ||
      parameters->maskGenAlgorithm->parameter->type != V_ASN1_SEQUENCE ||
      OBJ_obj2nid(parameters->maskGenAlgorithm->algorithm) != NID_mgf1)
    return false;
  OpenSslPtr<X509_ALGOR, X509_ALGOR_free> const mask(static_cast<X509_ALGOR*>(
      ASN1_item_unpack(parameters->maskGenAlgorithm->parameter->value.sequence, ASN1_ITEM_rptr(X509_ALGOR))));
  return mask != nullptr && OBJ_obj2nid(mask->algorithm) == digest &&
         OBJ_obj2nid(parameters->hashAlgorithm->algorithm) == digest;
}

bool fits(SignatureScheme const& scheme, X509* certificate, X509_ALGOR const* signature) {
  EVP_PKEY* const key = X509_get0_pubkey(certificate);
  if (key == nullptr || EVP_PKEY_get_bits(key) < scheme.smallest_key_bits) return false;
  if (scheme.signature == NID_rsassaPss && !masks_with(signature, scheme.digest)) return false;
  return scheme.curves.empty() || std::ranges::find(scheme.curves, curve_of(key)) != scheme.curves.end();
}

}  // namespace

SignatureScheme const* find_signature_scheme(X509* certificate, int digest, X509_ALGOR const* signature) {
  int const named = OBJ_obj2nid(signature->algorithm);
  int const key = key_algorithm(certificate);
  for (SignatureScheme const& scheme : schemes())
    if (scheme.key == key && scheme.digest == digest &&
        (scheme.signature == named || scheme.other_signature == named) &&
        fits(scheme, certificate, signature))
      return &scheme;
  return nullptr;
}

std::string missing_engine_for(X509* certificate) {
  int const key = key_algorithm(certificate);
  bool const needs_engine = key == NID_id_GostR3410_2012_256 || key == NID_id_GostR3410_2012_512 ||
                            key == NID_id_GostR3410_2001 || key == ozdst_objects().key;
  return needs_engine && !load_engine_algorithms() ? OBJ_nid2ln(key) : std::string();
}

EVP_MD const* usual_digest(EVP_PKEY* key) {
  int digest = NID_undef;
  if (engine_curve(key) == 0 || EVP_PKEY_get_default_digest_nid(key, &digest) <= 0) return EVP_sha256();
  return EVP_get_digestbynid(digest);
}

bool is_strong_key(X509* certificate) {
  EVP_PKEY* const key = X509_get0_pubkey(certificate);
  if (key == nullptr) return false;
  if (int const curve = engine_curve(key))
    return std::ranges::find(kGost256, curve) != kGost256.end() ||
           std::ranges::find(kGost512, curve) != kGost512.end();
  return EVP_PKEY_get_security_bits(key) >= kStrongBits;
}

bool is_strongly_signed(X509* certificate) {
  int digest = NID_undef;
  int bits = 0;
  if (X509_get_signature_info(certificate, &digest, nullptr, &bits, nullptr) != 1) return false;
  return bits >= kStrongBits || digest == NID_id_GostR3411_94;
}

bool is_strong_digest(int digest) {
  constexpr int kBitsPerByte = 4;  // against collisions
  EVP_MD const* const known = EVP_get_digestbynid(digest);
  return digest == NID_id_GostR3411_94 ||
         (known != nullptr && EVP_MD_get_size(known) * kBitsPerByte >= kStrongBits);
}

bool is_strong_signature(int signature) {
  int digest = NID_undef;
  return OBJ_find_sigid_algs(signature, &digest, nullptr) == 1 && is_strong_digest(digest);
}

}  // namespace tamga::crypto
