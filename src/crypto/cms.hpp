// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/signing_identity.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

struct CmsLimits {
  std::size_t detached_bytes = 1 << 20;   ///< of a signature without content
  std::size_t attached_bytes = 33 << 20;  ///< of a signature with its content
  std::size_t content_bytes = 32 << 20;
  int certificates = 16;  ///< that come with the signature
};

/// Who signed. Only what the signature covers: unsigned attributes are never looked at.
struct Signer {
  Certificate certificate;
  /// When the signer says it was. Untrusted; a login checks it against the clock.
  std::optional<UnixMs> claimed_time;
  /// "ecdsa-sha256": for the journal.
  std::string_view scheme;
};

struct SignedContent {
  Signer signer;
  std::string content;
};

/// Verifies electronic signatures: CMS SignedData (RFC 5652), as E-IMZO, CryptoPro and OpenSSL make it, in
/// DER or BER.
///
/// Order of the checks, and so of the errors: size (CMS_TOO_LARGE); form (CMS_MALFORMED, CMS_SIGNER_COUNT,
/// CMS_CONTENT_ATTACHED or CMS_CONTENT_MISSING, CMS_CERTIFICATE_MISSING); signed attributes, without which
/// content could be passed off as attributes (CMS_NO_SIGNED_ATTRIBUTES, CMS_ATTRIBUTES_WRONG); algorithms
/// (CMS_ALGORITHM_FORBIDDEN); digest of the content (CMS_CONTENT_MISMATCH); signature (CMS_SIGNATURE_WRONG);
/// the certificate named by the signer, if named (CMS_SIGNING_CERTIFICATE_MISMATCH); then
/// CERTIFICATE_MALFORMED, CERTIFICATE_SUBJECT_AMBIGUOUS and the errors of `TrustStore::check`. Safe from any
/// thread; a call of a few hundred bytes takes a tenth to a quarter of a millisecond of processor time, so it
/// belongs on a worker.
class CmsVerifier {
 public:
  explicit CmsVerifier(std::shared_ptr<TrustStore const> trust, CmsLimits limits = {});

  /// `content`: the bytes as they came over the wire, before any parsing. `at`: the moment for which the
  /// certificate must be valid: that of a trusted time stamp, or of receipt.
  [[nodiscard]] Result<Signer> verify_detached(std::string_view cms, std::string_view content,
                                               UnixMs at) const;
  /// The caller compares the content with what it expected.
  [[nodiscard]] Result<SignedContent> verify_attached(std::string_view cms, UnixMs at) const;

 private:
  std::shared_ptr<TrustStore const> trust_;
  CmsLimits limits_;
};

/// DER of a signature with signing-certificate-v2 (CAdES-BES) and signing time. Errors: CRYPTO_FAILED.
Result<std::string> sign_detached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);
Result<std::string> sign_attached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);

}  // namespace tamga::crypto
