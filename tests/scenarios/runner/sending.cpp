// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "runner/script.hpp"
#include "runner/verbs.hpp"

namespace tamga::scenario {
namespace {

std::string key_of(Act const& act) {
  return act.how.key.empty() ? fmt::format("at-{}", act.stage.clock().now().value()) : act.how.key;
}

}  // namespace

std::string signature_of(Act& act, Person const& sender, std::string const& bytes) {
  if (act.how.garbled) return "this is no signature!";
  auto const identity = act.how.expired              ? act.stage.stranger(sender, -5)
                        : act.how.unregistered       ? act.stage.stranger(sender, 30)
                        : !act.how.signed_by.empty() ? act.stage.person(act.how.signed_by)->identity
                                                     : sender.identity;
  auto const cms =
      crypto::sign_detached(identity, act.how.other_bytes ? bytes + " " : bytes, act.stage.clock().now());
  if (!cms) throw Mistake(describe(cms.error()));
  return crypto::encode_base64(*cms);
}

Answer send_parcel(Act& act, Person& sender, std::string bytes) {
  Request request{.method = http::Method::Post,
                  .target = std::string("/api/v1/documents") + (act.how.dry_run ? "?dry_run=true" : ""),
                  .who = sender.company.key,
                  .document = true};
  if (!act.how.not_signed_in && act.how.program.empty()) {
    act.stage.keep_signed_in(sender);
    request.headers.emplace_back("Authorization", "Bearer " + sender.token);
  }
  if (!act.how.without_key) request.headers.emplace_back("Idempotency-Key", key_of(act));
  if (!act.how.unsigned_) request.headers.emplace_back("X-Signature", signature_of(act, sender, bytes));
  request.body = std::move(bytes);
  if (!act.how.program.empty()) return act.stage.send_by(sender, act.how.program, std::move(request));
  return act.stage.send(std::move(request));
}

Answer send_document(Act& act, Json const& body) {
  auto answer = send_parcel(act, act.somebody(), body.dump());
  std::string const number = answer.text("document");
  if (act.match.has("lines")) act.names.close_order(answer.refused() ? "" : number);
  if (act.match.has("name") && !number.empty()) act.names.add_document(act["name"], number);
  return answer;
}

}  // namespace tamga::scenario
