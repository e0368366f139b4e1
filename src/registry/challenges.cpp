// SPDX-License-Identifier: Apache-2.0
#include "registry/challenges.hpp"

#include <array>

#include "crypto/base64.hpp"
#include "crypto/constant_time.hpp"
#include "registry/errors.hpp"
#include "registry/tables.hpp"

namespace tamga::registry {
namespace {

// What a challenge carries: id of the key, moment, nonce, MAC.
constexpr std::size_t kKeyId = 4;
constexpr std::size_t kMoment = 8;
constexpr std::size_t kNonce = 16;
constexpr std::size_t kUnproven = kKeyId + kMoment + kNonce;
constexpr std::size_t kBytes = kUnproven + 32;

/// Longer than any challenge is good for, whichever way clocks differ.
constexpr std::int64_t kRememberedMs = 24 * 3'600'000;

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

constexpr std::string_view word_of(Purpose purpose) {
  constexpr std::array<std::string_view, 4> kWords{"sign-in", "apply", "confirm", "external"};
  return kWords[static_cast<std::size_t>(purpose)];
}

/// The whole text of a challenge that begins with `words` and whose bytes before the MAC are `unproven`.
std::string text_of(std::string const& words, crypto::RingKey const& key, std::string_view unproven) {
  auto const mac = crypto::HmacSha256(key.secret().view()).mac(words + std::string(unproven));
  return words + crypto::encode_base64_url(std::string(unproven) + std::string(crypto::view(mac)));
}

}  // namespace

Challenges::Challenges(crypto::KeyRing const& keys, Rng& rng, Clock const& clock, std::string system)
    : keys_(&keys), rng_(&rng), clock_(&clock), system_(std::move(system)) {}

std::string Challenges::words_of(Purpose purpose, std::string_view about) const {
  std::string words = "tamga " + std::string(word_of(purpose)) + ' ' + system_ + ' ';
  if (!about.empty()) words.append(about).push_back(' ');
  return words;
}

Result<std::string> Challenges::make(Purpose purpose, std::string_view about) const {
  TAMGA_ASSIGN(key, keys_->active(crypto::KeyPurpose::Session));
  std::array<std::byte, kNonce> nonce{};
  rng_->fill(nonce);
  std::string unproven(key->id());
  unproven += moment_bytes(clock_->now());
  for (std::byte const byte : nonce) unproven.push_back(static_cast<char>(byte));
  return text_of(words_of(purpose, about), *key, unproven);
}

/// It is made again and compared whole, so that no second spelling of it exists.
Result<UnixMs> Challenges::made_at(std::string_view words, std::string_view challenge) const {
  if (!challenge.starts_with(words)) return fail(kChallengeUnknown);
  auto const bytes = crypto::decode_signature_text(challenge.substr(words.size()));
  if (!bytes || bytes->size() != kBytes) return fail(kChallengeUnknown);
  std::string_view const unproven = std::string_view(*bytes).substr(0, kUnproven);
  auto const key = keys_->find(crypto::KeyPurpose::Session, unproven.substr(0, kKeyId));
  if (!key || (*key)->info().state == crypto::KeyState::Compromised) return fail(kChallengeUnknown);
  if (!crypto::equal_in_constant_time(text_of(std::string(words), **key, unproven), challenge))
    return fail(kChallengeUnknown);
  return moment_of(unproven.substr(kKeyId));
}

Result<crypto::Sha256> Challenges::judge(Purpose purpose, std::string_view challenge,
                                         std::string_view about) const {
  TAMGA_ASSIGN(made, made_at(words_of(purpose, about), challenge));
  std::int64_t const age = clock_->now().value() - made.value();
  std::int64_t const good_for = purpose == Purpose::External ? kExternalGoodForMs : kGoodForMs;
  if (age > good_for || age < -kGoodForMs) return fail(kChallengeExpired);
  return crypto::sha256(challenge);
}

Result<bool> Challenges::used(sql::Connection& connection, crypto::Sha256 const& digest) const {
  auto const moment = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(found, connection.find(kChallengeUse, moment, sql::Blob{crypto::view(digest)}));
  return found.has_value();
}

Result<void> Challenges::use(sql::Connection& connection, crypto::Sha256 const& digest) const {
  sql::Blob const key{crypto::view(digest)};
  TAMGA_ASSIGN(before, used(connection, digest));
  if (before) return fail(kChallengeUsed);
  std::int64_t const now = clock_->now().value();
  TAMGA_TRY(connection.execute(kForgetChallenges, now - kRememberedMs));
  TAMGA_TRY(connection.execute(kUseChallenge, key, now));
  return {};
}

}  // namespace tamga::registry
