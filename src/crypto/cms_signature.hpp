// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "crypto/cms_attributes.hpp"

namespace tamga::crypto {

/// A CMS SignedData with content of one type, and nothing after it. Errors: CMS_MALFORMED.
Result<CmsPtr> parse_cms(std::string_view bytes, int content_type);

/// A signature whose arithmetic holds; whose it is has not been looked at.
struct RawSignature {
  CMS_SignerInfo* info = nullptr;
  X509* certificate = nullptr;  ///< one of `others`
  SignatureScheme const* scheme = nullptr;
  SignedAttributes attributes;
  std::optional<UnixMs> claimed_time;
};

/// `others`: the certificates that came along. Errors, in this order: CMS_SIGNER_COUNT,
/// CMS_CERTIFICATE_MISSING, those of attributes, CMS_ALGORITHM_FORBIDDEN or SIGNATURE_ENGINE_MISSING,
/// CMS_CONTENT_MISMATCH, CMS_SIGNATURE_WRONG, CMS_SIGNING_CERTIFICATE_MISMATCH.
Result<RawSignature> verify_signature(CMS_ContentInfo* cms, STACK_OF(X509) * others, std::string_view content,
                                      TrustStore const& trust);

}  // namespace tamga::crypto
