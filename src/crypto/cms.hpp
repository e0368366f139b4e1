// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/revocation.hpp"
#include "crypto/signing_identity.hpp"
#include "crypto/time_stamp.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

struct CmsLimits {
  std::size_t detached_bytes = 1 << 20;   ///< of a signature without content
  std::size_t attached_bytes = 33 << 20;  ///< of a signature with its content
  std::size_t content_bytes = 32 << 20;
  int certificates = 16;  ///< that come with the signature
};

/// Who signed, and when. Only what a signature covers: of the unsigned attributes nothing but a time stamp is
/// looked at, which is signed by itself.
struct Signer {
  Certificate certificate;
  /// When the signer says it was. Untrusted; a login checks it against the clock.
  std::optional<UnixMs> claimed_time;
  /// "ecdsa-sha256": for the journal.
  std::string_view scheme;
  /// From the certificate to a root: to be kept with the document.
  CertificatePath path;
  std::optional<TimeStamp> time_stamp;
  /// Of each certificate of the path but the root, the signer's first; empty when revocation is not looked
  /// at.
  std::vector<Revocation> revocation;
};

struct SignedContent {
  Signer signer;
  std::string content;
};

/// Verifies electronic signatures: CMS SignedData (RFC 5652), as E-IMZO, CryptoPro and OpenSSL make it, in
/// DER or BER.
///
/// Algorithms: ECDSA, RSA, RSA-PSS; with the engine of national algorithms also GOST R 34.10-2012 (256 and
/// 512), 34.10-2001 and O'zDSt 1092/1106 (algorithm II, set A): see signature_scheme.cpp.
///
/// Order of the checks, and so of the errors: size (CMS_TOO_LARGE); form (CMS_MALFORMED, CMS_SIGNER_COUNT,
/// CMS_CONTENT_ATTACHED or CMS_CONTENT_MISSING, CMS_CERTIFICATE_MISSING); signed attributes, without which
/// content could be passed off as attributes (CMS_NO_SIGNED_ATTRIBUTES, CMS_ATTRIBUTES_WRONG); algorithms
/// (CMS_ALGORITHM_FORBIDDEN, SIGNATURE_ENGINE_MISSING); digest of the content (CMS_CONTENT_MISMATCH);
/// signature (CMS_SIGNATURE_WRONG); the certificate named by the signer, if named
/// (CMS_SIGNING_CERTIFICATE_MISMATCH); a time stamp, if there is one (CMS_TIME_STAMP_WRONG); then
/// CERTIFICATE_MALFORMED, CERTIFICATE_SUBJECT_AMBIGUOUS and the errors of `TrustStore::check` and
/// `RevocationChecker::check`, at the time of the stamp, else of receipt. Safe from any thread; a call of a
/// few hundred bytes takes a tenth to a whole millisecond of processor time, and may wait for an authority's
/// service, so it belongs on a worker.
class CmsVerifier {
 public:
  /// `revocation` null: not looked at.
  explicit CmsVerifier(std::shared_ptr<TrustStore const> trust, CmsLimits limits = {},
                       std::shared_ptr<RevocationChecker> revocation = nullptr);

  /// `content`: the bytes as they came over the wire, before any parsing. `at`: when they came.
  [[nodiscard]] Result<Signer> verify_detached(std::string_view cms, std::string_view content,
                                               UnixMs at) const;
  /// The caller compares the content with what it expected.
  [[nodiscard]] Result<SignedContent> verify_attached(std::string_view cms, UnixMs at) const;

 private:
  std::shared_ptr<TrustStore const> trust_;
  std::shared_ptr<RevocationChecker> revocation_;
  CmsLimits limits_;
};

/// DER of a signature with signing-certificate-v2 (CAdES-BES) and signing time. Errors: CRYPTO_FAILED.
Result<std::string> sign_detached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);
Result<std::string> sign_attached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);

}  // namespace tamga::crypto
