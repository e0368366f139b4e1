// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "crypto/signing_identity.hpp"

namespace tamga::crypto {

enum class KeyAlgorithm : std::uint8_t { P256, P384, Rsa2048, Rsa3072, Rsa1024 };

/// What to put into a certificate of the test authority.
struct CertificateOrder {
  Subject subject;
  UnixMs not_before;
  UnixMs not_after;
  KeyAlgorithm key = KeyAlgorithm::P256;
  bool digital_signature = true;  ///< otherwise the key may only encipher
  bool authority = false;         ///< may issue certificates itself
};

/// An authority for the sandbox and for tests: issues what real authorities issue, and what they should not,
/// so that refusals can be tested. Its root must never be among the roots of a real installation. Safe from
/// any thread.
class TestCa {
 public:
  /// A new root. Errors: CRYPTO_FAILED.
  static Result<TestCa> create(std::string const& name, UnixMs not_before, UnixMs not_after,
                               KeyAlgorithm key = KeyAlgorithm::P256);
  /// A root kept from before (`identity().pem()`), or an issued authority.
  explicit TestCa(SigningIdentity identity) : identity_(std::move(identity)) {}

  [[nodiscard]] SigningIdentity const& identity() const { return identity_; }
  [[nodiscard]] Certificate const& root() const { return identity_.certificate(); }

  /// A new key and its certificate; the chain holds this authority if it is not a root. Errors:
  /// CRYPTO_FAILED.
  [[nodiscard]] Result<SigningIdentity> issue(CertificateOrder const& order) const;

 private:
  SigningIdentity identity_;
};

/// Subject of a director of an organisation, with the fields that certificates of that country carry.
Subject uzbek_subject(std::string organization, std::string person, std::string stir, std::string pinfl);
Subject russian_subject(std::string organization, std::string person, std::string inn_le, std::string ogrn,
                        std::string inn);

}  // namespace tamga::crypto
