// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/key_ring.hpp"
#include "registry/challenges.hpp"
#include "registry/session.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// Signing in by a signed challenge, and the sessions that follow. A session ends by itself when it was not
/// used for the idle limit, at the latest at the absolute one, and when it is closed: at once in this
/// process, within five seconds in others of the same store. Tokens are stored as digests. Safe from any
/// thread.
class Sessions {
 public:
  static constexpr std::int64_t kChallengeMs = Challenges::kGoodForMs;
  static constexpr std::int64_t kSessionMs = SessionLimits{}.absolute_ms;
  static constexpr std::int64_t kIdleMs = SessionLimits{}.idle_ms;

  /// `system`: name of the host this system is reached by; part of every challenge. All outlive this object.
  static Result<std::unique_ptr<Sessions>> open(sql::Store& store, crypto::KeyRing const& keys, Rng& rng,
                                                Clock const& clock, std::string system,
                                                SessionLimits limits = {});
  ~Sessions();

  [[nodiscard]] SessionLimits const& limits() const;
  /// The texts of this system, for other purposes too.
  [[nodiscard]] Challenges const& challenges() const;
  /// A text to be signed (attached CMS).
  Result<std::string> challenge();
  struct Opened {
    std::string token;
    Session session;
  };
  /// Within the transaction of `connection`; the token is good after its commit. A refusal leaves the
  /// transaction as it was. Errors: CHALLENGE_UNKNOWN (not ours, of another system or for another purpose),
  /// CHALLENGE_EXPIRED, CHALLENGE_USED.
  Result<Opened> open_session(sql::Connection& connection, std::string_view challenge, Signer const& signer,
                              Origin origin = {});

  /// The same for somebody whom an identity portal named: `used` is the digest of the challenge that began
  /// it, `method` the code of the portal. `signer.certificate` stays empty: nothing was signed. Errors:
  /// CHALLENGE_USED.
  Result<Opened> open_session(sql::Connection& connection, crypto::Sha256 const& used, Signer const& signer,
                              Origin origin, std::string method);

  struct Seen {
    Session session;
    std::optional<Error> refusal;  ///< SESSION_EXPIRED: it has ended, or was closed
    bool due = false;              ///< its use is to be written down (`note_use`): at most once a minute
  };
  /// The session of a token, which counts as used by that. Errors: SESSION_UNKNOWN.
  [[nodiscard]] Result<Seen> look(std::string_view token) const;
  Result<void> note_use(sql::Connection& connection, Session const& session) const;
  /// The session of a token, not used by that. Errors: SESSION_UNKNOWN, SESSION_EXPIRED.
  [[nodiscard]] Result<Session> find(std::string_view token) const;
  /// Those of a participant that are open, lately used first; at most a thousand.
  [[nodiscard]] Result<std::vector<Session>> of(ParticipantNo participant) const;

  /// Within the transaction of `connection`; `forget` after its commit.
  Result<void> close(sql::Connection& connection, std::string_view token);
  void forget(std::string_view token);
  Result<void> close(sql::Connection& connection, Session const& session);
  void forget(Session const& session);
  /// Whether whoever ends sessions may end this one.
  using May = std::function<bool(Session const&)>;
  /// The open session of that id. Errors: SESSION_NOT_YOURS.
  Result<Session> close(sql::Connection& connection, ParticipantNo participant, std::string_view id,
                        May const& may);
  /// Every session of the participant but `kept`: those that were open.
  Result<std::vector<Session>> close_others(sql::Connection& connection, Session const& kept, May const& may);

 private:
  struct State;
  explicit Sessions(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::registry
