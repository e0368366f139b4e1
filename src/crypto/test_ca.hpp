// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/signing_identity.hpp"

namespace tamga::crypto {

enum class KeyAlgorithm : std::uint8_t {
  P256,
  P384,
  Rsa2048,
  Rsa3072,
  Rsa1024,
  Gost256,   ///< GOST R 34.10-2012, 256 bits; like those below it needs the engine
  Gost512,   ///< GOST R 34.10-2012, 512 bits
  Gost2001,  ///< GOST R 34.10-2001
  Ozdst,     ///< O'zDSt 1092, algorithm II, set A
};

enum class CertificateUse : std::uint8_t {
  Documents,
  Encipherment,  ///< may not sign
  Authority,     ///< may issue certificates itself
  TimeStamps,
  StatusAnswers,  ///< OCSP
};

/// What to put into a certificate of the test authority.
struct CertificateOrder {
  Subject subject;
  UnixMs not_before;
  UnixMs not_after;
  KeyAlgorithm key = KeyAlgorithm::P256;
  CertificateUse use = CertificateUse::Documents;
  std::string list_url;    ///< where its authority publishes lists; empty: not said
  std::string answer_url;  ///< where its responder answers
};

/// A certificate that is no longer good.
struct RevokedSerial {
  std::string serial_hex;
  UnixMs at;
  int reason = 0;  ///< CRLReason of RFC 5280
};

/// An authority for the sandbox and for tests: issues what real authorities issue, and what they should not,
/// so that refusals can be tested. Its root must never be among the roots of a real installation. Safe from
/// any thread.
class TestCa {
 public:
  /// A new root. Errors: CRYPTO_FAILED; SIGNATURE_ENGINE_MISSING.
  static Result<TestCa> create(std::string const& name, UnixMs not_before, UnixMs not_after,
                               KeyAlgorithm key = KeyAlgorithm::P256);
  /// A root kept from before (`identity().pem()`), or an issued authority.
  explicit TestCa(SigningIdentity identity) : identity_(std::move(identity)) {}

  [[nodiscard]] SigningIdentity const& identity() const { return identity_; }
  [[nodiscard]] Certificate const& root() const { return identity_.certificate(); }
  /// Of the authority's own key.
  [[nodiscard]] KeyAlgorithm key() const;

  /// A new key and its certificate; the chain holds this authority if it is not a root. Errors:
  /// CRYPTO_FAILED; SIGNATURE_ENGINE_MISSING.
  [[nodiscard]] Result<SigningIdentity> issue(CertificateOrder const& order) const;

  /// A certificate for a key that somebody else made and keeps: P-256, P-384, RSA of 2048 to 4096 bits.
  /// `public_key`: its SubjectPublicKeyInfo in DER; the kind of key in the order is not looked at. Errors:
  /// CRYPTO_FAILED, also for any other key.
  [[nodiscard]] Result<Certificate> certify(CertificateOrder const& order, std::string_view public_key) const;

  /// DER of a revocation list (CRL). Errors: CRYPTO_FAILED.
  [[nodiscard]] Result<std::string> revocation_list(std::span<RevokedSerial const> revoked, UnixMs issued_at,
                                                    UnixMs next_update) const;
  /// DER of the answer to an OCSP request about certificates of this authority, signed by `responder`, which
  /// may be the authority itself. Errors: CRYPTO_FAILED, also when the request cannot be read.
  [[nodiscard]] Result<std::string> status_answer(std::string_view request, SigningIdentity const& responder,
                                                  std::span<RevokedSerial const> revoked, UnixMs issued_at,
                                                  UnixMs next_update) const;

 private:
  SigningIdentity identity_;
};

/// The signature with a time stamp over it (RFC 3161) by the holder of a certificate for `TimeStamps`. DER in
/// and out. Errors: CRYPTO_FAILED.
Result<std::string> add_time_stamp(std::string_view cms, SigningIdentity const& authority, UnixMs time);

/// Subject of a director of an organisation, with the fields that certificates of that country carry.
Subject uzbek_subject(std::string organization, std::string person, std::string stir, std::string pinfl);
Subject russian_subject(std::string organization, std::string person, std::string inn_le, std::string ogrn,
                        std::string inn);

}  // namespace tamga::crypto
