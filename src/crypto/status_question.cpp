// SPDX-License-Identifier: Apache-2.0
#include "crypto/status_question.hpp"

#include <openssl/ocsp.h>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/revocation_list.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto {
namespace {

using AnswerPtr = OpenSslPtr<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicPtr = OpenSslPtr<OCSP_BASICRESP, OCSP_BASICRESP_free>;

tl::unexpected<Error> refuse(char const* detail) {
  return fail(Error(kFetchFailed).with("url", "OCSP").log(std::string(detail) + " " + openssl_errors()));
}

/// Signed by the issuer or by its delegate. The issuer was found good before; nobody above it plays a part.
bool is_signed(OCSP_BASICRESP* basic, X509* issuer, UnixMs now) {
  StorePtr const store(X509_STORE_new());
  X509StackPtr const known(sk_X509_new_null());
  if (store == nullptr || X509_STORE_add_cert(store.get(), issuer) != 1) return false;
  X509_up_ref(issuer);
  sk_X509_push(known.get(), issuer);
  X509_VERIFY_PARAM* const parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(now.value() / 1000));
  X509_VERIFY_PARAM_set_auth_level(parameters, 0);
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  if (OCSP_basic_verify(basic, known.get(), store.get(), OCSP_NOEXPLICIT) <= 0) return false;
  X509* signer = nullptr;
  if (OCSP_resp_get0_signer(basic, &signer, known.get()) != 1) return false;
  bool const own = X509_cmp(signer, issuer) == 0;
  return is_strong_key(signer) && (own || is_strongly_signed(signer)) &&
         is_strong_signature(OBJ_obj2nid(OCSP_resp_get0_tbs_sigalg(basic)->algorithm));
}

}  // namespace

Result<StatusQuestion> StatusQuestion::about(X509* certificate, X509* issuer) {
  StatusQuestion out;
  out.issuer_ = issuer;
  out.request_ = {OCSP_REQUEST_new(), OCSP_REQUEST_free};
  // SHA-1 names the certificate here and protects nothing; it is the digest every responder knows.
  OCSP_CERTID* const id = OCSP_cert_to_id(EVP_sha1(), certificate, issuer);
  if (out.request_ == nullptr || id == nullptr) return fail(Error(kCryptoFailed).log(openssl_errors()));
  if (OCSP_request_add0_id(out.request_.get(), id) == nullptr) {
    OCSP_CERTID_free(id);
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  }
  if (OCSP_request_add1_nonce(out.request_.get(), nullptr, -1) != 1)
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  return out;
}

std::string StatusQuestion::der() const {
  return der_of(request_.get(),
                [](OCSP_REQUEST const* in, unsigned char** out) { return i2d_OCSP_REQUEST(in, out); });
}

Result<Revocation> StatusQuestion::read(std::string_view bytes, UnixMs now,
                                        std::chrono::milliseconds clock_difference) const {
  unsigned char const* position = bytes_of(bytes);
  AnswerPtr const answer(d2i_OCSP_RESPONSE(nullptr, &position, static_cast<long>(bytes.size())));
  if (answer == nullptr || position != bytes_of(bytes) + bytes.size()) return refuse("not one answer");
  if (OCSP_response_status(answer.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
    return refuse(OCSP_response_status_str(OCSP_response_status(answer.get())));
  BasicPtr const basic(OCSP_response_get1_basic(answer.get()));
  if (basic == nullptr) return refuse("no basic answer");
  if (OCSP_check_nonce(request_.get(), basic.get()) == 0) return refuse("an answer to another question");
  if (!is_signed(basic.get(), issuer_, now)) return refuse("signature of the responder");

  OCSP_CERTID* const id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(request_.get(), 0));
  int status = V_OCSP_CERTSTATUS_UNKNOWN;
  int reason = 0;
  ASN1_GENERALIZEDTIME* revoked = nullptr;
  ASN1_GENERALIZEDTIME* from = nullptr;
  ASN1_GENERALIZEDTIME* until = nullptr;
  if (OCSP_resp_find_status(basic.get(), id, &status, &reason, &revoked, &from, &until) != 1)
    return refuse("an answer about another certificate");
  auto const issued_at = moment_of(from);
  if (!issued_at || issued_at->value() > now.value() + clock_difference.count())
    return refuse("an answer of the future");
  Revocation out;
  out.source = RevocationSource::Answer;
  out.issued_at = *issued_at;
  out.next_update = moment_of(until);
  if (out.next_update && out.next_update->value() + clock_difference.count() < now.value())
    return refuse("an answer of the past");
  out.obtained_at = now;
  out.evidence = std::make_shared<std::string const>(bytes);
  out.evidence_sha256 = sha256(bytes);
  out.status = status == V_OCSP_CERTSTATUS_GOOD      ? RevocationStatus::Good
               : status == V_OCSP_CERTSTATUS_REVOKED ? RevocationStatus::Revoked
                                                     : RevocationStatus::Unknown;
  if (out.status == RevocationStatus::Revoked) {
    out.revoked_at = moment_of(revoked);
    out.reason = revocation_reason(reason);
  }
  return out;
}

}  // namespace tamga::crypto
