// SPDX-License-Identifier: Apache-2.0
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/ozdst_form.hpp"
#include "crypto/signature_scheme.hpp"
#include "crypto/test_ca.hpp"

namespace tamga::crypto {
namespace {

using AnswerPtr = OpenSslPtr<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicPtr = OpenSslPtr<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using IntegerPtr = OpenSslPtr<ASN1_INTEGER, ASN1_INTEGER_free>;
using ListPtr = OpenSslPtr<X509_CRL, X509_CRL_free>;
using RequestPtr = OpenSslPtr<OCSP_REQUEST, OCSP_REQUEST_free>;
using RevokedPtr = OpenSslPtr<X509_REVOKED, X509_REVOKED_free>;

tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

TimePtr time_of(UnixMs moment) {
  return TimePtr(ASN1_TIME_set(nullptr, static_cast<time_t>(moment.value() / 1000)));
}

IntegerPtr integer_of(std::string const& hex) {
  BIGNUM* number = nullptr;
  BN_hex2bn(&number, hex.c_str());
  BignumPtr const owned(number);
  return IntegerPtr(BN_to_ASN1_INTEGER(number, nullptr));
}

bool add_revoked(X509_CRL* list, RevokedSerial const& one) {
  RevokedPtr entry(X509_REVOKED_new());
  OpenSslPtr<ASN1_ENUMERATED, ASN1_ENUMERATED_free> const reason(ASN1_ENUMERATED_new());
  if (entry == nullptr || X509_REVOKED_set_serialNumber(entry.get(), integer_of(one.serial_hex).get()) != 1 ||
      X509_REVOKED_set_revocationDate(entry.get(), time_of(one.at).get()) != 1 ||
      ASN1_ENUMERATED_set(reason.get(), one.reason) != 1 ||
      X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, 0) != 1 ||
      X509_CRL_add0_revoked(list, entry.get()) != 1)
    return false;
  (void)entry.release();
  return true;
}

bool add_status(OCSP_BASICRESP* basic, OCSP_CERTID* id, std::span<RevokedSerial const> revoked,
                UnixMs issued_at, UnixMs next_update) {
  ASN1_INTEGER* serial = nullptr;
  OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, id);
  auto const found = std::ranges::find_if(revoked, [&](RevokedSerial const& one) {
    return ASN1_INTEGER_cmp(integer_of(one.serial_hex).get(), serial) == 0;
  });
  bool const is_good = found == revoked.end();
  return OCSP_basic_add1_status(basic, id, is_good ? V_OCSP_CERTSTATUS_GOOD : V_OCSP_CERTSTATUS_REVOKED,
                                is_good ? 0 : found->reason, is_good ? nullptr : time_of(found->at).get(),
                                time_of(issued_at).get(), time_of(next_update).get()) != nullptr;
}

BasicPtr in_ozdst_form(OCSP_BASICRESP const* basic) {
  std::string const der = answer_in_ozdst_form(der_of(
      basic, [](OCSP_BASICRESP const* in, unsigned char** out) { return i2d_OCSP_BASICRESP(in, out); }));
  unsigned char const* position = bytes_of(der);
  return BasicPtr(d2i_OCSP_BASICRESP(nullptr, &position, static_cast<long>(der.size())));
}

}  // namespace

Result<std::string> TestCa::revocation_list(std::span<RevokedSerial const> revoked, UnixMs issued_at,
                                            UnixMs next_update) const {
  ListPtr const list(X509_CRL_new());
  EVP_PKEY* const key = identity_.key();
  X509* const issuer = identity_.certificate().get();
  bool good = list != nullptr && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 &&
              X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer)) == 1 &&
              X509_CRL_set1_lastUpdate(list.get(), time_of(issued_at).get()) == 1 &&
              X509_CRL_set1_nextUpdate(list.get(), time_of(next_update).get()) == 1;
  for (RevokedSerial const& one : revoked) good = good && add_revoked(list.get(), one);
  if (!good || X509_CRL_sort(list.get()) != 1 || X509_CRL_sign(list.get(), key, usual_digest(key)) <= 0)
    return broken();
  std::string der =
      der_of(list.get(), [](X509_CRL const* in, unsigned char** out) { return i2d_X509_CRL(in, out); });
  if (has_ozdst_key(issuer)) der = sign_in_ozdst_form(der, key);
  if (der.empty()) return broken();
  return der;
}

Result<std::string> TestCa::status_answer(std::string_view request, SigningIdentity const& responder,
                                          std::span<RevokedSerial const> revoked, UnixMs issued_at,
                                          UnixMs next_update) const {
  unsigned char const* position = bytes_of(request);
  RequestPtr const asked(d2i_OCSP_REQUEST(nullptr, &position, static_cast<long>(request.size())));
  BasicPtr basic(OCSP_BASICRESP_new());
  if (asked == nullptr || basic == nullptr) return broken();
  bool good = true;
  for (int i = 0; i < OCSP_request_onereq_count(asked.get()); ++i)
    good = good && add_status(basic.get(), OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), i)),
                              revoked, issued_at, next_update);
  OCSP_copy_nonce(basic.get(), asked.get());
  X509* const signer = responder.certificate().get();
  if (!good ||
      OCSP_basic_sign(basic.get(), signer, responder.key(), usual_digest(responder.key()), nullptr, 0) != 1)
    return broken();
  if (has_ozdst_key(signer)) basic = in_ozdst_form(basic.get());
  AnswerPtr const answer(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
  if (answer == nullptr) return broken();
  return der_of(answer.get(),
                [](OCSP_RESPONSE const* in, unsigned char** out) { return i2d_OCSP_RESPONSE(in, out); });
}

}  // namespace tamga::crypto
