// SPDX-License-Identifier: Apache-2.0
#include "runner/books.hpp"

#include <fmt/format.h>

#include <sstream>

#include "business_register/filed_register.hpp"
#include "business_register/import_extract.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "crypto/holder.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using business_register::BusinessEntity;
using http::Method;

constexpr std::string_view kHeader =
    "tax_id,name,short_name,legal_form,registry_id,status,address,director,director_id,kpp\n";

std::string quoted(std::string const& text) {
  std::string out = "\"";
  for (char const c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

BusinessEntity entry_of(Act& act) {
  business_register::FiledRegister books(act.stage.store());
  auto const found = books.find(act.somebody("company").company.tax_id);
  if (!found || !*found) throw Mistake("the register knows nothing of " + act["company"]);
  return **found;
}

/// The books of today say this of a company; of everybody else they say what they said.
Answer write_entry(Act& act, BusinessEntity const& entity, std::string const& status) {
  std::string line;
  for (std::string const& text :
       {entity.tax_id, entity.name, entity.short_name.value_or(""), entity.legal_form.value_or(""),
        entity.registry_id.value_or(""), status, entity.address ? entity.address->text : "",
        entity.director ? entity.director->name : "",
        entity.director ? entity.director->person_id.value_or("") : "", entity.kpp.value_or("")})
    line += (line.empty() ? "" : ",") + quoted(text);
  std::istringstream extract(std::string(kHeader) + line + '\n');
  business_register::ImportOrder const order{
      .file = "books.csv", .as_of = act.stage.today(), .mode = business_register::ImportMode::Merge};
  auto const report = business_register::import_extract(
      act.stage.store(), extract, act.stage.country().rules().identifiers, order, act.stage.clock());
  if (!report) throw Mistake(describe(report.error()));
  if (!report->stored || report->kept_newer != 0) throw Mistake("the books take no such entry: " + line);
  return {};
}

Answer write_entry(Act& act, BusinessEntity const& entity) { return write_entry(act, entity, "active"); }

Json decision(Act& act, char const* what, std::string const& reason) {
  return {{"kind", "decide_standing"},
          {"tax_id", act.somebody("company").company.tax_id},
          {"decision", what},
          {"reason", reason}};
}

Answer decide(Act& act, char const* what, std::string const& reason) {
  return send_confirmed(act, "/api/v1/operator/standings/" + act.somebody("company").company.tax_id,
                        decision(act, what, reason));
}

}  // namespace

Answer name_head(Act& act) {
  auto const holder = crypto::holder_of(act.somebody("head").identity.certificate().subject());
  if (!holder) throw Mistake(describe(holder.error()));
  BusinessEntity entity = entry_of(act);
  // The books of one country have tax numbers of people, those of the other personal ones.
  bool const by_tax_number = entity.director && entity.director->person_id &&
                             entity.director->person_id->size() == holder->person_tax_id.size();
  entity.director = business_register::Director{
      .name = holder->person, .person_id = by_tax_number ? holder->person_tax_id : holder->person_id};
  return write_entry(act, entity);
}

Answer set_status(Act& act) { return write_entry(act, entry_of(act), act["status"]); }

Answer move_company(Act& act) {
  BusinessEntity entity = entry_of(act);
  entity.address = business_register::Address{
      .text = act["address"], .postal_code = {}, .region = {}, .city = {}, .street = {}, .building = {}};
  return write_entry(act, entity);
}

Answer number_company(Act& act) {
  BusinessEntity entity = entry_of(act);
  entity.registry_id = act["number"];
  return write_entry(act, entity);
}

Answer forget_company(Act& act) {
  auto const writer = act.stage.store().writer();
  if (!writer) throw Mistake(describe(writer.error()));
  auto const gone =
      (*writer)->execute(sql::Statement{"scenario.forget", "DELETE FROM business_entity WHERE tax_id = $1"},
                         act.somebody("company").company.tax_id);
  if (!gone || *gone != 1) throw Mistake("the register knows nothing of " + act["company"]);
  return {};
}

/// It does so when it starts, once a day.
Answer look_into_register(Act& act) {
  act.stage.restart();
  act.stage.settle();
  return {};
}

Answer look_at_standing(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/standing"); }

Answer recheck_standing(Act& act) {
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = Method::Post, .target = "/api/v1/standing/check", .who = who.company.key};
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  request.headers.emplace_back("Idempotency-Key", fmt::format("check-{}", act.stage.clock().now().value()));
  return act.stage.send(std::move(request));
}

Answer restrict_participant(Act& act) { return decide(act, "restrict", act["reason"]); }
Answer block_participant(Act& act) { return decide(act, "block", act["reason"]); }
Answer lift_standing(Act& act) { return decide(act, "lift", "the papers are in order"); }

Answer connect_channel(Act& act) {
  Json body{{"kind", "connect_channel"}, {"channel", act["channel"]}, {"operator", act["operator"]}};
  if (act.match.has("requisite")) body["requisite"] = act["requisite"];
  return send_confirmed(act, "/api/v1/channels", body);
}

Answer disconnect_channel(Act& act) {
  Person& who = act.somebody();
  auto const known = act.stage.fetch(&who, "/api/v1/channels");
  for (Json const& one : known.at("channels")) {
    if (one.at("kind") != act["channel"] || one.at("state") == "ended") continue;
    act.stage.keep_signed_in(who);
    Request request{.method = Method::Delete,
                    .target = "/api/v1/channels/" + one.at("number").get<std::string>(),
                    .who = who.company.key};
    request.headers.emplace_back("Authorization", "Bearer " + who.token);
    request.headers.emplace_back("Idempotency-Key", "disconnect-" + one.at("number").get<std::string>());
    return act.stage.send(std::move(request));
  }
  throw Mistake("no channel is connected");
}

Request confirmed_request(Act& act, std::string target, Json const& body) {
  Person& who = act.somebody();
  std::string const bytes = body.dump();
  Json const about{{"request", crypto::hex(crypto::sha256(bytes))}};
  auto const asked = act.stage.send_as(&who, Method::Post, "/api/v1/step-up/challenge", about.dump());
  auto const cms = crypto::sign_attached(who.identity, asked.text("challenge"), act.stage.clock().now());
  if (!cms) throw Mistake(describe(cms.error()));
  Request request{.method = Method::Post, .target = std::move(target), .body = bytes, .who = who.company.key};
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  if (!act.how.unsigned_) request.headers.emplace_back("X-Step-Up", crypto::encode_base64(*cms));
  return request;
}

Answer send_confirmed(Act& act, std::string target, Json const& body) {
  static int count = 0;
  Request request = confirmed_request(act, std::move(target), body);
  request.headers.emplace_back("Idempotency-Key",
                               act.how.key.empty() ? fmt::format("confirmed-{}", ++count) : act.how.key);
  return act.stage.send(std::move(request));
}

}  // namespace tamga::scenario
