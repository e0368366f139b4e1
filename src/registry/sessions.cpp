// SPDX-License-Identifier: Apache-2.0
#include "registry/sessions.hpp"

#include <algorithm>
#include <cstring>

#include "crypto/base64.hpp"
#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"
#include "crypto/token.hpp"
#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/tables.hpp"

namespace tamga::registry {
namespace {

constexpr std::size_t kRemembered = 100'000;
constexpr std::int64_t kForgottenAfterMs = 24 * 3'600'000;
constexpr std::size_t kTokenSize = 43;
constexpr std::string_view kPurpose = "tamga sign-in ";

// What a challenge carries: id of the key, moment, nonce, MAC.
constexpr std::size_t kKeyId = 4;
constexpr std::size_t kMoment = 8;
constexpr std::size_t kNonce = 16;
constexpr std::size_t kUnproven = kKeyId + kMoment + kNonce;
constexpr std::size_t kBytes = kUnproven + 32;

/// A digest spread evenly: its first bytes are as good as a hash of it.
struct DigestHash {
  std::size_t operator()(crypto::Sha256 const& digest) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
  }
};

std::string moment_bytes(UnixMs moment) {
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(moment.value()) >> shift & 0xFFU));
  return out;
}

UnixMs moment_of(std::string_view bytes) {
  std::uint64_t value = 0;
  for (char const byte : bytes.substr(0, kMoment)) value = value << 8 | static_cast<unsigned char>(byte);
  return UnixMs(static_cast<std::int64_t>(value));
}

Session session_of(sql::Row const& row) {
  Session session{.participant = row.as<ParticipantNo>(0),
                  .certificate = {},
                  .person = std::string(row.text(2)),
                  .opened = row.as<UnixMs>(3),
                  .expires = row.as<UnixMs>(4)};
  std::string_view const certificate = row.blob(1);
  std::copy_n(certificate.begin(), std::min(certificate.size(), session.certificate.size()),
              session.certificate.begin());
  return session;
}

}  // namespace

struct Sessions::State {
  State(sql::Store& opened, crypto::KeyRing const& ring, Rng& random, Clock const& watch, std::string host)
      : store(&opened),
        keys(&ring),
        rng(&random),
        clock(&watch),
        prefix(std::string(kPurpose) + std::move(host) + ' '),
        recent(kRemembered,
               opened.engine() == sql::Engine::Postgres ? std::optional(kTrusted) : std::nullopt) {}

  sql::Store* store;
  crypto::KeyRing const* keys;
  Rng* rng;
  Clock const* clock;
  std::string prefix;
  Recent<crypto::Sha256, Session, DigestHash> recent;

  /// The whole text of a challenge whose bytes before the MAC are `unproven`.
  [[nodiscard]] std::string text_of(crypto::RingKey const& key, std::string_view unproven) const {
    auto const mac = crypto::HmacSha256(key.secret().view()).mac(prefix + std::string(unproven));
    return prefix + crypto::encode_base64_url(std::string(unproven) + std::string(crypto::view(mac)));
  }

  /// When the challenge was made. It is made again and compared whole, so that no second spelling of it
  /// exists.
  [[nodiscard]] Result<UnixMs> made_at(std::string_view challenge) const {
    if (!challenge.starts_with(prefix)) return fail(kChallengeUnknown);
    auto const bytes = crypto::decode_signature_text(challenge.substr(prefix.size()));
    if (!bytes || bytes->size() != kBytes) return fail(kChallengeUnknown);
    std::string_view const unproven = std::string_view(*bytes).substr(0, kUnproven);
    auto const key = keys->find(crypto::KeyPurpose::Session, unproven.substr(0, kKeyId));
    if (!key || (*key)->info().state == crypto::KeyState::Compromised) return fail(kChallengeUnknown);
    if (!crypto::equal_in_constant_time(text_of(**key, unproven), challenge)) return fail(kChallengeUnknown);
    return moment_of(unproven.substr(kKeyId));
  }

  static Result<void> insert(sql::Connection& connection, crypto::Sha256 const& token,
                             crypto::Sha256 const& challenge, Session const& session) {
    auto const one = [](sql::Row const& row) { return row.int64(0); };
    TAMGA_ASSIGN(used, connection.find(kChallengeOf, one, sql::Blob{crypto::view(challenge)}));
    if (used) return fail(kChallengeUsed);
    TAMGA_TRY(connection.execute(kForgetSessions, session.opened.value() - kForgottenAfterMs));
    TAMGA_TRY(connection.execute(kInsertSession, sql::Blob{crypto::view(token)},
                                 sql::Blob{crypto::view(challenge)}, session.participant,
                                 sql::Blob{crypto::view(session.certificate)}, session.person, session.opened,
                                 session.expires));
    return {};
  }
};

Sessions::Sessions(std::unique_ptr<State> state) : state_(std::move(state)) {}
Sessions::~Sessions() = default;

Result<std::unique_ptr<Sessions>> Sessions::open(sql::Store& store, crypto::KeyRing const& keys, Rng& rng,
                                                 Clock const& clock, std::string system) {
  TAMGA_TRY(keys.active(crypto::KeyPurpose::Session));
  return std::unique_ptr<Sessions>(
      new Sessions(std::make_unique<State>(store, keys, rng, clock, std::move(system))));
}

Result<std::string> Sessions::challenge() {
  TAMGA_ASSIGN(key, state_->keys->active(crypto::KeyPurpose::Session));
  std::array<std::byte, kNonce> nonce{};
  state_->rng->fill(nonce);
  std::string unproven(key->id());
  unproven += moment_bytes(state_->clock->now());
  for (std::byte const byte : nonce) unproven.push_back(static_cast<char>(byte));
  return state_->text_of(*key, unproven);
}

Result<Sessions::Opened> Sessions::open_session(sql::Connection& connection, std::string_view challenge,
                                                Signer const& signer) {
  TAMGA_ASSIGN(made_at, state_->made_at(challenge));
  UnixMs const now = state_->clock->now();
  if (now.value() - made_at.value() > kChallengeMs || made_at.value() - now.value() > kChallengeMs)
    return fail(kChallengeExpired);
  Opened opened{.token = crypto::new_token(*state_->rng),
                .session = {.participant = signer.participant,
                            .certificate = signer.certificate,
                            .person = signer.person,
                            .opened = now,
                            .expires = UnixMs(now.value() + kSessionMs)}};
  TAMGA_TRY(State::insert(connection, crypto::token_digest(opened.token), crypto::sha256(challenge),
                          opened.session));
  return opened;
}

Result<Session> Sessions::find(std::string_view token) const {
  if (token.size() != kTokenSize) return fail(kSessionUnknown);
  auto const digest = crypto::token_digest(token);
  auto session = state_->recent.find(digest);
  if (!session) {
    auto const mark = state_->recent.mark();
    TAMGA_ASSIGN(reader, state_->store->reader());
    TAMGA_ASSIGN(found, reader->find(kSessionByToken, session_of, sql::Blob{crypto::view(digest)}));
    if (!found) return fail(kSessionUnknown);
    state_->recent.remember(digest, *found, mark);
    session = std::move(found);
  }
  if (session->expires <= state_->clock->now()) return fail(kSessionExpired);
  return *std::move(session);
}

Result<void> Sessions::close(sql::Connection& connection, std::string_view token) {
  TAMGA_TRY(connection.execute(kCloseSession, sql::Blob{crypto::view(crypto::token_digest(token))},
                               state_->clock->now()));
  return {};
}

void Sessions::forget(std::string_view token) { state_->recent.forget(crypto::token_digest(token)); }

}  // namespace tamga::registry
