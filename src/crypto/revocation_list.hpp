// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/revocation.hpp"

struct X509_crl_st;

namespace tamga::crypto {

/// The CRLReason of RFC 5280 as a word; "unspecified" for none.
std::string_view revocation_reason(int number);

/// A list of revoked certificates (CRL) whose signature holds. Cheap to copy; immutable, safe from any
/// thread.
class RevocationList {
 public:
  /// DER or PEM, signed by `issuer`, whose key may sign lists. Delta lists, indirect ones and those with
  /// critical parts that are unknown here are refused. `obtained_at`: nothing when it lay in a file; it then
  /// counts from its own time. Errors: REVOCATION_LIST_MALFORMED.
  static Result<RevocationList> read(std::string_view bytes, x509_st* issuer,
                                     std::optional<UnixMs> obtained_at);

  /// Whether the list is about this certificate: of the same issuer, and of the part of its certificates that
  /// was published at an address the certificate names.
  [[nodiscard]] bool covers(x509_st* certificate) const;
  /// What the list says about a certificate it covers.
  [[nodiscard]] Revocation find(x509_st* certificate) const;

  [[nodiscard]] UnixMs issued_at() const { return issued_at_; }
  [[nodiscard]] UnixMs obtained_at() const { return obtained_at_; }
  /// Whether the authority still stands by it.
  [[nodiscard]] bool holds(UnixMs now, std::chrono::milliseconds clock_difference) const;

 private:
  RevocationList() = default;
  std::shared_ptr<X509_crl_st> crl_;
  std::shared_ptr<std::string const> der_;
  Sha256 der_sha256_{};
  UnixMs issued_at_;
  std::optional<UnixMs> next_update_;
  UnixMs obtained_at_;
};

}  // namespace tamga::crypto
