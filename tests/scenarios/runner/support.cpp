// SPDX-License-Identifier: Apache-2.0
#include "runner/support.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <thread>

#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

constexpr std::chrono::seconds kPatience{20};

/// Under a key of its own, unless the brackets say otherwise; "anyone" does not sign in.
Answer post(Act& act, std::string target, Json const& body) {
  static int count = 0;
  Request request{
      .method = Method::Post, .target = std::move(target), .body = body.is_null() ? "" : body.dump()};
  if (Person* const who = act.who()) {
    act.stage.keep_signed_in(*who);
    request.who = who->company.key;
    request.headers.emplace_back("Authorization", "Bearer " + who->token);
  }
  if (!act.how.without_key)
    request.headers.emplace_back("Idempotency-Key",
                                 act.how.key.empty() ? fmt::format("talk-{}", ++count) : act.how.key);
  return act.stage.send(std::move(request));
}

Answer get(Act& act, std::string target) {
  return act.stage.send_as(act.who(), Method::Get, std::move(target));
}

std::string ticket(Act& act) { return "/tickets/" + act.names.document(act["ticket"]); }
std::string report(Act& act) { return "/violations/" + act.names.document(act["report"]); }

/// Secret words of reports, by their numbers.
std::map<std::string, std::string>& words() {
  static std::map<std::string, std::string> all;
  return all;
}

Answer decide(Act& act, char const* decision) {
  return post(act, "/api/v1/operator" + report(act) + "/decision",
              {{"decision", decision}, {"answer", act["answer"]}});
}

}  // namespace

Answer ask_operator(Act& act) {
  Json body{{"topic", act["topic"]}, {"subject", act["text"]}, {"text", act["text"]}};
  if (act.match.has("group")) body["group"] = act["group"];
  if (act.match.has("packet"))
    body["about"] = {{"kind", "order"}, {"value", act.names.packet(act["packet"]).order}};
  Answer answer = post(act, "/api/v1/tickets", body);
  if (!answer.refused() && act.match.has("name"))
    act.names.add_document(act["name"], answer.json.at("ticket").at("ticket"));
  return answer;
}

Answer write_in_ticket(Act& act) {
  return post(act, "/api/v1" + ticket(act) + "/messages", {{"text", act["text"]}});
}
Answer close_ticket(Act& act) { return post(act, "/api/v1" + ticket(act) + "/closing", nullptr); }
Answer look_at_ticket(Act& act) { return get(act, "/api/v1" + ticket(act)); }
Answer look_at_tickets(Act& act) { return get(act, "/api/v1/tickets"); }
Answer answer_ticket(Act& act) {
  return post(act, "/api/v1/operator" + ticket(act) + "/messages", {{"text", act["text"]}});
}
Answer take_ticket(Act& act) {
  return post(act, "/api/v1/operator" + ticket(act) + "/taking", Json::object());
}
Answer end_ticket(Act& act) { return post(act, "/api/v1/operator" + ticket(act) + "/closing", nullptr); }

/// "overdue", or a state.
Answer look_at_ticket_queue(Act& act) {
  std::string const which = act.match.has("which") ? act["which"] : "open";
  return get(act, std::string("/api/v1/operator/tickets?") +
                      (which == "overdue" ? "overdue=true" : "state=" + which));
}

Answer report_violation(Act& act) {
  Json body{{"kind", act["kind"]}, {"shop", act["shop"]}};
  if (act.match.has("code")) body["code"] = act.names.code(act["code"]);
  if (act.match.has("gtin")) body["gtin"] = act["gtin"];
  if (act.match.has("text")) body["text"] = act["text"];
  if (act.match.has("email")) {
    body["email"] = act["email"];
    body["consent"] = true;
  }
  Answer answer = post(act, "/api/v1/violations", body);
  if (answer.refused()) return answer;
  if (act.match.has("name")) act.names.add_document(act["name"], answer.text("violation"));
  words()[answer.text("violation")] = answer.text("key");
  return answer;
}

Answer look_at_report(Act& act) {
  return get(act, "/api/v1" + report(act) + "?key=" + words()[act.names.document(act["report"])]);
}
Answer guess_report(Act& act) { return get(act, "/api/v1" + report(act) + "?key=" + in_query(act["word"])); }
Answer look_at_own_reports(Act& act) { return get(act, "/api/v1/violations"); }
Answer look_at_reports(Act& act) {
  return get(act, "/api/v1/operator/violations" + (act.match.has("state") ? "?state=" + act["state"] : ""));
}
Answer take_report(Act& act) {
  return post(act, "/api/v1/operator" + report(act) + "/taking", Json::object());
}
Answer confirm_report(Act& act) { return decide(act, "confirmed"); }
Answer dismiss_report(Act& act) { return decide(act, "dismissed"); }

std::string got_no_contact(Look& look) {
  auto const deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    Json const page = look.stage.fetch(&look.stage.company("operator"), look.answer.request.target);
    Json const& first = page.at("violations").at(0);
    if (!first.contains("contact")) return {};
    if (std::chrono::steady_clock::now() > deadline) return first.dump();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

Answer write_comment(Act& act) {
  Answer answer = post(act, "/api/v1/help/" + act["article"] + "/comments",
                       {{"name", act["nickname"]}, {"text", act["text"]}});
  if (!answer.refused() && act.match.has("name")) act.names.add_document(act["name"], answer.text("comment"));
  return answer;
}
Answer read_comments(Act& act) { return get(act, "/api/v1/help/" + act["article"] + "/comments"); }
Answer hide_comment(Act& act) {
  return post(act, "/api/v1/operator/comments/" + act.names.document(act["comment"]) + "/hiding",
              {{"reason", act["reason"]}});
}
Answer show_comment(Act& act) {
  return post(act, "/api/v1/operator/comments/" + act.names.document(act["comment"]) + "/showing", nullptr);
}

}  // namespace tamga::scenario
