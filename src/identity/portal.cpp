// SPDX-License-Identifier: Apache-2.0
#include "identity/portal.hpp"

#include <algorithm>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "crypto/constant_time.hpp"
#include "identity/errors.hpp"
#include "identity/id_token.hpp"

namespace tamga::identity {
namespace {

using outward::Fields;

constexpr int kOk = 200;
constexpr std::size_t kMostBytes = 256 << 10;
constexpr std::size_t kMostCode = 4096;

crypto::Sha256 derived(std::string_view what, std::string_view handle) {
  return crypto::sha256("tamga " + std::string(what) + "\n" + std::string(handle));
}

/// Portals want a UUID (RFC 9562, version 8: its bits are our own).
std::string state_of(std::string_view handle) {
  crypto::Sha256 bytes = derived("state", handle);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  std::string text = crypto::hex(bytes).substr(0, 32);
  for (std::size_t const at : {8U, 13U, 18U, 23U}) text.insert(at, "-");
  return text;
}

std::string nonce_of(std::string_view handle) { return crypto::hex(derived("nonce", handle)); }

std::string verifier_of(std::string_view handle) {
  return crypto::encode_base64_url(crypto::view(derived("verifier", handle)));
}

std::string challenge_of(std::string_view handle) {
  return crypto::encode_base64_url(crypto::view(crypto::sha256(verifier_of(handle))));
}

void add_extra(Fields& fields, std::vector<std::string> const& extra) {
  for (std::string const& one : extra) {
    auto const equals = one.find('=');
    fields.emplace_back(one.substr(0, equals), equals == std::string::npos ? "" : one.substr(equals + 1));
  }
}

/// "2026.03.01 09:00:00 +0000".
std::string stamp_of(UnixMs now) {
  std::string text = rfc3339(now).substr(0, 19);
  std::replace(text.begin(), text.begin() + 10, '-', '.');
  text[10] = ' ';
  return text + " +0000";
}

std::string with_subject(std::string url, std::string const& subject) {
  constexpr std::string_view kPlace = "{sub}";
  auto const at = url.find(kPlace);
  if (at != std::string::npos) {
    std::string const encoded = outward::form_of({{"", subject}}).substr(1);
    url.replace(at, kPlace.size(), encoded);
  }
  return url;
}

/// What a portal says when the code was used, has run out, or is not one.
bool refuses_code(int status) { return status == 400 || status == 401 || status == 403; }

}  // namespace

Portal::Portal(Provider provider, PortalAccess access, Clock const& clock, Rng& rng)
    : provider_(std::move(provider)),
      access_(std::move(access)),
      clock_(&clock),
      // A code is good once: a second try after a time-out would only be refused.
      caller_({.attempts = 1}, access_.breaker, clock, rng) {}

/// Adds the proof of who we are: over the values of the provider's fields, one behind the other.
Result<Fields> Portal::signed_proof(Fields fields) const {
  if (provider_.client_proof == ClientProof::Secret) return fields;
  std::string text;
  for (std::string const& name : provider_.signed_fields)
    for (auto const& [field, value] : fields)
      if (field == name) text += value;
  if (!access_.identity) return fail(Error(kProviderAnswer).log("no key to sign with"));
  TAMGA_ASSIGN(cms, crypto::sign_detached(*access_.identity, text, clock_->now()));
  fields.emplace_back("client_secret", crypto::encode_base64_url(cms));
  return fields;
}

Result<std::string> Portal::begin(std::string_view handle) const {
  Fields fields{{"response_type", provider_.response_type},
                {"client_id", access_.client_id},
                {"redirect_uri", access_.redirect_uri},
                {"scope", provider_.scope},
                {"state", state_of(handle)},
                {"nonce", nonce_of(handle)}};
  if (provider_.pkce) {
    fields.emplace_back("code_challenge", challenge_of(handle));
    fields.emplace_back("code_challenge_method", "S256");
  }
  if (provider_.client_proof == ClientProof::SignedFields)
    fields.emplace_back("timestamp", stamp_of(clock_->now()));
  add_extra(fields, provider_.extra);
  add_extra(fields, access_.extra);
  TAMGA_ASSIGN(proven, signed_proof(std::move(fields)));
  char const joint = provider_.authorize_url.find('?') == std::string::npos ? '?' : '&';
  return provider_.authorize_url + joint + outward::form_of(proven);
}

/// The body of a good answer; a form is posted, none is a GET.
Result<std::string> Portal::ask(std::string const& url, Fields const& form,
                                std::vector<std::string> headers) {
  headers.emplace_back("Accept: application/json");
  auto const reply = caller_.ask({.url = url,
                                  .headers = std::move(headers),
                                  .body = outward::form_of(form),
                                  .body_type = "application/x-www-form-urlencoded",
                                  .timeout = access_.timeout,
                                  .most_bytes = kMostBytes,
                                  .ca_file = access_.ca_file});
  if (!reply) return fail(Error(kProviderSilent).log(describe(reply.error())));
  if (refuses_code(reply->status)) return fail(Error(kCodeRefused).log(std::to_string(reply->status)));
  if (reply->status != kOk) return fail(Error(kProviderAnswer).log(std::to_string(reply->status)));
  return reply->body;
}

Result<std::string> Portal::exchange(std::string_view handle, std::string_view state, std::string_view code) {
  Fields form{{"grant_type", provider_.grant_type},
              {"client_id", access_.client_id},
              {"redirect_uri", access_.redirect_uri},
              {"code", std::string(code)}};
  if (provider_.pkce) form.emplace_back("code_verifier", verifier_of(handle));
  if (provider_.client_proof == ClientProof::Secret) {
    form.emplace_back("client_secret", access_.client_secret);
  } else {
    form.emplace_back("scope", provider_.scope);
    form.emplace_back("state", std::string(state));
    form.emplace_back("timestamp", stamp_of(clock_->now()));
    form.emplace_back("token_type", "Bearer");
    add_extra(form, access_.extra);
  }
  TAMGA_ASSIGN(proven, signed_proof(std::move(form)));
  return ask(provider_.token_url, proven, {});
}

Result<std::string> Portal::profile(std::string const& url, std::string const& token,
                                    std::string const& subject) {
  if (!provider_.profile_grant_type.empty())
    return ask(url,
               {{"grant_type", provider_.profile_grant_type},
                {"client_id", access_.client_id},
                {"client_secret", access_.client_secret},
                {"access_token", token},
                {"scope", provider_.scope}},
               {});
  return ask(with_subject(url, subject), {}, {"Authorization: Bearer " + token});
}

Result<ExternalPerson> Portal::finish(std::string_view handle, std::string_view state,
                                      std::string_view code) {
  if (!crypto::equal_in_constant_time(state_of(handle), state)) return fail(kStateUnknown);
  if (code.empty() || code.size() > kMostCode) return fail(kCodeRefused);
  TAMGA_ASSIGN(answer, exchange(handle, state, code));
  std::string const token = find_claim(answer, {"access_token"});
  if (token.empty() || token.find_first_of("\r\n") != std::string::npos)
    return fail(Error(kProviderAnswer).log("no access_token"));
  std::vector<std::string> answers;
  if (!provider_.issuer.empty()) {
    TAMGA_ASSIGN(claims, read_id_token(find_claim(answer, {"id_token"}), access_.token_keys,
                                       {.issuer = provider_.issuer,
                                        .audience = access_.client_id,
                                        .nonce = nonce_of(handle),
                                        .now = clock_->now()}));
    answers.push_back(std::move(claims));
  }
  std::string const subject = answers.empty() ? "" : find_claim(answers.front(), provider_.claims.subject);
  for (std::string const* url : {&provider_.profile_url, &provider_.organizations_url}) {
    if (url->empty()) continue;
    TAMGA_ASSIGN(more, profile(*url, token, subject));
    // Tokens of two people must not become one person.
    std::string const other = find_claim(more, provider_.claims.subject);
    if (!subject.empty() && !other.empty() && other != subject)
      return fail(Error(kProviderAnswer).log("the profile is of somebody else"));
    answers.push_back(std::move(more));
  }
  return read_person(provider_, answers);
}

Result<Portal*> Portals::find(std::string_view code) const {
  for (auto const& one : all_)
    if (one->provider().code == code) return one.get();
  return fail(Error(kProviderUnknown).with("provider", std::string(code.substr(0, 40))));
}

}  // namespace tamga::identity
