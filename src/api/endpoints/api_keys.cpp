// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/api_keys.hpp"

#include "api/event_hub.hpp"
#include "api/once.hpp"
#include "registry/api_keys.hpp"
#include "registry/errors.hpp"

namespace tamga::api {
namespace {

Result<std::vector<registry::AddressRange>> ranges_of(std::vector<std::string> const& texts) {
  std::vector<registry::AddressRange> ranges;
  for (std::string const& text : texts) {
    auto range = registry::AddressRange::parse(text);
    if (!range) return fail(std::move(range).error().at("/addresses/" + std::to_string(ranges.size())));
    ranges.push_back(*std::move(range));
  }
  return ranges;
}

Scopes scopes_of(std::vector<Scope> const& list) {
  Scopes out;
  for (Scope const one : list) out = out | one;
  return out;
}

/// The key of that id.
Result<registry::ApiKey> key_of(Call const& call, std::string_view id) {
  TAMGA_ASSIGN(keys, call.services().api_keys.of(call.caller().number()));
  for (registry::ApiKey& key : keys)
    if (key.id() == id) return std::move(key);
  return fail(registry::kApiKeyNotYours);
}

OnceOrder confirmed(std::string_view action, Confirmation const& confirmation) {
  return {.action = action, .confirmation = &confirmation, .signed_body = SignedBody::Kept};
}

}  // namespace

ApiKeyView ApiKeyView::of(registry::ApiKey const& key, UnixMs now) {
  ApiKeyView view{.key = key.id(),
                  .name = key.name,
                  .scopes = key.scopes.list(),
                  .addresses = {},
                  .state = key.state(now),
                  .created = key.made,
                  .created_by = key.person,
                  .expires = key.expires,
                  .used = key.used,
                  .revoked = key.revoked,
                  .replaced_by = {}};
  for (registry::AddressRange const& range : key.addresses) view.addresses.push_back(range.text());
  if (!key.replaced_by.empty()) view.replaced_by = key.replaced_by;
  return view;
}

Result<CreateApiKey::Output> CreateApiKey::handle(Input const&, Body const& body,
                                                  Confirmation const& confirmation, Call& call) {
  TAMGA_ASSIGN(addresses, ranges_of(body.addresses.value_or(std::vector<std::string>())));
  registry::ApiKeys::Wanted const wanted{.name = body.name,
                                         .scopes = scopes_of(body.scopes),
                                         .addresses = std::move(addresses),
                                         .expires = body.expires,
                                         .signer = confirmation.signer,
                                         .request = confirmation.request};
  std::optional<std::string> token;
  auto const make = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(made, call.services().api_keys.add(turn.connection(), wanted));
    token = std::move(made.token);
    return made.key.id();
  };
  TAMGA_ASSIGN(done, once(call, confirmed(kSpec.action, confirmation), make));
  TAMGA_ASSIGN(key, key_of(call, done.object));
  return Output{done.again ? std::nullopt : std::move(token), ApiKeyView::of(key, call.now())};
}

Result<RotateApiKey::Output> RotateApiKey::handle(Input const&, Body const& body,
                                                  Confirmation const& confirmation, Call& call) {
  registry::ApiKeys::Rotation const rotation{.id = body.key,
                                             .expires = body.expires,
                                             .old_until = body.old_until,
                                             .signer = confirmation.signer,
                                             .request = confirmation.request};
  registry::ApiKeys& keys = call.services().api_keys;
  std::optional<std::string> token;
  auto const rotate = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(rotated, keys.rotate(turn.connection(), rotation));
    token = std::move(rotated.made.token);
    return rotated.made.key.id();
  };
  TAMGA_ASSIGN(done, once(call, confirmed(kSpec.action, confirmation), rotate));
  TAMGA_ASSIGN(made, key_of(call, done.object));
  TAMGA_ASSIGN(old, key_of(call, body.key));
  keys.forget(old);
  return Output{done.again ? std::nullopt : std::move(token), ApiKeyView::of(made, call.now()),
                ApiKeyView::of(old, call.now())};
}

Result<ListApiKeys::Output> ListApiKeys::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(keys, call.services().api_keys.of(call.caller().number()));
  Output out;
  for (registry::ApiKey const& key : keys) out.keys.push_back(ApiKeyView::of(key, call.now()));
  return out;
}

Result<RevokeApiKey::Output> RevokeApiKey::handle(Input const& input, Call& call) {
  registry::ApiKeys& keys = call.services().api_keys;
  TAMGA_TRY(once(call, {.action = kSpec.action},
                 [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                   TAMGA_ASSIGN(revoked, keys.revoke(turn.connection(), call.caller().number(), input.key));
                   return revoked.id();
                 }));
  TAMGA_ASSIGN(revoked, key_of(call, input.key));
  keys.forget(revoked);
  call.services().events.end_ended();
  return Output{};
}

template struct RowOf<CreateApiKey>;
template struct RowOf<RotateApiKey>;
template struct RowOf<ListApiKeys>;
template struct RowOf<RevokeApiKey>;

}  // namespace tamga::api
