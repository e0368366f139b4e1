// SPDX-License-Identifier: Apache-2.0
#include "runner/staff.hpp"

#include "crypto/holder.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

Json list_of(std::string const& words) {
  Json out = Json::array();
  for (std::string const& word : elements_of(words)) out.push_back(word);
  return out;
}

/// Number of the user, as the list says it that the head of his organisation sees.
std::string user_number(Act& act, Person const& user) {
  Person* head = nullptr;
  for (server::SandboxCompany const& company : act.stage.spec().companies)
    if (Person& one = act.stage.company(company.key); one.number == user.number) head = &one;
  if (head == nullptr) throw Mistake("nobody is the head of " + user.company.key);
  auto const users = act.stage.fetch(head, "/api/v1/users");
  for (Json const& one : users.at("users"))
    for (Json const& certificate : one.at("certificates"))
      if (certificate.at("certificate") == crypto::hex(user.identity.certificate().sha256()))
        return one.at("user");
  throw Mistake("nobody has added " + user.company.key);
}

Json decision_body(Act& act, char const* decision) {
  return {{"user", user_number(act, act.somebody("user"))}, {"decision", decision}};
}

}  // namespace

Answer hire(Act& act) {
  act.stage.hire(act.somebody(), act["name"], act["kind"] == "personal");
  return {};
}

Json admit_body(Act& act) {
  Person& user = act.somebody("user");
  user.email = user.company.key + "@example.org";
  Json body{{"certificate", user.identity.certificate().pem()},
            {"email", user.email},
            {"roles", list_of(act["roles"])}};
  if (act.match.has("groups")) body["groups"] = list_of(act["groups"]);
  return body;
}

Json change_user_body(Act& act) {
  Json body{{"user", user_number(act, act.somebody("user"))}};
  if (act.match.has("roles")) body["roles"] = list_of(act["roles"]);
  if (act.match.has("groups")) body["groups"] = list_of(act["groups"]);
  if (act.match.has("email")) body["email"] = act["email"];
  return body;
}

Json block_user_body(Act& act) { return decision_body(act, "block"); }
Json unblock_user_body(Act& act) { return decision_body(act, "unblock"); }

Json give_power_body(Act& act) {
  auto const holder = crypto::holder_of(act.somebody("user").identity.certificate().subject());
  if (!holder) throw Mistake(describe(holder.error()));
  Date const today = act.stage.today();
  auto const days = act.match.has("days") ? static_cast<std::int32_t>(act.number("days")) : 365;
  return {{"number", act["number"]},
          {"decision", "give"},
          {"person_id", holder->person_id},
          {"person", holder->person},
          {"rights", list_of(act["rights"])},
          {"from", today.text()},
          {"until", Date::from_days(today.days() + days).text()}};
}

Json revoke_power_body(Act& act) { return {{"number", act["number"]}, {"decision", "revoke"}}; }

/// It does so when it starts.
Answer look_for_ending_certificates(Act& act) {
  act.stage.restart();
  act.stage.settle();
  return {};
}

Answer look_at_himself(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/me"); }
Answer look_at_users(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/users"); }
Answer look_at_powers(Act& act) {
  return act.stage.send_as(act.who(), Method::Get, "/api/v1/powers-of-attorney");
}

Answer read_journal(Act& act) {
  std::string target = "/api/v1/journal?limit=500";
  if (act.match.has("user")) target += "&user=" + user_number(act, act.somebody("user"));
  if (act.match.has("action")) target += "&action=" + in_query(act["action"]);
  if (act.match.has("document")) target += "&object=" + act.names.document(act["document"]);
  return act.stage.send_as(act.who(), Method::Get, std::move(target));
}

}  // namespace tamga::scenario
