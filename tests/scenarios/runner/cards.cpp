// SPDX-License-Identifier: Apache-2.0
#include "runner/cards.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "crypto/sha256.hpp"
#include "runner/books.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

#include "base/testing/source_path.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

/// A value that the form lets pass.
Json value_for(Json const& attribute, std::string const& heading, std::string const& today) {
  std::string const type = attribute.at("type");
  Json out{{"id", attribute.at("id")}};
  if (type == "number") {
    out["value"] = std::to_string(std::max<std::int64_t>(1, attribute.at("least").get<std::int64_t>()));
    if (!attribute.at("units").empty()) out["unit"] = attribute.at("units").at(0);
  } else if (type == "choice") {
    out["value"] = attribute.at("choices").at(0).at("code");
  } else if (type == "flag") {
    out["value"] = "yes";
  } else if (type == "date") {
    out["value"] = today;
  } else if (type == "country") {
    out["value"] = "UZ";
  } else if (type == "list") {
    out["values"] = {"One", "Two"};
  } else if (type == "class") {
    std::string const digits = attribute.at("classifier") == "tnved" ? heading : "02201001001000000";
    out["value"] = digits + std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0');
  } else {
    out["value"] = "Text";
  }
  return out;
}

/// "tn_ved=2203000100, strength=4.5": what the line says of attributes, instead of what the form would let
/// pass.
void say(Json& attributes, std::string const& facts) {
  std::istringstream words(facts);
  for (std::string fact; std::getline(words, fact, ',');) {
    fact.erase(0, std::min(fact.find_first_not_of(' '), fact.size()));
    fact.erase(fact.find_last_not_of(' ') + 1);
    auto const sign = fact.find('=');
    if (sign == std::string::npos) throw Mistake("say id=value, not " + fact);
    std::string const id = fact.substr(0, sign);
    Json one{{"id", id}, {"value", fact.substr(sign + 1)}};
    bool found = false;
    for (Json& attribute : attributes)
      if (attribute.at("id") == id) {
        attribute["value"] = one.at("value");
        found = true;
      }
    if (!found) attributes.push_back(std::move(one));
  }
}

Json content_of(Act& act) {
  Json const form = act.stage.fetch(nullptr, "/api/v1/card-forms/" + act["group"]);
  std::string const heading =
      form.at("headings").empty() ? "22" : form.at("headings").at(0).get<std::string>();
  std::string const today = rfc3339(act.stage.clock().now()).substr(0, 10);
  std::string const name = act.match.has("name") ? act["name"] : "Tovar " + act["gtin"];
  Json attributes = Json::array();
  for (Json const& one : form.at("attributes")) {
    std::string const id = one.at("id");
    if (one.at("mandatory") == false || (act.match.has("missing") && act["missing"] == id)) continue;
    attributes.push_back(value_for(one, heading, today));
    if (id.starts_with("name_")) attributes.back()["value"] = name;
  }
  if (act.match.has("facts")) say(attributes, act["facts"]);
  Json card{{"gtin", act["gtin"]},
            {"group", act["group"]},
            {"level", act.match.has("level") ? act["level"] : "UNIT"},
            {"attributes", std::move(attributes)}};
  if (act.match.has("inside"))
    card["nested"] = {{{"gtin", act["inside"]}, {"quantity", act.number("quantity")}}};
  for (Json const& kind : form.at("conformity_needed"))
    card["conformity"].push_back({{"kind", kind}, {"number", "D-1"}, {"issuer", "Office"}});
  if (act.match.has("until"))
    card["conformity"].push_back({{"kind", "conformity_declaration"},
                                  {"number", "D-2"},
                                  {"issuer", "Office"},
                                  {"until", act.date("until")}});
  return card;
}

Answer get(Act& act, std::string target) {
  if (act.how.not_signed_in) return act.stage.send({.method = Method::Get, .target = std::move(target)});
  return act.stage.send_as(act.who(), Method::Get, std::move(target));
}

/// A call that changes something, under a key of its own.
Answer change(Act& act, Method method, std::string target, std::string body,
              http::Client::Headers headers = {}) {
  static int count = 0;
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = method, .target = std::move(target), .body = std::move(body)};
  request.who = who.company.key;
  request.headers = std::move(headers);
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  if (!act.how.without_key)
    request.headers.emplace_back("Idempotency-Key",
                                 act.how.key.empty() ? fmt::format("card-{}", ++count) : act.how.key);
  return act.stage.send(std::move(request));
}

Answer decide(Act& act, Json body) {
  body["kind"] = "decide_card";
  body["gtin"] = act["gtin"];
  return send_confirmed(act, "/api/v1/operator/cards/" + act["gtin"] + "/decision", body);
}

std::string draft_of(Act const& act) { return "/api/v1/cards/" + act["gtin"] + "/draft"; }

}  // namespace

Json card_body(Act& act) { return {{"card", content_of(act)}}; }
Json end_card_body(Act& act) { return {{"gtin", act["gtin"]}, {"reason", act["reason"]}}; }

Answer draft_card(Act& act) { return change(act, Method::Put, draft_of(act), content_of(act).dump()); }
Answer see_card_draft(Act& act) { return get(act, draft_of(act)); }
Answer see_card(Act& act) { return get(act, "/api/v1/cards/" + act["gtin"]); }
Answer see_cards(Act& act) {
  return get(act, "/api/v1/cards" + (act.match.has("state") ? "?state=" + act["state"] : std::string()));
}
Answer search_catalogue(Act& act) { return get(act, "/api/v1/catalogue?text=" + in_query(act["text"])); }
Answer see_published_card(Act& act) { return get(act, "/api/v1/catalogue/" + act["gtin"]); }

Answer see_card_queue(Act& act) { return get(act, "/api/v1/operator/cards"); }
Answer take_card(Act& act) { return decide(act, {{"decision", "take"}}); }
Answer approve_card(Act& act) { return decide(act, {{"decision", "publish"}}); }
Answer return_card(Act& act) {
  Json const remark{{"at", act.match.has("pointer") ? act["pointer"] : ""}, {"text", act["reason"]}};
  return decide(act, {{"decision", "return"}, {"remarks", {remark}}});
}
Answer suspend_card(Act& act) { return decide(act, {{"decision", "block"}, {"reason", act["reason"]}}); }
Answer resume_card(Act& act) { return decide(act, {{"decision", "unblock"}}); }

Answer assign_prefix(Act& act) {
  Person& who = act.somebody();
  Json const body{{"kind", "assign_prefix"},
                  {"prefix", act["prefix"]},
                  {"tax_id", act.somebody("company").company.tax_id},
                  {"source", "certificate of the GS1 member"}};
  std::string const bytes = body.dump();
  return change(act, Method::Post, "/api/v1/operator/prefixes", bytes,
                {{"X-Signature", signature_of(act, who, bytes)}});
}

Answer load_classifier(Act& act) {
  std::ifstream file(source_path("spec") / act.stage.country().rules().code / "catalogue/samples" /
                     (std::string(act["classifier"]) + ".csv"));
  std::ostringstream text;
  text << file.rdbuf();
  return send_confirmed(act, "/api/v1/operator/classifiers",
                        {{"kind", "load_classifier"},
                         {"classifier", act["classifier"]},
                         {"effective_from", act.date("day")},
                         {"content", text.str()}});
}

}  // namespace tamga::scenario
