// SPDX-License-Identifier: Apache-2.0
#include "runner/agreements.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "runner/books.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

constexpr std::chrono::seconds kPatience{20};

/// The system makes contracts by itself, beside everything else: they are waited for.
Json settled_access(Stage& stage, Person& who) {
  auto const deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    Json access = stage.fetch(&who, "/api/v1/access");
    if (!access.at("updating").get<bool>() || std::chrono::steady_clock::now() > deadline) return access;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

std::string path_of(Json const& contract) {
  return "/api/v1/contracts/" + std::to_string(contract.at("contract").get<std::int64_t>());
}

/// Throws Mistake when there is none.
Json contract_of(Act& act, char const* whose) {
  Json contract = newest_contract(act.stage, act.somebody(whose), act["what"]);
  if (contract.is_null()) throw Mistake("there is no contract for " + act["what"]);
  return contract;
}

/// Under a key of its own, unless the brackets say otherwise.
Answer post(Act& act, std::string target, std::string body, std::string const& signature = {}) {
  static int count = 0;
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = Method::Post, .target = std::move(target), .body = std::move(body)};
  request.who = who.company.key;
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  if (!act.how.without_key)
    request.headers.emplace_back("Idempotency-Key",
                                 act.how.key.empty() ? fmt::format("call-{}", ++count) : act.how.key);
  if (!signature.empty()) request.headers.emplace_back("X-Signature", signature);
  return act.stage.send(std::move(request));
}

Answer sign(Act& act, Json const& contract) {
  Person& who = act.somebody();
  std::string const manifest = act.stage.ask(&who, path_of(contract) + "/manifest").body;
  std::string const consent = act.match.has("consent") ? act["consent"] : "2026-1";
  Json const body{{"consent", consent}, {"signature", signature_of(act, who, manifest)}};
  return post(act, path_of(contract) + "/signature", body.dump());
}

Answer decide(Act& act, char const* decision) {
  Json const body{{"kind", "decide_contract"},
                  {"contract", contract_of(act, "company").at("contract")},
                  {"decision", decision},
                  {"reason", act["reason"]}};
  std::string const bytes = body.dump();
  return post(act, "/api/v1/operator/contracts/decision", bytes, signature_of(act, act.somebody(), bytes));
}

}  // namespace

Json newest_contract(Stage& stage, Person& who, std::string const& what) {
  settled_access(stage, who);
  Json const list = stage.fetch(&who, "/api/v1/contracts");
  for (Json const& one : list.at("contracts"))
    if (one.value("group", one.at("kind").get<std::string>()) == what) return one;
  return nullptr;
}

Answer look_at_contracts(Act& act) {
  settled_access(act.stage, act.somebody());
  return act.stage.send_as(act.who(), Method::Get, "/api/v1/contracts");
}

Answer look_at_access(Act& act) {
  settled_access(act.stage, act.somebody());
  return act.stage.send_as(act.who(), Method::Get, "/api/v1/access");
}

Answer read_contract(Act& act) { return post(act, path_of(contract_of(act, "who")) + "/opened", ""); }

Answer sign_contract(Act& act) { return sign(act, contract_of(act, "who")); }

Answer sign_all_contracts(Act& act) {
  Person& who = act.somebody();
  settled_access(act.stage, who);
  Answer answer = act.stage.send_as(&who, Method::Get, "/api/v1/contracts");
  Json const list = answer.json;
  for (Json const& one : list.at("contracts")) {
    if (one.at("state") != "ready") continue;
    answer = post(act, path_of(one) + "/opened", "");
    if (!answer.refused()) answer = sign(act, one);
    if (answer.refused()) return answer;
  }
  return answer;
}

Answer give_back_contract(Act& act) { return decide(act, "give_back"); }
Answer end_contract(Act& act) { return decide(act, "end"); }

Answer ask_prior_contract(Act& act) {
  Person const& who = act.somebody();
  Json const body{{"company", who.company.name},  {"tax_id", who.company.tax_id},
                  {"person", who.company.person}, {"email", act["email"]},
                  {"phone", "+998901234567"},     {"group", act["group"]}};
  Request request{.method = Method::Post, .target = "/api/v1/prior-contracts", .body = body.dump()};
  request.who = who.company.key;
  request.headers.emplace_back("Idempotency-Key", "prior-" + who.company.key + act["group"]);
  return act.stage.send(std::move(request));
}

/// What the contract says, in one of its languages.
Answer look_at_text(Act& act) {
  Json const contract = contract_of(act, "who");
  return act.stage.send_as(act.who(), Method::Get, path_of(contract) + "/texts/" + act["language"]);
}

Answer decide_group(Act& act) {
  Json body{{"kind", "amend_group"}, {"group", act["group"]}, {"from", act.date("from")}};
  if (act["mode"] != "as-it-is") body["mode"] = act["mode"];
  if (act.match.has("price"))
    body["tariff"] = {{"price_minor", act.number("price")},
                      {"vat_included", false},
                      {"charge_at", "application"},
                      {"free_package_types", {"GROUP"}}};
  body["reason"] = "Order of the operator";
  return send_confirmed(act, "/api/v1/operator/group-terms", body);
}

Answer look_at_group(Act& act) {
  return act.stage.send({.target = "/api/v1/groups/" + act["group"] + "/terms"});
}

/// A card of goods as if it had been published: the catalogue is not what these stories are about.
Answer get_product(Act& act) {
  auto const gtin = gs1::Gtin::parse(act["gtin"]);
  if (!gtin) throw Mistake("no product number: " + act["gtin"]);
  act.stage.add_product(act.somebody(), *gtin, act["group"]);
  return {};
}

}  // namespace tamga::scenario
