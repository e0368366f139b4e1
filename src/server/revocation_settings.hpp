// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/revocation.hpp"

namespace tamga::server {

/// How a system finds out whether certificates were revoked.
struct RevocationSettings {
  /// Nothing: it does not look.
  std::optional<crypto::WhenUnreachable> when_unreachable;
  std::chrono::hours grace{24};
  /// Authorities below the roots (PEM), for lists of theirs; what they and the roots name may be called too.
  std::filesystem::path issuers;
  std::vector<std::filesystem::path> lists;  ///< CRL files, DER or PEM
  std::vector<std::string> hosts;  ///< further hosts that may be called: "crl.example", "ocsp.example:8080"
  std::string proxy;               ///< "http://proxy:3128"
};

/// Null when it does not look. Errors: KEY_FILE_FAILED, CERTIFICATE_MALFORMED, REVOCATION_LIST_MALFORMED.
Result<std::shared_ptr<crypto::RevocationChecker>> open_revocation(RevocationSettings const& settings,
                                                                   crypto::TrustStore const& trust);

}  // namespace tamga::server
