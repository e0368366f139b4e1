// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/key_ring.hpp"
#include "crypto/sha256.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// What a signed text is good for. A text signed for one purpose is refused for every other.
enum class Purpose : std::uint8_t {
  SignIn,
  Apply,
  StepUp,    ///< confirms one request, whose hash is part of the text
  External,  ///< is not signed but kept by a browser that was sent to an identity portal: ten minutes
};

/// Texts to be signed by whoever wants something: bound to this system and one purpose, good for 120 seconds
/// and for one use. A challenge carries its own time and a MAC of the ring's session key, so none is stored
/// before it is used; whoever takes one keeps its digest, and refuses it the second time (`use`, where no
/// table of one's own does). Safe from any thread.
class Challenges {
 public:
  static constexpr std::int64_t kGoodForMs = 120'000;
  static constexpr std::int64_t kExternalGoodForMs = 600'000;

  /// `system`: name of the host this system is reached by; part of every challenge. All outlive this object.
  Challenges(crypto::KeyRing const& keys, Rng& rng, Clock const& clock, std::string system);

  /// `about`: what the signature is bound to besides, readable in the text: without spaces. Errors:
  /// KEY_UNKNOWN.
  [[nodiscard]] Result<std::string> make(Purpose purpose, std::string_view about = {}) const;
  /// The digest to be kept. Errors: CHALLENGE_UNKNOWN (not ours, of another system, for another purpose or
  /// about something else), CHALLENGE_EXPIRED.
  [[nodiscard]] Result<crypto::Sha256> judge(Purpose purpose, std::string_view challenge,
                                             std::string_view about = {}) const;
  [[nodiscard]] Result<bool> used(sql::Connection& connection, crypto::Sha256 const& digest) const;
  /// Marks a digest as used, within the transaction of `connection`. A refusal leaves it as it was. Errors:
  /// CHALLENGE_USED.
  Result<void> use(sql::Connection& connection, crypto::Sha256 const& digest) const;

 private:
  [[nodiscard]] std::string words_of(Purpose purpose, std::string_view about) const;
  [[nodiscard]] Result<UnixMs> made_at(std::string_view words, std::string_view challenge) const;

  crypto::KeyRing const* keys_;
  Rng* rng_;
  Clock const* clock_;
  std::string system_;
};

}  // namespace tamga::registry
