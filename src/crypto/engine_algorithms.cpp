// SPDX-License-Identifier: Apache-2.0
#include "crypto/engine_algorithms.hpp"

#include <openssl/engine.h>
#include <openssl/objects.h>

#include <string>

#include "crypto/openssl.hpp"

// Everything that touches OpenSSL's engines and its old key structures, which are deprecated in 3.0 and gone
// in 4.0, is in this file.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#include <openssl/ec.h>

namespace tamga::crypto {
namespace {

constexpr std::size_t kPoint = 64;

/// What stands before the 64 bytes of a point in a SubjectPublicKeyInfo of GOST R 34.10-2001 on the curve
/// CryptoPro-A (1.2.643.2.2.35.1) with its digest parameters (1.2.643.2.2.30.1).
constexpr unsigned char kGost2001Head[] = {0x30, 0x63, 0x30, 0x1C, 0x06, 0x06, 0x2A, 0x85, 0x03, 0x02,
                                           0x02, 0x13, 0x30, 0x12, 0x06, 0x07, 0x2A, 0x85, 0x03, 0x02,
                                           0x02, 0x23, 0x01, 0x06, 0x07, 0x2A, 0x85, 0x03, 0x02, 0x02,
                                           0x1E, 0x01, 0x03, 0x43, 0x00, 0x04, 0x40};

/// SEQUENCE { 1.2.860.3.15.1.1.2.1.1 }: parameter set A, the only one known to equal a set of the engine.
constexpr unsigned char kSetA[] = {0x30, 0x0C, 0x06, 0x0A, 0x2A, 0x86, 0x5C,
                                   0x03, 0x0F, 0x01, 0x01, 0x02, 0x01, 0x01};

// Kept until the process ends: OpenSSL holds no share of them.
ENGINE* gost_engine = nullptr;
ENGINE* key_engine = nullptr;
EVP_PKEY_METHOD* key_method = nullptr;
EVP_PKEY_ASN1_METHOD* key_reader = nullptr;

bool is_gost(EVP_PKEY const* key) {
  int const type = EVP_PKEY_get_base_id(key);
  return type == NID_id_GostR3410_2012_256 || type == NID_id_GostR3410_2012_512 ||
         type == NID_id_GostR3410_2001;
}

/// Reads an Uzbek key as what it is: a point of GOST R 34.10-2001. The engine checks that it is on the curve.
int decode_ozdst_key(EVP_PKEY* out, X509_PUBKEY const* in) {
  unsigned char const* bytes = nullptr;
  int size = 0;
  X509_ALGOR* algorithm = nullptr;
  if (X509_PUBKEY_get0_param(nullptr, &bytes, &size, &algorithm, in) != 1) return 0;
  constexpr int kOctetString = 2;
  if (size != kOctetString + static_cast<int>(kPoint) || bytes[0] != 0x04 || bytes[1] != kPoint) return 0;
  int type = 0;
  void const* value = nullptr;
  X509_ALGOR_get0(nullptr, &type, &value, algorithm);
  if (type != V_ASN1_SEQUENCE) return 0;
  auto const* const parameters = static_cast<ASN1_STRING const*>(value);
  std::string_view const set(reinterpret_cast<char const*>(ASN1_STRING_get0_data(parameters)),
                             static_cast<std::size_t>(ASN1_STRING_length(parameters)));
  if (set != std::string_view(reinterpret_cast<char const*>(kSetA), sizeof kSetA)) return 0;

  std::string info(reinterpret_cast<char const*>(kGost2001Head), sizeof kGost2001Head);
  info.append(reinterpret_cast<char const*>(bytes + kOctetString), kPoint);
  unsigned char const* position = bytes_of(info);
  PkeyPtr const twin(d2i_PUBKEY(nullptr, &position, static_cast<long>(info.size())));
  if (twin == nullptr) return 0;
  EC_KEY* const point = EC_KEY_dup(static_cast<EC_KEY const*>(EVP_PKEY_get0(twin.get())));
  if (EVP_PKEY_assign(out, NID_id_GostR3410_2001, point) == 1) return 1;
  EC_KEY_free(point);
  return 0;
}

template <class Method>
int offer(Method** method, int const** nids, int nid, Method* ours) {
  if (method == nullptr) {
    *nids = &ozdst_objects().key;
    return 1;
  }
  *method = nid == ozdst_objects().key ? ours : nullptr;
  return *method != nullptr ? 1 : 0;
}
int offer_key_method(ENGINE*, EVP_PKEY_METHOD** method, int const** nids, int nid) {
  return offer(method, nids, nid, key_method);
}
int offer_key_reader(ENGINE*, EVP_PKEY_ASN1_METHOD** method, int const** nids, int nid) {
  return offer(method, nids, nid, key_reader);
}

bool load_gost() {
  ENGINE* const gost = ENGINE_by_id("gost");
  if (gost == nullptr || ENGINE_init(gost) != 1) return false;
  gost_engine = gost;
  return ENGINE_set_default(
             gost, ENGINE_METHOD_DIGESTS | ENGINE_METHOD_PKEY_METHS | ENGINE_METHOD_PKEY_ASN1_METHS) == 1;
}

/// OpenSSL 3.0 asks for the reader of a key only where an engine owns the method of that key.
bool load_ozdst() {
  OzdstObjects const& ozdst = ozdst_objects();
  key_reader = EVP_PKEY_asn1_new(ozdst.key, 0, "OZDST1092-2", "O'zDSt 1092 algorithm II");
  key_method = EVP_PKEY_meth_new(ozdst.key, 0);
  key_engine = ENGINE_new();
  if (key_reader == nullptr || key_method == nullptr || key_engine == nullptr) return false;
  EVP_PKEY_asn1_set_public(key_reader, decode_ozdst_key, nullptr, nullptr, nullptr, nullptr, nullptr);
  return ENGINE_set_id(key_engine, "ozdst") == 1 && ENGINE_set_name(key_engine, "O'zDSt 1092 keys") == 1 &&
         ENGINE_set_pkey_meths(key_engine, offer_key_method) == 1 &&
         ENGINE_set_pkey_asn1_meths(key_engine, offer_key_reader) == 1 && ENGINE_init(key_engine) == 1 &&
         ENGINE_register_pkey_meths(key_engine) == 1 && ENGINE_register_pkey_asn1_meths(key_engine) == 1 &&
         EVP_add_digest_alias("md_gost94", OBJ_nid2sn(ozdst.digest)) == 1 &&
         // By its own name of the digest, or Russian signatures would be written with the Uzbek name.
         OBJ_add_sigid(ozdst.signature, ozdst.digest, NID_id_GostR3410_2001) == 1;
}

}  // namespace

OzdstObjects const& ozdst_objects() {
  static OzdstObjects const objects{OBJ_create(kOzdstKeyOid, "OZDST1092-2", "O'zDSt 1092 algorithm II"),
                                    OBJ_create("1.2.860.3.15.1.1.2.2.2.2", "OZDST1106-with-OZDST1092-2",
                                               "O'zDSt 1106 with O'zDSt 1092 algorithm II"),
                                    OBJ_create("1.2.860.3.15.1.3.2.1.1", "OZDST1106", "O'zDSt 1106")};
  return objects;
}

bool load_engine_algorithms() {
  static bool const loaded = [] {
    bool const good = load_gost() && load_ozdst();
    openssl_errors();
    return good;
  }();
  return loaded;
}

int engine_curve(EVP_PKEY const* key) {
  if (!is_gost(key)) return 0;
  auto const* const point = static_cast<EC_KEY const*>(EVP_PKEY_get0(key));
  return point == nullptr ? 0 : EC_GROUP_get_curve_name(EC_KEY_get0_group(point));
}

EVP_CIPHER const* engine_cipher(EVP_PKEY const* key) {
  return is_gost(key) && gost_engine != nullptr ? ENGINE_get_cipher(gost_engine, NID_id_Gost28147_89) : nullptr;
}

}  // namespace tamga::crypto
