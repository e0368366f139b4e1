// SPDX-License-Identifier: Apache-2.0
#include "identity/id_token.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "crypto/constant_time.hpp"
#include "crypto/signed_token.hpp"
#include "identity/errors.hpp"

namespace tamga::identity {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kDifferenceSeconds = 120;

std::string text(Json const& claims, char const* name) {
  auto const found = claims.find(name);
  return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> seconds(Json const& claims, char const* name) {
  auto const found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

/// Ours alone; among several only when we are the party the token was made for.
bool is_for(Json const& claims, std::string_view client) {
  auto const audience = claims.find("aud");
  if (audience == claims.end()) return false;
  if (audience->is_string()) return audience->get<std::string>() == client;
  if (!audience->is_array()) return false;
  bool const named = std::any_of(audience->begin(), audience->end(), [&](Json const& one) {
    return one.is_string() && one.get<std::string>() == client;
  });
  return named && (audience->size() == 1 || text(claims, "azp") == client);
}

bool is_of_now(Json const& claims, UnixMs moment) {
  std::int64_t const now = moment.value() / 1000;
  auto const expires = seconds(claims, "exp");
  auto const issued = seconds(claims, "iat");
  auto const from = seconds(claims, "nbf");
  return expires && *expires + kDifferenceSeconds > now && (!issued || *issued <= now + kDifferenceSeconds) &&
         (!from || *from <= now + kDifferenceSeconds);
}

}  // namespace

Result<std::string> read_id_token(std::string_view token, std::span<crypto::Certificate const> keys,
                                  TokenExpectation const& expected) {
  auto proven = crypto::verify_token(token, keys);
  if (!proven) return fail(Error(kTokenSignature).log(describe(proven.error())));
  Json const claims = Json::parse(*proven, nullptr, false);
  if (!claims.is_object()) return fail(Error(kProviderAnswer).log("claims"));
  if (text(claims, "iss") != expected.issuer) return fail(Error(kTokenIssuer).log(text(claims, "iss")));
  if (!is_for(claims, expected.audience)) return fail(kTokenAudience);
  if (!is_of_now(claims, expected.now)) return fail(kTokenTime);
  if (!crypto::equal_in_constant_time(text(claims, "nonce"), expected.nonce)) return fail(kTokenNonce);
  return *std::move(proven);
}

}  // namespace tamga::identity
