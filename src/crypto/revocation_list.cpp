// SPDX-License-Identifier: Apache-2.0
#include "crypto/revocation_list.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

#include "crypto/distribution_points.hpp"
#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto {
namespace {

using DistributionPtr = OpenSslPtr<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;

constexpr std::array<std::string_view, 11> kReasons{
    "unspecified",   "keyCompromise",        "cACompromise",    "affiliationChanged",
    "superseded",    "cessationOfOperation", "certificateHold", "unspecified",
    "removeFromCRL", "privilegeWithdrawn",   "aACompromise"};

tl::unexpected<Error> malformed(char const* detail) {
  return fail(Error(kRevocationListMalformed).log(std::string(detail) + " " + openssl_errors()));
}

std::shared_ptr<X509_CRL> parse(std::string_view bytes) {
  if (bytes.starts_with("-----BEGIN")) {
    BioPtr const in = reading(bytes);
    return {PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr), X509_CRL_free};
  }
  unsigned char const* position = bytes_of(bytes);
  std::shared_ptr<X509_CRL> crl(d2i_X509_CRL(nullptr, &position, static_cast<long>(bytes.size())),
                                X509_CRL_free);
  return position == bytes_of(bytes) + bytes.size() ? crl : nullptr;
}

DistributionPtr distribution_of(X509_CRL const* crl) {
  return DistributionPtr(static_cast<ISSUING_DIST_POINT*>(
      X509_CRL_get_ext_d2i(crl, NID_issuing_distribution_point, nullptr, nullptr)));
}

/// Nothing critical that is not understood here.
bool is_plain(X509_CRL const* crl) {
  for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
    X509_EXTENSION* const extension = X509_CRL_get_ext(crl, i);
    int const nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
    if (X509_EXTENSION_get_critical(extension) == 1 && nid != NID_issuing_distribution_point) return false;
    if (nid == NID_delta_crl) return false;
  }
  bool const has_distribution = X509_CRL_get_ext_by_NID(crl, NID_issuing_distribution_point, -1) >= 0;
  if (!has_distribution) return true;
  DistributionPtr const distribution = distribution_of(crl);
  return distribution != nullptr && distribution->indirectCRL <= 0 && distribution->onlyattr <= 0 &&
         distribution->onlysomereasons == nullptr;
}

bool names_any(DIST_POINT_NAME const* name, std::vector<std::string> const& urls) {
  if (name->type != 0) return false;
  for (int i = 0; i < sk_GENERAL_NAME_num(name->name.fullname); ++i) {
    GENERAL_NAME const* const one = sk_GENERAL_NAME_value(name->name.fullname, i);
    if (one->type != GEN_URI) continue;
    ASN1_STRING const* const url = one->d.uniformResourceIdentifier;
    std::string_view const text(reinterpret_cast<char const*>(ASN1_STRING_get0_data(url)),
                                static_cast<std::size_t>(ASN1_STRING_length(url)));
    if (std::ranges::find(urls, text) != urls.end()) return true;
  }
  return false;
}

}  // namespace

std::string_view revocation_reason(int number) {
  bool const known = number >= 0 && static_cast<std::size_t>(number) < kReasons.size();
  return kReasons[known ? static_cast<std::size_t>(number) : 0];
}

Result<RevocationList> RevocationList::read(std::string_view bytes, X509* issuer,
                                            std::optional<UnixMs> obtained_at) {
  load_engine_algorithms();
  RevocationList out;
  out.crl_ = parse(bytes);
  if (out.crl_ == nullptr) return malformed("not one list");
  X509_CRL* const crl = out.crl_.get();
  if (X509_NAME_cmp(X509_CRL_get_issuer(crl), X509_get_subject_name(issuer)) != 0)
    return malformed("of another issuer");
  bool const may_sign_lists = (X509_get_extension_flags(issuer) & EXFLAG_KUSAGE) == 0 ||
                              (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0;
  if (!may_sign_lists) return malformed("the issuer may not sign lists");
  if (!is_strong_signature(X509_CRL_get_signature_nid(crl))) return malformed("weak signature");
  if (X509_CRL_verify(crl, X509_get0_pubkey(issuer)) != 1) return malformed("signature");
  if (!is_plain(crl)) return malformed("a kind of list that is not understood");
  auto const issued_at = moment_of(X509_CRL_get0_lastUpdate(crl));
  if (!issued_at) return malformed("time");
  out.issued_at_ = *issued_at;
  out.next_update_ = moment_of(X509_CRL_get0_nextUpdate(crl));
  out.obtained_at_ = obtained_at.value_or(*issued_at);
  out.der_ = std::make_shared<std::string const>(
      der_of(crl, [](X509_CRL const* in, unsigned char** to) { return i2d_X509_CRL(in, to); }));
  out.der_sha256_ = sha256(*out.der_);
  return out;
}

bool RevocationList::covers(X509* certificate) const {
  if (X509_NAME_cmp(X509_CRL_get_issuer(crl_.get()), X509_get_issuer_name(certificate)) != 0) return false;
  DistributionPtr const distribution = distribution_of(crl_.get());
  if (distribution == nullptr) return true;
  bool const authority = X509_check_ca(certificate) != 0;
  if (distribution->onlyuser > 0 && authority) return false;
  if (distribution->onlyCA > 0 && !authority) return false;
  return distribution->distpoint == nullptr || names_any(distribution->distpoint, list_urls(certificate));
}

Revocation RevocationList::find(X509* certificate) const {
  Revocation out;
  out.source = RevocationSource::List;
  out.issued_at = issued_at_;
  out.next_update = next_update_;
  out.obtained_at = obtained_at_;
  out.evidence = der_;
  out.evidence_sha256 = der_sha256_;
  out.status = RevocationStatus::Good;
  X509_REVOKED* entry = nullptr;
  if (X509_CRL_get0_by_cert(crl_.get(), &entry, certificate) != 1) return out;
  out.status = RevocationStatus::Revoked;
  out.revoked_at = moment_of(X509_REVOKED_get0_revocationDate(entry));
  OpenSslPtr<ASN1_ENUMERATED, ASN1_ENUMERATED_free> const reason(
      static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
  out.reason = revocation_reason(reason == nullptr ? 0 : static_cast<int>(ASN1_ENUMERATED_get(reason.get())));
  return out;
}

bool RevocationList::holds(UnixMs now, std::chrono::milliseconds clock_difference) const {
  if (!next_update_) return false;
  std::int64_t const room = clock_difference.count();
  return issued_at_.value() <= now.value() + room && now.value() <= next_update_->value() + room;
}

}  // namespace tamga::crypto
