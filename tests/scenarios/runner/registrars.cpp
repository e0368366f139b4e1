// SPDX-License-Identifier: Apache-2.0
#include "runner/registrars.hpp"

#include <fmt/format.h>

#include "runner/books.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

Answer get(Act& act, std::string target) {
  return act.stage.send_as(act.who(), Method::Get, std::move(target));
}

/// What was asked for gets the name behind "as".
Answer named(Act& act, Answer answer) {
  if (!answer.refused() && act.match.has("name"))
    act.names.add_document(act["name"], answer.json.at("number").get<std::string>());
  return answer;
}

std::string number_of(Act& act) { return act.names.document(act["registrar"]); }

Answer decide(Act& act, std::string const& move) {
  std::string const number = number_of(act);
  Json body{{"kind", "decide_registrar"}, {"number", number}, {"move", move}};
  if (act.match.has("reason")) body["reason"] = act["reason"];
  return send_confirmed(act, "/api/v1/operator/registrars/" + number, body);
}

/// Without a signature, under a key of its own.
Answer send_delete(Act& act, std::string target) {
  static int count = 0;
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = Method::Delete, .target = std::move(target), .who = who.company.key};
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  request.headers.emplace_back("Idempotency-Key", fmt::format("given-up-{}", ++count));
  return act.stage.send(std::move(request));
}

std::string provider_target(Act& act) {
  return "/api/v1/operator/providers/" + act.somebody("provider").company.tax_id;
}

}  // namespace

Answer name_registrar(Act& act) {
  auto answer = get(act, "/api/v1/registrars");
  Json const& all = answer.json.at("registrars");
  if (all.empty()) throw Mistake("there is no registrar to name");
  act.names.add_document(act["name"], all.front().at("number").get<std::string>());
  return answer;
}

Answer register_device(Act& act) {
  Json const body{{"kind", "apply_registrar"}, {"registrar", "device"}, {"serial", act["serial"]},
                  {"model", act["model"]},     {"software", "4.1.0"},   {"place", "Line 1"}};
  return named(act, send_confirmed(act, "/api/v1/registrars", body));
}

Answer ask_remote_access(Act& act) {
  Json const body{
      {"kind", "apply_registrar"}, {"registrar", "remote"}, {"access", act["access"]}, {"place", "Line 1"}};
  return named(act, send_confirmed(act, "/api/v1/registrars", body));
}

Answer give_up_registrar(Act& act) { return send_delete(act, "/api/v1/registrars/" + number_of(act)); }
Answer confirm_registrar(Act& act) { return decide(act, "confirm"); }
Answer refuse_registrar(Act& act) { return decide(act, "refuse"); }
Answer suspend_registrar(Act& act) { return decide(act, "suspend"); }
Answer resume_registrar(Act& act) { return decide(act, "resume"); }

Answer look_at_registrars(Act& act) { return get(act, "/api/v1/registrars"); }
Answer look_at_registrar(Act& act) { return get(act, "/api/v1/registrars/" + number_of(act)); }
Answer look_at_registrar_queue(Act& act) { return get(act, "/api/v1/operator/registrars"); }
Answer look_at_tail_batches(Act& act) {
  std::string const only = act.match.has("packet") ? "?order=" + act.names.packet(act["packet"]).order : "";
  return get(act, "/api/v1/operator/tail-batches" + only);
}

Answer look_at_printing(Act& act) {
  std::string const only =
      act.match.has("production") ? "?production_order=" + in_query(act["production"]) : "";
  return get(act, "/api/v1/printing" + only);
}

Answer list_provider(Act& act) {
  static int count = 0;
  Person& who = act.somebody();
  Json const body{{"kind", "list_provider"},
                  {"tax_id", act.somebody("provider").company.tax_id},
                  {"role", act["role"]},
                  {"groups", elements_of(act["groups"])},
                  {"place", act["place"]},
                  {"address", "1, Main street"},
                  {"contact", act.somebody("provider").company.person},
                  {"email", "office@example.org"}};
  Request request = confirmed_request(act, provider_target(act), body);
  request.method = Method::Put;
  request.who = who.company.key;
  request.headers.emplace_back("Idempotency-Key", fmt::format("listed-{}", ++count));
  return act.stage.send(std::move(request));
}

Answer remove_provider(Act& act) {
  return send_confirmed(act, provider_target(act) + "/removal",
                        {{"kind", "remove_provider"}, {"tax_id", act.somebody("provider").company.tax_id}});
}

Answer look_for_providers(Act& act) {
  std::string query;
  for (char const* field : {"group", "place"})
    if (act.match.has(field)) query += (query.empty() ? "?" : "&") + (field + ("=" + in_query(act[field])));
  return get(act, "/api/v1/providers" + query);
}

std::string got_registrar_of_order(Look& look) {
  auto& packet = look.names.packet(look["packet"]);
  Json const order = look.stage.fetch(&look.stage.company(packet.who), "/api/v1/orders/" + packet.order);
  std::string const wanted = look.names.document(look["registrar"]);
  return order.value("registrar", "") == wanted ? "" : order.dump();
}

}  // namespace tamga::scenario
