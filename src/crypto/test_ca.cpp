// SPDX-License-Identifier: Apache-2.0
#include "crypto/test_ca.hpp"

#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/ozdst_form.hpp"
#include "crypto/signature_scheme.hpp"
#include "crypto/subject_fields.hpp"

namespace tamga::crypto {
namespace {

tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

EVP_PKEY* generate_by_engine(int algorithm, char const* curve) {
  if (!load_engine_algorithms()) return nullptr;
  PkeyCtxPtr const context(EVP_PKEY_CTX_new_id(algorithm, nullptr));
  EVP_PKEY* key = nullptr;
  if (context == nullptr || EVP_PKEY_keygen_init(context.get()) != 1 ||
      EVP_PKEY_CTX_ctrl_str(context.get(), "paramset", curve) != 1 ||
      EVP_PKEY_keygen(context.get(), &key) != 1)
    return nullptr;
  return key;
}

EVP_PKEY* generate(KeyAlgorithm algorithm) {
  switch (algorithm) {
    case KeyAlgorithm::P256:
      return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    case KeyAlgorithm::P384:
      return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384");
    case KeyAlgorithm::Rsa1024:
      return EVP_RSA_gen(1024U);
    case KeyAlgorithm::Rsa2048:
      return EVP_RSA_gen(2048U);
    case KeyAlgorithm::Rsa3072:
      return EVP_RSA_gen(3072U);
    case KeyAlgorithm::Gost256:
      return generate_by_engine(NID_id_GostR3410_2012_256, "TCB");
    case KeyAlgorithm::Gost512:
      return generate_by_engine(NID_id_GostR3410_2012_512, "A");
    case KeyAlgorithm::Gost2001:
    case KeyAlgorithm::Ozdst:
      return generate_by_engine(NID_id_GostR3410_2001, "A");
  }
  return nullptr;
}

struct Extensions {
  char const* basic_constraints;
  char const* key_usage;
  char const* extended;  ///< null: none
};

Extensions extensions_of(CertificateUse use) {
  switch (use) {
    case CertificateUse::Authority:
      return {"critical,CA:TRUE", "critical,keyCertSign,cRLSign", nullptr};
    case CertificateUse::Encipherment:
      return {"critical,CA:FALSE", "critical,keyEncipherment", nullptr};
    case CertificateUse::TimeStamps:
      return {"critical,CA:FALSE", "critical,digitalSignature", "critical,timeStamping"};
    case CertificateUse::StatusAnswers:
      return {"critical,CA:FALSE", "critical,digitalSignature", "OCSPSigning"};
    case CertificateUse::Documents:
      break;
  }
  return {"critical,CA:FALSE", "critical,digitalSignature,nonRepudiation", nullptr};
}

bool set_subject(X509_NAME* name, Subject const& subject) {
  for (SubjectField const& field : kSubjectFields) {
    std::string const& value = subject.*field.member;
    if (value.empty()) continue;
    ObjectPtr const object(OBJ_txt2obj(field.oid, 1));
    if (X509_NAME_add_entry_by_OBJ(name, object.get(), MBSTRING_UTF8, bytes_of(value),
                                   static_cast<int>(value.size()), -1, 0) != 1)
      return false;
  }
  return true;
}

bool add_extension(X509* x509, X509* issuer, int nid, char const* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
  OpenSslPtr<X509_EXTENSION, X509_EXTENSION_free> const extension(
      X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  return extension != nullptr && X509_add_ext(x509, extension.get(), -1) == 1;
}

bool set_moment(ASN1_TIME* time, UnixMs moment) {
  return ASN1_TIME_set(time, static_cast<time_t>(moment.value() / 1000)) != nullptr;
}

bool add_extensions(X509* x509, X509* issuer, CertificateOrder const& order, bool is_root) {
  Extensions const wanted = extensions_of(order.use);
  auto const add = [&](int nid, std::string const& value) {
    return value.empty() || add_extension(x509, issuer, nid, value.c_str());
  };
  auto const with = [](char const* prefix, std::string const& url) {
    return url.empty() ? std::string() : prefix + url;
  };
  return add(NID_basic_constraints, wanted.basic_constraints) && add(NID_key_usage, wanted.key_usage) &&
         add(NID_ext_key_usage, wanted.extended == nullptr ? "" : wanted.extended) &&
         add(NID_subject_key_identifier, "hash") &&
         add(NID_authority_key_identifier, is_root ? "" : "keyid:always") &&
         add(NID_crl_distribution_points, with("URI:", order.list_url)) &&
         add(NID_info_access, with("OCSP;URI:", order.answer_url));
}

/// For whoever holds `key`, of which only the public half is looked at. `issuer` null: self-signed.
Result<Certificate> certificate_for(EVP_PKEY* key, CertificateOrder const& order,
                                    SigningIdentity const* issuer) {
  X509Ptr const x509(X509_new());
  BignumPtr const serial(BN_new());
  if (x509 == nullptr || serial == nullptr) return broken();
  X509* const signer = issuer == nullptr ? x509.get() : issuer->certificate().get();
  EVP_PKEY* const signer_key = issuer == nullptr ? key : issuer->key();
  bool const good = X509_set_version(x509.get(), X509_VERSION_3) == 1 &&
                    BN_rand(serial.get(), 120, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
                    BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(x509.get())) != nullptr &&
                    set_moment(X509_getm_notBefore(x509.get()), order.not_before) &&
                    set_moment(X509_getm_notAfter(x509.get()), order.not_after) &&
                    set_subject(X509_get_subject_name(x509.get()), order.subject) &&
                    X509_set_issuer_name(x509.get(), X509_get_subject_name(signer)) == 1 &&
                    X509_set_pubkey(x509.get(), key) == 1 &&
                    (order.key != KeyAlgorithm::Ozdst || put_ozdst_key(x509.get(), key)) &&
                    add_extensions(x509.get(), signer, order, issuer == nullptr) &&
                    X509_sign(x509.get(), signer_key, usual_digest(signer_key)) > 0;
  if (!good) return broken();
  std::string der = der_of(x509.get(), [](X509 const* in, unsigned char** out) { return i2d_X509(in, out); });
  if (has_ozdst_key(signer)) der = sign_in_ozdst_form(der, signer_key);
  return Certificate::from_der(der);
}

/// `issuer` null: self-signed.
Result<SigningIdentity> make(CertificateOrder const& order, SigningIdentity const* issuer) {
  std::shared_ptr<EVP_PKEY> key(generate(order.key), EVP_PKEY_free);
  if (key == nullptr && order.key >= KeyAlgorithm::Gost256 && !load_engine_algorithms())
    return fail(Error(kSignatureEngineMissing).with("algorithm", "GOST R 34.10, O'zDSt 1092"));
  if (key == nullptr) return broken();
  TAMGA_ASSIGN(certificate, certificate_for(key.get(), order, issuer));
  std::vector<Certificate> chain;
  bool const issuer_is_root = issuer == nullptr || X509_self_signed(issuer->certificate().get(), 0) == 1;
  if (!issuer_is_root) {
    chain = issuer->chain();
    chain.insert(chain.begin(), issuer->certificate());
  }
  return SigningIdentity(certificate, std::move(key), std::move(chain));
}

}  // namespace

Result<TestCa> TestCa::create(std::string const& name, UnixMs not_before, UnixMs not_after,
                              KeyAlgorithm key) {
  CertificateOrder order;
  order.subject.common_name = name;
  order.not_before = not_before;
  order.not_after = not_after;
  order.key = key;
  order.use = CertificateUse::Authority;
  TAMGA_ASSIGN(identity, make(order, nullptr));
  return TestCa(identity);
}

KeyAlgorithm TestCa::key() const {
  if (has_ozdst_key(root().get())) return KeyAlgorithm::Ozdst;
  constexpr int kWideCurve = 384;
  constexpr int kWideModulus = 3072;
  int const bits = EVP_PKEY_get_bits(identity_.key());
  switch (EVP_PKEY_get_base_id(identity_.key())) {
    case NID_id_GostR3410_2012_256:
      return KeyAlgorithm::Gost256;
    case NID_id_GostR3410_2012_512:
      return KeyAlgorithm::Gost512;
    case NID_id_GostR3410_2001:
      return KeyAlgorithm::Gost2001;
    case EVP_PKEY_RSA:
      return bits >= kWideModulus ? KeyAlgorithm::Rsa3072 : KeyAlgorithm::Rsa2048;
    default:
      return bits >= kWideCurve ? KeyAlgorithm::P384 : KeyAlgorithm::P256;
  }
}

Result<SigningIdentity> TestCa::issue(CertificateOrder const& order) const { return make(order, &identity_); }

Result<Certificate> TestCa::certify(CertificateOrder const& order, std::string_view public_key) const {
  constexpr int kModulusMin = 2048;
  auto const* at = bytes_of(public_key);
  std::shared_ptr<EVP_PKEY> const key(d2i_PUBKEY(nullptr, &at, static_cast<long>(public_key.size())),
                                      EVP_PKEY_free);
  if (key == nullptr || at != bytes_of(public_key) + public_key.size()) return broken();
  int const kind = EVP_PKEY_get_base_id(key.get());
  int const bits = EVP_PKEY_get_bits(key.get());
  if (!(kind == EVP_PKEY_EC && (bits == 256 || bits == 384)) &&
      !(kind == EVP_PKEY_RSA && bits >= kModulusMin && bits <= 2 * kModulusMin))
    return fail(Error(kCryptoFailed).log("this kind of key may not sign"));
  return certificate_for(key.get(), order, &identity_);
}

Subject uzbek_subject(std::string organization, std::string person, std::string stir, std::string pinfl) {
  Subject subject;
  subject.common_name = std::move(person);
  subject.organization = std::move(organization);
  subject.title = "director";
  subject.stir = std::move(stir);
  subject.pinfl = std::move(pinfl);
  return subject;
}

Subject russian_subject(std::string organization, std::string person, std::string inn_le, std::string ogrn,
                        std::string inn) {
  Subject subject;
  subject.common_name = organization;
  subject.organization = std::move(organization);
  subject.surname = std::move(person);
  subject.title = "director";
  subject.inn_le = std::move(inn_le);
  subject.ogrn = std::move(ogrn);
  subject.inn = std::move(inn);
  return subject;
}

}  // namespace tamga::crypto
