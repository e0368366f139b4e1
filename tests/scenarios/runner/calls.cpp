// SPDX-License-Identifier: Apache-2.0
#include "runner/calls.hpp"

#include <fmt/format.h>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

Answer get(Act& act, std::string target) {
  if (!act.how.program.empty())
    return act.stage.send_by(act.somebody(), act.how.program,
                             {.method = Method::Get, .target = std::move(target)});
  if (!act.how.not_signed_in) return act.stage.send_as(act.who(), Method::Get, std::move(target));
  return act.stage.send({.method = Method::Get, .target = std::move(target)});
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    auto const end = text.find('\n', at);
    out.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return out;
}

Answer nothing(Act& act, std::int64_t milliseconds) {
  act.stage.clock().forward(milliseconds);
  act.stage.settle();
  return {};
}

}  // namespace

/// All codes of a packet, or a part of them; what comes is what the names stand for from now on.
Answer download(Act& act) {
  Names::Packet& packet = act.names.packet(act["packet"]);
  std::string target = fmt::format("/api/v1/orders/{}/lines/{}/codes?format=txt", packet.order, packet.line);
  std::int64_t const from = act.match.has("from") ? act.number("from") : 0;
  if (act.match.has("count")) target += fmt::format("&from={}&count={}", from, act.number("count"));
  auto answer = get(act, std::move(target));
  if (answer.refused()) return answer;
  auto const codes = lines_of(answer.body);
  auto const first = static_cast<std::size_t>(from);
  if (packet.codes.size() < first + codes.size()) packet.codes.resize(first + codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    std::string& known = packet.codes[first + i];
    if (!known.empty() && known != codes[i])
      throw Mistake("another code than at the first download: " + codes[i]);
    known = codes[i];
  }
  return answer;
}

Answer see_code(Act& act) { return get(act, "/api/v1/codes?code=" + in_query(act.names.code(act["code"]))); }
Answer see_package(Act& act) {
  return get(act, "/api/v1/codes/tree?code=" + in_query(act.names.code(act["code"])));
}
Answer see_order(Act& act) { return get(act, "/api/v1/orders/" + act.names.packet(act["packet"]).order); }
Answer see_document(Act& act) { return get(act, "/api/v1/documents/" + act.names.document(act["document"])); }
Answer see_profile(Act& act) { return get(act, "/api/v1/profile"); }
Answer see_product(Act& act) { return get(act, "/api/v1/goods/" + act["gtin"]); }
Answer check_code(Act& act) {
  return get(act, "/api/v1/check?code=" + in_query(act.names.code(act["code"])));
}

Answer ask_challenge(Act& act) {
  auto answer = act.stage.send({.method = Method::Post, .target = "/api/v1/sign-in/challenge"});
  act.somebody().challenge = answer.text("challenge");
  return answer;
}

Answer answer_challenge(Act& act) {
  Person& who = act.somebody();
  auto const identity = act.how.expired              ? act.stage.stranger(who, -5)
                        : act.how.unregistered       ? act.stage.stranger(who, 30)
                        : !act.how.signed_by.empty() ? act.stage.person(act.how.signed_by)->identity
                                                     : who.identity;
  std::string const text = act.how.other_bytes ? who.challenge + "x" : who.challenge;
  auto const cms = crypto::sign_attached(identity, text, act.signing_time());
  if (!cms) throw Mistake(describe(cms.error()));
  Json const body{{"challenge", who.challenge},
                  {"signature", act.how.garbled ? "not a signature" : crypto::encode_base64(*cms)}};
  auto answer = act.stage.send({.method = Method::Post, .target = "/api/v1/sign-in", .body = body.dump()});
  if (!answer.refused()) {
    who.token = answer.text("token");
    who.by_hand = true;
  }
  return answer;
}

/// The token is kept: what it is worth afterwards is for the scenario to ask.
Answer sign_out(Act& act) {
  act.somebody().by_hand = true;
  return act.stage.send_as(act.who(), Method::Delete, "/api/v1/session");
}

Answer days_pass(Act& act) { return nothing(act, act.number("n") * 86'400'000); }
Answer hours_pass(Act& act) { return nothing(act, act.number("n") * 3'600'000); }
Answer minutes_pass(Act& act) { return nothing(act, act.number("n") * 60'000); }

Answer restart(Act& act) {
  act.stage.restart();
  act.stage.settle();
  return {};
}

Answer send_raw(Act& act) { return send_parcel(act, act.somebody(), act.names.filled(act["body"])); }

/// The first half of the bytes that would have been right.
Answer send_half(Act& act) {
  std::string const whole = act.names.filled(act["body"]);
  return send_parcel(act, act.somebody(), whole.substr(0, whole.size() / 2));
}

Answer send_deep(Act& act) {
  auto const depth = static_cast<std::size_t>(act.number("n"));
  return send_parcel(
      act, act.somebody(),
      R"({"kind":"ship","receiver":"1","codes":)" + std::string(depth, '[') + std::string(depth, ']') + "}");
}

Answer send_large(Act& act) {
  auto const bytes = static_cast<std::size_t>(act.number("n")) << 20;
  return send_parcel(act, act.somebody(), R"({"kind":"ship","receiver":")" + std::string(bytes, '7') + "\"}");
}

}  // namespace tamga::scenario
