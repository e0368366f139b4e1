// SPDX-License-Identifier: Apache-2.0
#include "api/once.hpp"

#include "api/errors.hpp"
#include "base/failure.hpp"
#include "registry/errors.hpp"
#include "registry/keyed_call.hpp"
#include "registry/sessions.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

using registry::KeyedCall;

std::string_view body_of(Call const& call, OnceOrder const& order) {
  return order.body.empty() ? call.request().body() : order.body;
}

std::vector<KeyedCall> keys_of(Call const& call, OnceOrder const& order) {
  auto const participant = call.signed_in() ? call.caller().number() : registry::ParticipantNo();
  std::string const asked = std::string(http::name_of(call.request().method())) + '\n' +
                            std::string(call.request().path()) + '\n' + std::string(body_of(call, order));
  crypto::Sha256 const request = crypto::sha256(asked);
  std::vector<KeyedCall> out;
  if (auto const key = call.request().header("Idempotency-Key")) {
    // Callers whom nobody knows share no keys: theirs counts together with what they ask.
    std::string const name = call.signed_in()
                                 ? "key " + std::string(*key)
                                 : "open " + crypto::hex(crypto::sha256(std::string(*key) + '\n' + asked));
    out.push_back({participant, name, request});
  }
  bool const signed_body = order.confirmation != nullptr && !order.confirmation->challenge;
  if (signed_body && order.signed_body == SignedBody::OneCall)
    out.push_back({participant, "signed " + crypto::hex(order.confirmation->request), request});
  return out;
}

journal::Entry entry_for(Call const& call, OnceOrder const& order, UnixMs now) {
  journal::Entry entry = entry_of(call, std::string(order.action));
  entry.at = now;
  std::string_view const bytes = body_of(call, order);
  if (!bytes.empty()) entry.body_hash = crypto::view(crypto::sha256(bytes));
  if (order.confirmation != nullptr) entry.certificate = crypto::view(order.confirmation->signer.certificate);
  entry.idempotency_key = std::string(call.request().header("Idempotency-Key").value_or(""));
  entry.object = order.object;
  entry.result = "accepted";
  return entry;
}

/// What is refused leaves the challenge good for another try.
Result<void> check_unused(Call const& call, Confirmation const& confirmation, sql::Connection& connection) {
  if (!confirmation.challenge) return {};
  TAMGA_ASSIGN(used, call.services().sessions.challenges().used(connection, *confirmation.challenge));
  return used ? Result<void>(fail(registry::kChallengeUsed)) : Result<void>();
}

Result<Done> perform(Call const& call, OnceOrder const& order, documents::Turn& turn, OnceWork const& work,
                     journal::Entry& entry) {
  auto const keys = keys_of(call, order);
  for (KeyedCall const& key : keys) {
    TAMGA_ASSIGN(earlier, registry::find_call(turn.connection(), key));
    if (earlier) return Done{*std::move(earlier), true};
  }
  // What a refusal leaves unfinished is undone, while its entry in the journal stays.
  TAMGA_ASSIGN(part, sql::Savepoint::begin(turn.connection()));
  if (auto const* const confirmation = order.confirmation) {
    TAMGA_TRY(check_unused(call, *confirmation, turn.connection()));
    TAMGA_TRY(confirmation->use(call.services(), turn.connection()));
  }
  TAMGA_ASSIGN(object, work(turn, entry));
  for (KeyedCall const& key : keys)
    TAMGA_TRY(registry::note_call(turn.connection(), key, object, turn.now()));
  TAMGA_TRY(part.release());
  return Done{std::move(object), false};
}

}  // namespace

Result<Done> once(Call const& call, OnceOrder const& order, OnceWork const& work) {
  bool const challenge = order.confirmation == nullptr || order.confirmation->challenge.has_value();
  if (!challenge && order.signed_body == SignedBody::Nothing) return fail(kStepUpNeeded);
  Result<Done> done = Done{};
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    journal::Entry entry = entry_for(call, order, turn.now());
    done = perform(call, order, turn, work, entry);
    if (!done && is_failure(done.error())) return fail(done.error());
    if (done ? done->again || order.action.empty() : !order.tells_refusals) return {};
    if (done && entry.object.empty()) entry.object = done->object;
    if (!done) {
      entry.result = "refused";
      entry.state.clear();
      entry.error = done.error().name();
    }
    turn.journal(std::move(entry));
    return {};
  }));
  return done;
}

Result<void> refuse(Call const& call, std::string action, Error const& error) {
  if (is_failure(error)) return fail(error);
  TAMGA_TRY(once(call, {.action = action, .tells_refusals = true},
                 [&](documents::Turn&, journal::Entry&) -> Result<std::string> { return fail(error); }));
  return {};
}

}  // namespace tamga::api
