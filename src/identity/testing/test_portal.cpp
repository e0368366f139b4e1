// SPDX-License-Identifier: Apache-2.0
#include "identity/testing/test_portal.hpp"

#include <stdexcept>

#include "crypto/base64.hpp"
#include "crypto/cms_contents.hpp"
#include "crypto/signed_token.hpp"

namespace tamga::identity::testing {
namespace {

using outward::Fields;
using outward::testing::reply;

std::string value(Fields const& fields, std::string_view name) {
  for (auto const& [field, text] : fields)
    if (field == name) return text;
  return {};
}

std::string refused(char const* why) {
  return reply(400, nlohmann::json{{"error", why}}.dump(), "Content-Type: application/json\r\n");
}

}  // namespace

TestPortal::TestPortal(Settings settings, crypto::SigningIdentity key, UnixMs now)
    : settings_(std::move(settings)),
      key_(std::move(key)),
      now_(now),
      service_([this](std::string const& request) { return handle(request); }) {}

TestPortal::Returned TestPortal::agree(std::string const& address) {
  Fields const asked = outward::read_form(address.substr(address.find('?') + 1));
  for (char const* needed : {"client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge"})
    if (value(asked, needed).empty()) throw std::runtime_error(std::string("no ") + needed);
  if (value(asked, "client_id") != settings_.client_id) throw std::runtime_error("client_id");
  if (value(asked, "code_challenge_method") != "S256") throw std::runtime_error("code_challenge_method");
  if (settings_.client_secret.empty() && value(asked, "client_secret").empty())
    throw std::runtime_error("no signed proof");
  std::lock_guard const lock(mutex_);
  std::string const code = "code-" + std::to_string(++count_);
  codes_[code] = {.challenge = value(asked, "code_challenge"),
                  .nonce = value(asked, "nonce"),
                  .redirect_uri = value(asked, "redirect_uri")};
  return {.code = code, .state = value(asked, "state")};
}

void TestPortal::change_claims(Json claims) {
  std::lock_guard const lock(mutex_);
  claims_ = std::move(claims);
}
void TestPortal::sign_with(crypto::SigningIdentity key) {
  std::lock_guard const lock(mutex_);
  key_ = std::move(key);
}
void TestPortal::answer_http(int status) {
  std::lock_guard const lock(mutex_);
  status_ = status;
}
void TestPortal::forget_codes() {
  std::lock_guard const lock(mutex_);
  codes_.clear();
}
void TestPortal::change_profile(Json profile) {
  std::lock_guard const lock(mutex_);
  settings_.profile = std::move(profile);
}

std::string TestPortal::token(Fields const& form) {
  auto const found = codes_.find(value(form, "code"));
  if (found == codes_.end()) return refused("invalid_grant");
  Code const code = found->second;
  codes_.erase(found);  // good once, whatever comes of it
  if (value(form, "client_id") != settings_.client_id) return refused("invalid_client");
  if (value(form, "redirect_uri") != code.redirect_uri) return refused("invalid_grant");
  auto const proof = crypto::encode_base64_url(crypto::view(crypto::sha256(value(form, "code_verifier"))));
  if (proof != code.challenge) return refused("invalid_grant");
  if (settings_.client_secret.empty()) {
    auto const cms = crypto::decode_signature_text(value(form, "client_secret"));
    if (!cms || !crypto::read_cms(*cms)) return refused("invalid_client");
  } else if (value(form, "client_secret") != settings_.client_secret) {
    return refused("invalid_client");
  }
  std::string const token = "token-" + std::to_string(++count_);
  tokens_[token] = 2;
  Json answer{{"access_token", token}, {"token_type", "Bearer"}, {"scope", value(form, "scope")}};
  if (!settings_.issuer.empty()) {
    std::int64_t const now = now_.value() / 1000;
    Json claims{{"iss", settings_.issuer}, {"aud", settings_.audience}, {"sub", "1000"}, {"iat", now},
                {"exp", now + 600},        {"nonce", code.nonce}};
    claims.update(claims_);
    answer["id_token"] = crypto::sign_token(key_, claims.dump()).value();
  }
  return reply(200, answer.dump());
}

std::string TestPortal::profile_for(std::string const& token, Json const& body) {
  auto const found = tokens_.find(token);
  if (found == tokens_.end() || found->second-- == 0) return reply(401, "{}");
  return reply(200, body.dump());
}

std::string TestPortal::handle(std::string const& request) {
  std::lock_guard const lock(mutex_);
  if (status_ != 0) return reply(status_, "");
  auto const at = request.find(' ') + 1;
  std::string const path = request.substr(at, request.find(' ', at) - at);
  Fields const form = outward::read_form(request.substr(request.find("\r\n\r\n") + 4));
  std::string const kind = value(form, "grant_type");
  if (kind.ends_with("authorization_code")) return token(form);
  if (kind == "one_access_token_identify") return profile_for(value(form, "access_token"), settings_.profile);
  constexpr std::string_view kBearer = "Authorization: Bearer ";
  auto const header = request.find(kBearer);
  if (header == std::string::npos) return reply(401, "{}");
  auto const from = header + kBearer.size();
  std::string const bearer = request.substr(from, request.find("\r\n", from) - from);
  return profile_for(bearer, path.ends_with("/roles") ? settings_.organizations : settings_.profile);
}

}  // namespace tamga::identity::testing
