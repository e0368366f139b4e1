// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/api_keys.hpp"

#include "api/event_hub.hpp"
#include "api/in_turn.hpp"
#include "base/failure.hpp"
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

registry::ApiKey const& new_key(registry::ApiKeys::Made const& made) { return made.key; }
registry::ApiKey const& new_key(registry::ApiKeys::Rotated const& rotated) { return rotated.made.key; }

/// What `change` makes in a turn, with its entry: in the name of whoever signed. A refusal changes nothing
/// but that the challenge is used; whoever runs endpoints puts it into the journal.
template <class Change>
auto confirmed(Call const& call, Confirmation const& confirmation, std::string_view action, Change change)
    -> std::invoke_result_t<Change, sql::Connection&> {
  std::invoke_result_t<Change, sql::Connection&> made = fail(registry::kApiKeyNotYours);
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    if (auto const used = confirmation.use(call.services(), turn.connection()); !used)
      made = fail(used.error());
    else
      made = change(turn.connection());
    if (!made) return is_failure(made.error()) ? Result<void>(fail(made.error())) : Result<void>();
    journal::Entry entry = entry_of(call, std::string(action));
    entry.at = turn.now();
    entry.certificate = crypto::view(confirmation.signer.certificate);
    entry.body_hash = crypto::view(confirmation.request);
    entry.object = new_key(*made).id();
    entry.result = "accepted";
    turn.journal(std::move(entry));
    return {};
  }));
  return made;
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
  TAMGA_ASSIGN(made, confirmed(call, confirmation, kSpec.action, [&](sql::Connection& connection) {
                 return call.services().api_keys.add(connection, wanted);
               }));
  return Output{std::move(made.token), ApiKeyView::of(made.key, call.now())};
}

Result<RotateApiKey::Output> RotateApiKey::handle(Input const&, Body const& body,
                                                  Confirmation const& confirmation, Call& call) {
  registry::ApiKeys::Rotation const rotation{.id = body.key,
                                             .expires = body.expires,
                                             .old_until = body.old_until,
                                             .signer = confirmation.signer,
                                             .request = confirmation.request};
  registry::ApiKeys& keys = call.services().api_keys;
  TAMGA_ASSIGN(rotated, confirmed(call, confirmation, kSpec.action, [&](sql::Connection& connection) {
                 return keys.rotate(connection, rotation);
               }));
  keys.forget(rotated.old);
  return Output{std::move(rotated.made.token), ApiKeyView::of(rotated.made.key, call.now()),
                ApiKeyView::of(rotated.old, call.now())};
}

Result<ListApiKeys::Output> ListApiKeys::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(keys, call.services().api_keys.of(call.caller().number()));
  Output out;
  for (registry::ApiKey const& key : keys) out.keys.push_back(ApiKeyView::of(key, call.now()));
  return out;
}

Result<RevokeApiKey::Output> RevokeApiKey::handle(Input const& input, Call& call) {
  registry::ApiKeys& keys = call.services().api_keys;
  Result<registry::ApiKey> revoked = fail(registry::kApiKeyNotYours);
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    revoked = keys.revoke(turn.connection(), call.caller().number(), input.key);
    if (!revoked) return is_failure(revoked.error()) ? Result<void>(fail(revoked.error())) : Result<void>();
    journal::Entry entry = entry_of(call, std::string(kSpec.action));
    entry.at = turn.now();
    entry.object = revoked->id();
    entry.result = "accepted";
    turn.journal(std::move(entry));
    return {};
  }));
  if (!revoked) return fail(std::move(revoked).error());
  keys.forget(*revoked);
  call.services().events.end_ended();
  return Output{};
}

template struct RowOf<CreateApiKey>;
template struct RowOf<RotateApiKey>;
template struct RowOf<ListApiKeys>;
template struct RowOf<RevokeApiKey>;

}  // namespace tamga::api
