// SPDX-License-Identifier: Apache-2.0
#include "registry/api_keys.hpp"

#include <algorithm>

#include "crypto/token.hpp"
#include "registry/digest_rows.hpp"
#include "registry/ending.hpp"
#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/tables.hpp"

namespace tamga::registry {
namespace {

constexpr std::string_view kPrefix = "tk_";
constexpr std::size_t kTokenSize = 46;
constexpr int kListMax = 1000;

constexpr sql::Statement kEnding{
    "registry.api_keys.ending",
    "SELECT digest, participant, name, scopes, addresses, certificate, person, made, expires, used, revoked, "
    "replaced_by FROM api_key WHERE expires > $1 AND expires <= $2 AND revoked = 0 AND replaced_by = '' "
    "ORDER BY expires, digest LIMIT 10000"};

std::string join(std::vector<AddressRange> const& ranges) {
  std::string out;
  for (AddressRange const& range : ranges) out.append(out.empty() ? "" : ",").append(range.text());
  return out;
}

/// What cannot be read is a range that holds nothing: a key is never good for more than was asked.
Result<std::vector<AddressRange>> split(std::string_view text) {
  std::vector<AddressRange> ranges;
  while (!text.empty()) {
    auto const end = std::min(text.find(','), text.size());
    TAMGA_ASSIGN(range, AddressRange::parse(text.substr(0, end)));
    ranges.push_back(std::move(range));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ranges;
}

std::optional<UnixMs> moment_at(sql::Row const& row, int column) {
  return row.int64(column) == 0 ? std::nullopt : std::optional(row.as<UnixMs>(column));
}

Result<ApiKey> key_of(sql::Row const& row) {
  TAMGA_ASSIGN(addresses, split(row.text(4)));
  return ApiKey{.digest = digest_at(row, 0),
                .participant = row.as<ParticipantNo>(1),
                .name = std::string(row.text(2)),
                .scopes = Scopes::of_bits(row.int64(3)),
                .addresses = std::move(addresses),
                .certificate = digest_at(row, 5),
                .person = std::string(row.text(6)),
                .made = row.as<UnixMs>(7),
                .expires = row.as<UnixMs>(8),
                .used = moment_at(row, 9),
                .revoked = moment_at(row, 10),
                .replaced_by = std::string(row.text(11))};
}

Result<std::vector<ApiKey>> collect(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<ApiKey> keys;
  std::optional<Error> unread;
  TAMGA_TRY(rows->each([&](sql::Row const& row) {
    if (auto key = key_of(row))
      keys.push_back(*std::move(key));
    else
      unread = std::move(key).error();
  }));
  if (unread) return fail(*std::move(unread));
  return keys;
}

Result<std::vector<ApiKey>> keys_of(sql::Connection& connection, ParticipantNo participant) {
  return collect(connection.query(kApiKeysOf, participant, kListMax));
}

std::optional<Error> refusal_of(ApiKey const& key, std::string_view address, UnixMs now) {
  auto const state = key.state(now);
  if (state == ApiKeyState::Revoked) return Error(kApiKeyRevoked).with("key", key.id());
  if (state == ApiKeyState::Expired) return Error(kApiKeyExpired).with("key", key.id());
  bool const near =
      key.addresses.empty() || std::any_of(key.addresses.begin(), key.addresses.end(),
                                           [&](AddressRange const& range) { return range.holds(address); });
  if (!near) return Error(kApiKeyAddress).with("address", std::string(address)).with("key", key.id());
  return std::nullopt;
}

}  // namespace

struct ApiKeys::State {
  State(sql::Store& opened, Rng& random, Clock const& watch)
      : store(&opened),
        rng(&random),
        clock(&watch),
        recent(kRemembered,
               opened.engine() == sql::Engine::Postgres ? std::optional(kTrusted) : std::nullopt) {}

  sql::Store* store;
  Rng* rng;
  Clock const* clock;
  Recent<crypto::Sha256, ApiKey, DigestHash> recent;

