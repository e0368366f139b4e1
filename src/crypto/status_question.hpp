// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "crypto/revocation.hpp"

struct ocsp_request_st;

namespace tamga::crypto {

/// A question about one certificate to a responder (OCSP), and how its answer is read.
class StatusQuestion {
 public:
  /// Errors: CRYPTO_FAILED.
  static Result<StatusQuestion> about(x509_st* certificate, x509_st* issuer);

  /// What goes over the wire.
  [[nodiscard]] std::string der() const;
  /// An answer counts when the issuer signed it, or a responder whose certificate the issuer signed for this;
  /// when it repeats our random number, if it repeats any; and when it is of now. A responder that does not
  /// know the certificate gives the status Unknown. Errors: FETCH_FAILED.
  [[nodiscard]] Result<Revocation> read(std::string_view answer, UnixMs now,
                                        std::chrono::milliseconds clock_difference) const;

 private:
  StatusQuestion() = default;
  std::shared_ptr<ocsp_request_st> request_;
  x509_st* issuer_ = nullptr;  ///< outlives the question
};

}  // namespace tamga::crypto
