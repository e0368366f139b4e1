// SPDX-License-Identifier: Apache-2.0
#include "registry/sessions.hpp"

#include <algorithm>

#include "crypto/errors.hpp"
#include "crypto/token.hpp"
#include "registry/digest_rows.hpp"
#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/tables.hpp"

namespace tamga::registry {
namespace {

constexpr std::int64_t kForgottenAfterMs = 24 * 3'600'000;
constexpr std::size_t kTokenSize = 43;
constexpr std::size_t kAgentMax = 200;
constexpr int kListMax = 1000;

/// A header is what somebody sent: of it only what can be shown anywhere is kept.
std::string plain(std::string_view agent) {
  std::string out(agent.substr(0, kAgentMax));
  for (char& c : out)
    if (c < ' ' || c > '~') c = '?';
  return out;
}

Session session_of(sql::Row const& row) {
  return {.digest = digest_at(row, 0),
          .participant = row.as<ParticipantNo>(1),
          .certificate = digest_at(row, 2),
          .person = std::string(row.text(3)),
          .opened = row.as<UnixMs>(4),
          .expires = row.as<UnixMs>(5),
          .used = row.as<UnixMs>(6),
          .origin = {.address = std::string(row.text(7)), .agent = std::string(row.text(8))},
          .method = std::string(row.text(9))};
}

}  // namespace

struct Sessions::State {
  State(sql::Store& opened, crypto::KeyRing const& ring, Rng& random, Clock const& watch, std::string host,
        SessionLimits how_long)
      : store(&opened),
        rng(&random),
        clock(&watch),
        challenges(ring, random, watch, std::move(host)),
        limits(how_long),
        recent(kRemembered,
               opened.engine() == sql::Engine::Postgres ? std::optional(kTrusted) : std::nullopt) {}

  sql::Store* store;
  Rng* rng;
  Clock const* clock;
  Challenges challenges;
  SessionLimits limits;
  Recent<crypto::Sha256, Session, DigestHash> recent;

  [[nodiscard]] bool shared() const { return store->engine() == sql::Engine::Postgres; }
  [[nodiscard]] bool due(Session const& session) const {
    return clock->now().value() - session.used.value() >= kUseNotedMs;
  }
  [[nodiscard]] bool ended(Session const& session) const {
    UnixMs const now = clock->now();
    return session.expires <= now || now.value() - session.used.value() >= limits.idle_ms;
  }

  /// `anew`: what memory holds is not enough.
  [[nodiscard]] Result<Session> read(crypto::Sha256 const& digest, std::uint64_t mark, bool anew) const {
    auto const known = recent.find(digest);
    if (known && !(anew && shared() && due(*known))) return *known;
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(found, reader->find(kSessionByToken, session_of, sql::Blob{crypto::view(digest)}));
    if (!found) return fail(kSessionUnknown);
    // The last use may still be on its way to the store.
    if (known) found->used = std::max(found->used, known->used);
    recent.remember(digest, *found, mark);
    return *std::move(found);
  }

  Result<std::vector<Session>> open_ones(sql::Connection& connection, ParticipantNo participant) const {
    std::vector<Session> out;
    std::int64_t const now = clock->now().value();
    TAMGA_ASSIGN(rows, connection.query(kSessionsOf, participant, now, now - limits.idle_ms, kListMax));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(session_of(row)); }));
    return out;
  }

  static Result<void> insert(sql::Connection& connection, crypto::Sha256 const& challenge,
                             Session const& session) {
    auto const one = [](sql::Row const& row) { return row.int64(0); };
    TAMGA_ASSIGN(used, connection.find(kChallengeOf, one, sql::Blob{crypto::view(challenge)}));
    if (used) return fail(kChallengeUsed);
    TAMGA_TRY(connection.execute(kForgetSessions, session.opened.value() - kForgottenAfterMs));
    TAMGA_TRY(connection.execute(
        kInsertSession, sql::Blob{crypto::view(session.digest)}, sql::Blob{crypto::view(challenge)},
        session.participant, sql::Blob{crypto::view(session.certificate)}, session.person, session.opened,
        session.expires, session.used, session.origin.address, session.origin.agent, session.method));
    return {};
  }
};

Sessions::Sessions(std::unique_ptr<State> state) : state_(std::move(state)) {}
Sessions::~Sessions() = default;

Result<std::unique_ptr<Sessions>> Sessions::open(sql::Store& store, crypto::KeyRing const& keys, Rng& rng,
                                                 Clock const& clock, std::string system,
                                                 SessionLimits limits) {
  TAMGA_TRY(keys.active(crypto::KeyPurpose::Session));
  return std::unique_ptr<Sessions>(
      new Sessions(std::make_unique<State>(store, keys, rng, clock, std::move(system), limits)));
}

