// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/key_ring.hpp"
#include "registry/participant.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// Somebody signed in.
struct Session {
  ParticipantNo participant;
  crypto::Sha256 certificate{};
  std::string person;
  UnixMs opened;
  UnixMs expires;
};

/// Signing in by a signed challenge, and the sessions that follow. A challenge is bound to this system and
/// its purpose, good for 120 seconds and for one session: it carries its own time and a MAC of the ring's
/// session key, so none is stored before it is used, and the table of sessions refuses the second use. Tokens
/// are stored as digests. Safe from any thread.
class Sessions {
 public:
  static constexpr std::int64_t kChallengeMs = 120'000;
  static constexpr std::int64_t kSessionMs = 12 * 3'600'000;

  /// `system`: name of the host this system is reached by; part of every challenge. All outlive this object.
  static Result<std::unique_ptr<Sessions>> open(sql::Store& store, crypto::KeyRing const& keys, Rng& rng,
                                                Clock const& clock, std::string system);
  ~Sessions();

  /// A text to be signed (attached CMS).
  Result<std::string> challenge();
  struct Opened {
    std::string token;
    Session session;
  };
  /// Within the transaction of `connection`; the token is good after its commit. A refusal leaves the
  /// transaction as it was. Errors: CHALLENGE_UNKNOWN (not ours, or of another system), CHALLENGE_EXPIRED,
  /// CHALLENGE_USED.
  Result<Opened> open_session(sql::Connection& connection, std::string_view challenge, Signer const& signer);
  /// The session of a token. Errors: SESSION_UNKNOWN, SESSION_EXPIRED.
  [[nodiscard]] Result<Session> find(std::string_view token) const;
  /// Within the transaction of `connection`; `forget` after its commit.
  Result<void> close(sql::Connection& connection, std::string_view token);
  void forget(std::string_view token);

 private:
  struct State;
  explicit Sessions(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
