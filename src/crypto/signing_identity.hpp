// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/certificate.hpp"

struct evp_pkey_st;

namespace tamga::crypto {

/// A certificate with its private key and the certificates above it: what a person signs with. In this
/// product only the sandbox, the demonstration client and tests hold such keys; participants keep theirs.
/// Cheap to copy; safe from any thread.
class SigningIdentity {
 public:
  SigningIdentity(Certificate certificate, std::shared_ptr<evp_pkey_st> key,
                  std::vector<Certificate> chain = {});

  [[nodiscard]] Certificate const& certificate() const { return certificate_; }
  [[nodiscard]] std::vector<Certificate> const& chain() const { return chain_; }
  /// For this room.
  [[nodiscard]] evp_pkey_st* key() const { return key_.get(); }

  /// The private key (PKCS#8, in the clear), the certificate, the chain. Errors: CRYPTO_FAILED.
  [[nodiscard]] Result<std::string> pem() const;
  /// Errors: IDENTITY_FILE_MALFORMED, also when key and certificate do not belong together;
  /// CERTIFICATE_MALFORMED.
  static Result<SigningIdentity> from_pem(std::string_view pem);

  /// Encrypted with AES-256, as browsers and tools read it. Errors: CRYPTO_FAILED.
  [[nodiscard]] Result<std::string> pkcs12(std::string const& password,
                                           std::string const& friendly_name) const;
  /// Errors: IDENTITY_FILE_MALFORMED, IDENTITY_PASSWORD_WRONG, CERTIFICATE_MALFORMED.
  static Result<SigningIdentity> from_pkcs12(std::string_view bytes, std::string const& password);

 private:
  Certificate certificate_;
  std::shared_ptr<evp_pkey_st> key_;
  std::vector<Certificate> chain_;
};

}  // namespace tamga::crypto
