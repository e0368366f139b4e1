// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "base/result.hpp"
#include "crypto/revocation.hpp"

namespace tamga::evidence {

/// What a country wants to happen while nobody says whether a certificate was revoked.
enum class WhenSilent : std::uint8_t {
  Accept,  ///< signatures are accepted with a remark, and looked at again
  Grace,   ///< the same for a while after the last good answer, then refused
  Wait,    ///< documents and applications wait, unjudged, until somebody answers
  Refuse,
};

/// spec/<country>/signatures.toml.
struct Policy {
  WhenSilent when_silent = WhenSilent::Refuse;
  std::chrono::hours grace{24};
  std::chrono::minutes recheck_after{5};  ///< the first time; then twice as long each time, at most a day
  std::chrono::hours wait_at_most{72};    ///< a document that nobody answers for is refused then
};

/// How the checker of revocation is set for a policy: what waits is refused there and kept by whoever asked.
crypto::WhenUnreachable when_unreachable(WhenSilent when_silent);

/// Errors: mistakes of the file, with file and line.
Result<Policy> read_policy(std::filesystem::path const& file);

}  // namespace tamga::evidence
