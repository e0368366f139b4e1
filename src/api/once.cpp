// SPDX-License-Identifier: Apache-2.0
#include "api/once.hpp"

#include "api/in_turn.hpp"
#include "base/failure.hpp"
#include "contract_office/calls.hpp"

namespace tamga::api {
namespace {

using contract_office::KeyedCall;

std::vector<KeyedCall> keys_of(Call const& call, OnceOrder const& order) {
  auto const participant = call.signed_in() ? call.caller().number() : registry::ParticipantNo();
  std::string const asked = std::string(order.action) + '\n' + std::string(call.request().path()) + '\n' +
                            std::string(call.request().body());
  crypto::Sha256 const request = crypto::sha256(asked);
  std::vector<KeyedCall> out;
  if (auto const key = call.request().header("Idempotency-Key")) {
    // Callers whom nobody knows share no keys: theirs counts together with what they ask.
    std::string const name = call.signed_in()
                                 ? "key " + std::string(*key)
                                 : "open " + crypto::hex(crypto::sha256(std::string(*key) + '\n' + asked));
    out.push_back({participant, name, request});
  }
  if (order.confirmation != nullptr && !order.confirmation->challenge)
    out.push_back({participant, "signed " + crypto::hex(order.confirmation->request), request});
  return out;
}

Result<std::string> perform(Call const& call, OnceOrder const& order, documents::Turn& turn,
                            std::function<Result<std::string>(documents::Turn&)> const& work) {
  auto const keys = keys_of(call, order);
  for (KeyedCall const& key : keys) {
    TAMGA_ASSIGN(earlier, contract_office::find_call(turn.connection(), key));
    if (earlier) return *std::move(earlier);
  }
  if (order.confirmation != nullptr) TAMGA_TRY(order.confirmation->use(call.services(), turn.connection()));
  TAMGA_ASSIGN(object, work(turn));
  for (KeyedCall const& key : keys)
    TAMGA_TRY(contract_office::note_call(turn.connection(), key, object, turn.now()));
  journal::Entry entry = entry_of(call, std::string(order.action));
  entry.at = turn.now();
  crypto::Sha256 const body = crypto::sha256(call.request().body());
  entry.body_hash = crypto::view(body);
  if (order.confirmation != nullptr) entry.certificate = crypto::view(order.confirmation->signer.certificate);
  entry.idempotency_key = std::string(call.request().header("Idempotency-Key").value_or(""));
  entry.object = order.object.empty() ? object : order.object;
  entry.result = "accepted";
  turn.journal(std::move(entry));
  return std::move(object);
}

}  // namespace

Result<std::string> once(Call const& call, OnceOrder const& order,
                         std::function<Result<std::string>(documents::Turn&)> const& work) {
  Result<std::string> done = std::string();
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    done = perform(call, order, turn, work);
    if (!done && is_failure(done.error())) return fail(done.error());
    return {};
  }));
  return done;
}

}  // namespace tamga::api