SessionLimits const& Sessions::limits() const { return state_->limits; }
Challenges const& Sessions::challenges() const { return state_->challenges; }

Result<std::string> Sessions::challenge() { return state_->challenges.make(Purpose::SignIn); }

Result<Sessions::Opened> Sessions::open_session(sql::Connection& connection, std::string_view challenge,
                                                Signer const& signer, Origin origin) {
  TAMGA_ASSIGN(used, state_->challenges.judge(Purpose::SignIn, challenge));
  return open_session(connection, used, signer, std::move(origin), std::string(kByCertificate));
}

Result<Sessions::Opened> Sessions::open_session(sql::Connection& connection, crypto::Sha256 const& used,
                                                Signer const& signer, Origin origin, std::string method) {
  UnixMs const now = state_->clock->now();
  Opened opened{.token = crypto::new_token(*state_->rng),
                .session = {.participant = signer.participant,
                            .certificate = signer.certificate,
                            .person = signer.person,
                            .opened = now,
                            .expires = UnixMs(now.value() + state_->limits.absolute_ms),
                            .used = now,
                            .origin = {.address = std::move(origin.address), .agent = plain(origin.agent)},
                            .method = std::move(method)}};
  opened.session.digest = crypto::token_digest(opened.token);
  TAMGA_TRY(State::insert(connection, used, opened.session));
  return opened;
}

Result<Sessions::Seen> Sessions::look(std::string_view token) const {
  if (token.size() != kTokenSize) return fail(kSessionUnknown);
  auto const digest = crypto::token_digest(token);
  auto const mark = state_->recent.mark();
  // Using a session makes memory believe in it for longer: where others may have closed it, it is read anew.
  TAMGA_ASSIGN(session, state_->read(digest, mark, true));
  Seen seen{.session = std::move(session), .refusal = {}};
  if (state_->ended(seen.session)) {
    seen.refusal = Error(kSessionExpired);
  } else if (state_->due(seen.session)) {
    seen.due = true;
    seen.session.used = state_->clock->now();
    state_->recent.remember(digest, seen.session, mark);
  }
  return seen;
}

Result<void> Sessions::note_use(sql::Connection& connection, Session const& session) const {
  TAMGA_TRY(connection.execute(kUseSession, sql::Blob{crypto::view(session.digest)}, session.used));
  return {};
}

Result<Session> Sessions::find(std::string_view token) const {
  if (token.size() != kTokenSize) return fail(kSessionUnknown);
  TAMGA_ASSIGN(session, state_->read(crypto::token_digest(token), state_->recent.mark(), false));
  if (state_->ended(session)) return fail(kSessionExpired);
  return std::move(session);
}

Result<std::vector<Session>> Sessions::of(ParticipantNo participant) const {
  TAMGA_ASSIGN(reader, state_->store->reader());
  return state_->open_ones(*reader, participant);
}

Result<void> Sessions::close(sql::Connection& connection, Session const& session) {
  TAMGA_TRY(connection.execute(kCloseSession, sql::Blob{crypto::view(session.digest)}, state_->clock->now()));
  return {};
}

Result<void> Sessions::close(sql::Connection& connection, std::string_view token) {
  Session session;
  session.digest = crypto::token_digest(token);
  return close(connection, session);
}

Result<Session> Sessions::close(sql::Connection& connection, ParticipantNo participant, std::string_view id,
                                May const& may) {
  TAMGA_ASSIGN(sessions, state_->open_ones(connection, participant));
  auto const found = std::find_if(sessions.begin(), sessions.end(),
                                  [&](Session const& one) { return one.id() == id && may(one); });
  if (found == sessions.end()) return fail(kSessionNotYours);
  TAMGA_TRY(close(connection, *found));
  return std::move(*found);
}

Result<std::vector<Session>> Sessions::close_others(sql::Connection& connection, Session const& kept,
                                                    May const& may) {
  TAMGA_ASSIGN(sessions, state_->open_ones(connection, kept.participant));
  std::erase_if(sessions, [&](Session const& one) { return one.digest == kept.digest || !may(one); });
  for (Session const& one : sessions) TAMGA_TRY(close(connection, one));
  return std::move(sessions);
}

void Sessions::forget(Session const& session) { state_->recent.forget(session.digest); }
void Sessions::forget(std::string_view token) { state_->recent.forget(crypto::token_digest(token)); }

}  // namespace tamga::registry