  [[nodiscard]] bool shared() const { return store->engine() == sql::Engine::Postgres; }
  [[nodiscard]] bool due(ApiKey const& key) const {
    return !key.used || clock->now().value() - key.used->value() >= kUseNotedMs;
  }

  /// `anew`: what memory holds is not enough.
  [[nodiscard]] Result<ApiKey> read(crypto::Sha256 const& digest, std::uint64_t mark, bool anew) const {
    auto const known = recent.find(digest);
    if (known && !(anew && shared() && due(*known))) return *known;
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(found, reader->find(kApiKeyByDigest, key_of, sql::Blob{crypto::view(digest)}));
    if (!found) return fail(kApiKeyUnknown);
    TAMGA_ASSIGN(key, *std::move(found));
    // The last use may still be on its way to the store.
    if (known) key.used = std::max(key.used, known->used);
    recent.remember(digest, key, mark);
    return std::move(key);
  }

  static Result<void> check_unused(sql::Connection& connection, crypto::Sha256 const& request) {
    auto const one = [](sql::Row const& row) { return row.int64(0); };
    TAMGA_ASSIGN(used, connection.find(kApiKeyRequest, one, sql::Blob{crypto::view(request)}));
    if (used) return fail(kApiKeyRequestUsed);
    return {};
  }
  [[nodiscard]] Result<void> check_term(UnixMs expires) const {
    std::int64_t const term = expires.value() - clock->now().value();
    if (term <= 0 || term > kLongestMs) return fail(Error(kApiKeyTerm).at("/expires"));
    return {};
  }
  Result<Made> insert(sql::Connection& connection, Wanted const& wanted) const {
    Made made{.token = std::string(kPrefix) + crypto::new_token(*rng),
              .key = {.participant = wanted.signer.participant,
                      .name = wanted.name,
                      .scopes = wanted.scopes,
                      .addresses = wanted.addresses,
                      .certificate = wanted.signer.certificate,
                      .person = wanted.signer.person,
                      .made = clock->now(),
                      .expires = wanted.expires}};
    ApiKey& key = made.key;
    key.digest = crypto::token_digest(made.token);
    std::string const addresses = join(key.addresses);
    TAMGA_TRY(connection.execute(kInsertApiKey, sql::Blob{crypto::view(key.digest)},
                                 sql::Blob{crypto::view(wanted.request)}, key.participant, key.name,
                                 key.scopes.bits(), addresses, sql::Blob{crypto::view(key.certificate)},
                                 key.person, key.made, key.expires));
    return made;
  }
  static Result<ApiKey> own(sql::Connection& connection, ParticipantNo participant, std::string_view id) {
    TAMGA_ASSIGN(keys, keys_of(connection, participant));
    for (ApiKey& key : keys)
      if (key.id() == id) return std::move(key);
    return fail(kApiKeyNotYours);
  }
};

ApiKeys::ApiKeys(std::unique_ptr<State> state) : state_(std::move(state)) {}
ApiKeys::~ApiKeys() = default;

bool ApiKeys::is_one(std::string_view token) {
  return token.size() == kTokenSize && token.starts_with(kPrefix);
}

Result<std::unique_ptr<ApiKeys>> ApiKeys::open(sql::Store& store, Rng& rng, Clock const& clock) {
  return std::unique_ptr<ApiKeys>(new ApiKeys(std::make_unique<State>(store, rng, clock)));
}

Result<ApiKeys::Made> ApiKeys::add(sql::Connection& connection, Wanted const& wanted) {
  TAMGA_TRY(state_->check_term(wanted.expires));
  TAMGA_TRY(State::check_unused(connection, wanted.request));
  TAMGA_ASSIGN(keys, keys_of(connection, wanted.signer.participant));
  std::erase_if(keys, [now = state_->clock->now()](ApiKey const& key) { return !key.current(now); });
  if (keys.size() >= kCurrentMax)
    return fail(Error(kApiKeyTooMany).with("limit", std::to_string(kCurrentMax)));
  for (ApiKey const& key : keys)
    if (key.name == wanted.name) return fail(Error(kApiKeyNameTaken).at("/name").with("name", wanted.name));
  return state_->insert(connection, wanted);
}

Result<ApiKeys::Rotated> ApiKeys::rotate(sql::Connection& connection, Rotation const& rotation) {
  UnixMs const now = state_->clock->now();
  TAMGA_TRY(state_->check_term(rotation.expires));
  TAMGA_TRY(State::check_unused(connection, rotation.request));
  TAMGA_ASSIGN(old, State::own(connection, rotation.signer.participant, rotation.id));
  if (!old.current(now)) return fail(Error(kApiKeyEnded).with("key", old.id()));
  UnixMs const until = rotation.old_until.value_or(UnixMs(now.value() + kOverlapMs));
  TAMGA_ASSIGN(made, state_->insert(connection, {.name = old.name,
                                                 .scopes = old.scopes,
                                                 .addresses = old.addresses,
                                                 .expires = rotation.expires,
                                                 .signer = rotation.signer,
                                                 .request = rotation.request}));
  old.expires = std::min(old.expires, std::max(until, now));
  old.replaced_by = made.key.id();
  TAMGA_TRY(
      connection.execute(kReplaceApiKey, sql::Blob{crypto::view(old.digest)}, old.replaced_by, old.expires));
  return Rotated{std::move(made), std::move(old)};
}

Result<ApiKey> ApiKeys::revoke(sql::Connection& connection, ParticipantNo participant, std::string_view id) {
  TAMGA_ASSIGN(key, State::own(connection, participant, id));
  UnixMs const now = state_->clock->now();
  TAMGA_TRY(connection.execute(kRevokeApiKey, sql::Blob{crypto::view(key.digest)}, now));
  if (!key.revoked) key.revoked = now;
  return std::move(key);
}

Result<std::vector<ApiKey>> ending_keys(sql::Connection& connection, UnixMs from, UnixMs until) {
  return collect(connection.query(kEnding, from, until));
}

void ApiKeys::forget(ApiKey const& key) { state_->recent.forget(key.digest); }

Result<std::vector<ApiKey>> ApiKeys::of(ParticipantNo participant) const {
  TAMGA_ASSIGN(reader, state_->store->reader());
  return keys_of(*reader, participant);
}

Result<ApiKeys::Seen> ApiKeys::look(std::string_view token, std::string_view address) const {
  if (!is_one(token)) return fail(kApiKeyUnknown);
  auto const digest = crypto::token_digest(token);
  auto const mark = state_->recent.mark();
  // Using a key makes memory believe in it for longer: where others may have revoked it, it is read anew.
  TAMGA_ASSIGN(key, state_->read(digest, mark, true));
  UnixMs const now = state_->clock->now();
  Seen seen{.key = std::move(key), .refusal = {}};
  seen.refusal = refusal_of(seen.key, address, now);
  if (!seen.refusal && state_->due(seen.key)) {
    seen.due = true;
    seen.key.used = now;
    state_->recent.remember(digest, seen.key, mark);
  }
  return seen;
}

Result<ApiKey> ApiKeys::find(std::string_view token, std::string_view address) const {
  if (!is_one(token)) return fail(kApiKeyUnknown);
  TAMGA_ASSIGN(key, state_->read(crypto::token_digest(token), state_->recent.mark(), false));
  if (auto refusal = refusal_of(key, address, state_->clock->now())) return fail(*std::move(refusal));
  return std::move(key);
}

Result<void> ApiKeys::note_use(sql::Connection& connection, ApiKey const& key) const {
  if (!key.used) return {};
  TAMGA_TRY(connection.execute(kUseApiKey, sql::Blob{crypto::view(key.digest)}, *key.used));
  return {};
}

}  // namespace tamga::registry
