// SPDX-License-Identifier: Apache-2.0
// How somebody who is not known yet begins to take part.
#include <fmt/format.h>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "runner/calls.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

constexpr std::string_view kConfirm = "/confirm/";

std::string or_else(Act const& act, char const* place, char const* otherwise) {
  return act.match.has(place) ? act[place] : otherwise;
}

/// The link is in the letter and nowhere else, and there only until it is sent.
void note_link(Person& who, mail::StoredLetter const& one) {
  auto const link = one.letter.values.find("link");
  if (link == one.letter.values.end()) return;
  auto const at = link->second.front().find(kConfirm);
  if (at != std::string::npos) who.link = link->second.front().substr(at + kConfirm.size());
}

Answer confirm(Act& act, std::string const& token) {
  Request request{.method = Method::Post,
                  .target = "/api/v1/applications/confirmation",
                  .body = Json{{"token", token}}.dump()};
  request.who = act.somebody().company.key;
  return act.stage.send(std::move(request));
}

/// The signed decision of somebody at the operator.
Answer decide(Act& act, Json body) {
  Person& who = act.somebody();
  Person& applicant = act.somebody("applicant");
  act.stage.keep_signed_in(who);
  body["number"] = applicant.application;
  std::string const bytes = body.dump();
  auto const cms = crypto::sign_detached(who.identity, bytes, act.signing_time());
  if (!cms) throw Mistake(describe(cms.error()));
  Request request{.method = Method::Post,
                  .target = "/api/v1/operator/applications/" + applicant.application + "/decision",
                  .body = bytes};
  request.who = who.company.key;
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  static int count = 0;
  request.headers.emplace_back("Idempotency-Key", fmt::format("decide-{}", ++count));
  if (!act.how.unsigned_) request.headers.emplace_back("X-Signature", crypto::encode_base64(*cms));
  auto answer = act.stage.send(std::move(request));
  for (mail::StoredLetter const& one : act.stage.letters_to(applicant.email)) note_link(applicant, one);
  return answer;
}

}  // namespace

Answer ask_to_take_part(Act& act) {
  Person& who = act.somebody();
  auto const asked = act.stage.send({.method = Method::Post, .target = "/api/v1/applications/challenge"});
  who.email = act["email"];
  Json const body{{"challenge", asked.text("challenge")},
                  {"email", who.email},
                  {"phone", or_else(act, "phone", "+998901234567")},
                  {"language", or_else(act, "language", "uz")},
                  {"consent", or_else(act, "consent", "2026-1")}};
  std::string const bytes = body.dump();
  auto const identity = act.how.expired ? act.stage.stranger(who, -5) : who.identity;
  auto const cms =
      crypto::sign_detached(identity, act.how.other_bytes ? bytes + " " : bytes, act.signing_time());
  if (!cms) throw Mistake(describe(cms.error()));
  Request request{.method = Method::Post, .target = "/api/v1/applications", .body = bytes};
  request.who = who.company.key;
  if (!act.how.unsigned_)
    request.headers.emplace_back("X-Signature",
                                 act.how.garbled ? "not a signature" : crypto::encode_base64(*cms));
  auto answer = act.stage.send(std::move(request));
  if (answer.refused()) return answer;
  who.application = answer.text("number");
  for (mail::StoredLetter const& one : act.stage.letters_to(who.email)) note_link(who, one);
  return answer;
}

Answer see_application(Act& act) {
  return act.stage.send({.target = "/api/v1/applications/" + act.somebody().application});
}

Answer approve_application(Act& act) { return decide(act, {{"decision", "approve"}}); }
Answer reject_application(Act& act) {
  return decide(act, {{"decision", "reject"}, {"reason", act["reason"]}});
}

Answer withdraw_application(Act& act) {
  Person& who = act.somebody();
  Person& applicant = act.somebody("applicant");
  std::string const bytes = Json{{"kind", "withdraw_application"}, {"number", applicant.application}}.dump();
  auto const cms =
      crypto::sign_detached(who.identity, act.how.other_bytes ? bytes + " " : bytes, act.signing_time());
  if (!cms) throw Mistake(describe(cms.error()));
  Request request{.method = Method::Post,
                  .target = "/api/v1/applications/" + applicant.application + "/withdrawal",
                  .body = bytes};
  request.who = who.company.key;
  request.headers.emplace_back("Idempotency-Key", "withdraw-" + applicant.application);
  if (!act.how.unsigned_) request.headers.emplace_back("X-Signature", crypto::encode_base64(*cms));
  return act.stage.send(std::move(request));
}

Answer follow_link(Act& act) {
  auto answer = confirm(act, act.somebody().link);
  act.stage.enlist(act.somebody());
  return answer;
}
Answer follow_other_link(Act& act) { return confirm(act, act["token"]); }

}  // namespace tamga::scenario
