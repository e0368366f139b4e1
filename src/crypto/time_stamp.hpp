// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crypto/revocation.hpp"

namespace tamga::crypto {

/// When a signature certainly existed, as an authority of time says (RFC 3161).
struct TimeStamp {
  UnixMs time;
  Certificate authority;
  std::string policy;                    ///< object identifier: "1.2.860.3.2.11.1"
  CertificatePath path{};                ///< from the authority to a root; null when nobody looked for it
  std::vector<Revocation> revocation{};  ///< of the path but its root; empty when not looked at
};

}  // namespace tamga::crypto
