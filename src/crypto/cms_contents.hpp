// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/cms.hpp"

namespace tamga::crypto {

/// What a signature says of itself. Nothing of it is proven: for whoever compares it with the word of a
/// verification server, and for taking a proven signature apart.
struct CmsContents {
  Certificate certificate;  ///< that the signer names
  /// From that certificate upward over those that came along, as far as they lead: perhaps not to a root.
  CertificatePath path;
  std::optional<std::string> content;  ///< of an attached signature
  std::optional<UnixMs> claimed_time;
  std::string_view scheme;              ///< empty: none of ours
  std::optional<TimeStamp> time_stamp;  ///< its authority, time and policy
};

/// Form and limits are those of `CmsVerifier`: one signer with signed attributes, whose certificate came
/// along. Errors: CMS_TOO_LARGE, CMS_MALFORMED, CMS_SIGNER_COUNT, CMS_CERTIFICATE_MISSING,
/// CMS_NO_SIGNED_ATTRIBUTES, CMS_ATTRIBUTES_WRONG, CMS_TIME_STAMP_WRONG, CERTIFICATE_MALFORMED,
/// CERTIFICATE_SUBJECT_AMBIGUOUS.
Result<CmsContents> read_cms(std::string_view cms, CmsLimits const& limits = {});

}  // namespace tamga::crypto
