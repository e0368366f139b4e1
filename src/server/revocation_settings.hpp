// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/revocation.hpp"
#include "evidence/policy.hpp"

namespace tamga::server {

/// How a system finds out whether certificates were revoked.
struct RevocationSettings {
  bool look = false;
  /// What happens while nobody answers, instead of what the country's data says.
  std::optional<evidence::WhenSilent> when_silent;
  std::optional<std::chrono::hours> grace;  ///< likewise
  /// Authorities below the roots (PEM), for lists of theirs; what they and the roots name may be called too.
  std::filesystem::path issuers;
  std::vector<std::filesystem::path> lists;  ///< CRL files, DER or PEM
  std::vector<std::string> hosts;  ///< further hosts that may be called: "crl.example", "ocsp.example:8080"
  std::string proxy;               ///< "http://proxy:3128"
};

/// Null when it does not look. Errors: KEY_FILE_FAILED, CERTIFICATE_MALFORMED, REVOCATION_LIST_MALFORMED.
Result<std::shared_ptr<crypto::RevocationChecker>> open_revocation(RevocationSettings const& settings,
                                                                   evidence::Policy const& policy,
                                                                   crypto::TrustStore const& trust);

/// The country's policy with the operator's own words put in. Errors: mistakes of the file.
Result<evidence::Policy> policy_of(RevocationSettings const& settings, std::filesystem::path const& file);

}  // namespace tamga::server
