// SPDX-License-Identifier: Apache-2.0
#include "crypto/ozdst_form.hpp"

#include <openssl/pkcs7.h>

#include <optional>

#include "crypto/der.hpp"
#include "crypto/engine_algorithms.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

using Pkcs7Ptr = OpenSslPtr<PKCS7, PKCS7_free>;

std::string object_der(ASN1_OBJECT const* object) {
  return der_of(object, [](ASN1_OBJECT const* in, unsigned char** out) { return i2d_ASN1_OBJECT(in, out); });
}

/// AlgorithmIdentifier of an Uzbek signature.
std::string signature_algorithm() {
  std::string const null("\x05\x00", 2);
  return der::wrap(der::kSequence, object_der(OBJ_nid2obj(ozdst_objects().signature)) + null);
}

std::optional<std::string> signature_over(std::string_view bytes, EVP_PKEY* key) {
  MdCtxPtr const context(EVP_MD_CTX_new());
  std::string out(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
  std::size_t size = out.size();
  if (context == nullptr ||
      EVP_DigestSignInit(context.get(), nullptr, EVP_get_digestbynid(NID_id_GostR3411_94), nullptr, key) !=
          1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes_of(bytes),
                     bytes.size()) != 1)
    return std::nullopt;
  out.resize(size);
  return out;
}

std::string bit_string(std::string_view bytes) {
  return der::wrap(der::kBitString, std::string(1, '\0').append(bytes));
}

bool rename(X509_ALGOR* algorithm, int nid) {
  return X509_ALGOR_set0(algorithm, OBJ_nid2obj(nid), V_ASN1_NULL, nullptr) == 1;
}

}  // namespace

bool has_ozdst_key(X509* certificate) {
  ASN1_OBJECT* object = nullptr;
  return X509_PUBKEY_get0_param(&object, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate)) == 1 &&
         OBJ_obj2nid(object) == ozdst_objects().key;
}

bool put_ozdst_key(X509* certificate, EVP_PKEY* key) {
  OpenSslPtr<X509_PUBKEY, X509_PUBKEY_free> plain;
  {
    X509_PUBKEY* made = nullptr;
    if (X509_PUBKEY_set(&made, key) != 1) return false;
    plain.reset(made);
  }
  unsigned char const* point = nullptr;
  int size = 0;
  ObjectPtr const set(OBJ_txt2obj(kOzdstSetAOid, 1));
  if (X509_PUBKEY_get0_param(nullptr, &point, &size, nullptr, plain.get()) != 1) return false;
  std::string const parameters = der::wrap(der::kSequence, object_der(set.get()));
  OpenSslPtr<ASN1_STRING, ASN1_STRING_free> value(ASN1_STRING_new());
  auto* const copy = static_cast<unsigned char*>(OPENSSL_memdup(point, static_cast<std::size_t>(size)));
  if (value == nullptr || copy == nullptr ||
      ASN1_STRING_set(value.get(), parameters.data(), static_cast<int>(parameters.size())) != 1 ||
      X509_PUBKEY_set0_param(X509_get_X509_PUBKEY(certificate), OBJ_nid2obj(ozdst_objects().key),
                             V_ASN1_SEQUENCE, value.get(), copy, size) != 1) {
    OPENSSL_free(copy);
    return false;
  }
  (void)value.release();
  return true;
}

std::string sign_in_ozdst_form(std::string_view signed_object, EVP_PKEY* key) {
  auto const whole = der::take(signed_object, der::kSequence);
  if (!whole) return {};
  std::string_view parts = whole->body;
  auto const statement = der::take(parts, der::kSequence);
  auto const algorithm = der::take(parts, der::kSequence);
  if (!statement || !algorithm) return {};
  // The statement names the algorithm too.
  std::string fields;
  bool named = false;
  for (std::string_view left = statement->body; !left.empty();) {
    auto const field = der::take(left);
    if (!field) return {};
    bool const here = !named && field->whole == algorithm->whole;
    fields.append(here ? signature_algorithm() : std::string(field->whole));
    named = named || here;
  }
  if (!named) return {};
  std::string const renamed = der::wrap(der::kSequence, fields);
  auto const signature = signature_over(renamed, key);
  if (!signature) return {};
  return der::wrap(der::kSequence, renamed + signature_algorithm() + bit_string(*signature));
}

std::string answer_in_ozdst_form(std::string_view basic_answer) {
  auto const whole = der::take(basic_answer, der::kSequence);
  if (!whole) return {};
  std::string_view parts = whole->body;
  auto const statement = der::take(parts, der::kSequence);
  auto const algorithm = der::take(parts, der::kSequence);
  if (!statement || !algorithm) return {};
  return der::wrap(der::kSequence,
                   std::string(statement->whole) + signature_algorithm() + std::string(parts));
}

std::string message_in_ozdst_form(std::string_view message) {
  unsigned char const* position = bytes_of(message);
  Pkcs7Ptr const pkcs7(d2i_PKCS7(nullptr, &position, static_cast<long>(message.size())));
  if (pkcs7 == nullptr || !PKCS7_type_is_signed(pkcs7.get())) return {};
  PKCS7_SIGNER_INFO* const signer = sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(pkcs7.get()), 0);
  X509_ALGOR* const digest = sk_X509_ALGOR_value(pkcs7->d.sign->md_algs, 0);
  OzdstObjects const& ozdst = ozdst_objects();
  if (signer == nullptr || digest == nullptr || !rename(digest, ozdst.digest) ||
      !rename(signer->digest_alg, ozdst.digest) || !rename(signer->digest_enc_alg, ozdst.signature))
    return {};
  return der_of(pkcs7.get(), [](PKCS7 const* in, unsigned char** out) { return i2d_PKCS7(in, out); });
}

}  // namespace tamga::crypto
