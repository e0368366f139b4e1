// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/revocation.hpp"
#include "crypto/signature_verifier.hpp"
#include "crypto/signing_identity.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

struct CmsLimits {
  std::size_t detached_bytes = 1 << 20;   ///< of a signature without content
  std::size_t attached_bytes = 33 << 20;  ///< of a signature with its content
  std::size_t content_bytes = 32 << 20;
  int certificates = 16;  ///< that come with the signature
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
class CmsVerifier final : public SignatureVerifier {
 public:
  /// `revocation` null: not looked at. `when_unreachable`: instead of the policy of the checker.
  explicit CmsVerifier(std::shared_ptr<TrustStore const> trust, CmsLimits limits = {},
                       std::shared_ptr<RevocationChecker> revocation = nullptr,
                       std::optional<WhenUnreachable> when_unreachable = {});

  [[nodiscard]] Result<Signer> verify_detached(std::string_view cms, std::string_view content,
                                               Arrival arrival) const override;
  [[nodiscard]] Result<SignedContent> verify_attached(std::string_view cms, Arrival arrival) const override;

 private:
  std::shared_ptr<TrustStore const> trust_;
  std::shared_ptr<RevocationChecker> revocation_;
  std::optional<WhenUnreachable> when_unreachable_;
  CmsLimits limits_;
};

/// DER of a signature with signing-certificate-v2 (CAdES-BES) and signing time. Errors: CRYPTO_FAILED.
Result<std::string> sign_detached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);
Result<std::string> sign_attached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time);

}  // namespace tamga::crypto
