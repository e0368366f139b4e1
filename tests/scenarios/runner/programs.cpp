// SPDX-License-Identifier: Apache-2.0
#include "runner/programs.hpp"

#include <fmt/format.h>

#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

constexpr std::int64_t kDay = 86'400'000;

std::string in_days(Act const& act, char const* place, std::int64_t otherwise) {
  std::int64_t const days = act.match.has(place) ? act.number(place) : otherwise;
  return rfc3339(UnixMs(act.stage.clock().now().value() + days * kDay));
}

Program& program(Act& act) {
  auto const found = act.somebody().programs.find(act["program"]);
  if (found == act.somebody().programs.end()) throw Mistake("nobody made a key " + act["program"]);
  return found->second;
}

/// A request about keys is signed like a document; what comes of it gets a name.
Answer send_signed(Act& act, std::string target, Json const& body, std::string const& name) {
  Person& who = act.somebody();
  Request request{.method = Method::Post, .target = std::move(target), .body = body.dump()};
  if (!act.how.unsigned_) request.headers.emplace_back("X-Signature", signature_of(act, who, request.body));
  Answer answer;
  if (act.how.program.empty()) {
    act.stage.keep_signed_in(who);
    request.headers.emplace_back("Authorization", "Bearer " + who.token);
    request.who = who.company.key;
    answer = act.stage.send(std::move(request));
  } else {
    answer = act.stage.send_by(who, act.how.program, std::move(request));
  }
  if (!answer.refused())
    who.programs[name] = {.token = answer.text("token"), .key = answer.json.at("key").at("key")};
  return answer;
}

/// Something is over; each time is a call of its own.
Answer end(Act& act, std::string target) {
  static int count = 0;
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = Method::Delete, .target = std::move(target), .who = who.company.key};
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  request.headers.emplace_back("Idempotency-Key", fmt::format("end-{}", ++count));
  return act.stage.send(std::move(request));
}

}  // namespace

Answer make_key(Act& act) {
  Json body{{"kind", "create_api_key"}, {"name", act["program"]}, {"scopes", Json::array()}};
  for (std::string const& scope : elements_of(act["scopes"])) body["scopes"].push_back(scope);
  body["expires"] = in_days(act, "days", 90);
  if (act.match.has("range")) body["addresses"] = {act["range"]};
  return send_signed(act, "/api/v1/api-keys", body, act["program"]);
}

Answer rotate_key(Act& act) {
  Json body{{"kind", "rotate_api_key"}, {"key", program(act).key}, {"expires", in_days(act, "days", 90)}};
  if (act.match.has("overlap")) body["old_until"] = in_days(act, "overlap", 0);
  return send_signed(act, "/api/v1/api-key-rotations", body, act["successor"]);
}

Answer revoke_key(Act& act) { return end(act, "/api/v1/api-keys/" + program(act).key); }

Answer look_at_keys(Act& act) {
  Person& who = act.somebody();
  if (act.how.program.empty()) return act.stage.send_as(&who, Method::Get, "/api/v1/api-keys");
  return act.stage.send_by(who, act.how.program, {.method = Method::Get, .target = "/api/v1/api-keys"});
}

Answer look_at_sessions(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/sessions"); }

/// Those the runner opened for its own questions are among the others.
Answer end_other_sessions(Act& act) {
  act.somebody().errand_token.clear();
  return end(act, "/api/v1/sessions");
}

}  // namespace tamga::scenario
