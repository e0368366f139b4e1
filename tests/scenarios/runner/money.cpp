// SPDX-License-Identifier: Apache-2.0
#include "runner/money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "crypto/base64.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

constexpr std::chrono::seconds kPatience{20};

/// "1500.50" as minor units.
std::int64_t minor_units(std::string const& text) {
  auto const dot = text.find('.');
  std::string cents = dot == std::string::npos ? "00" : text.substr(dot + 1);
  if (cents.size() != 2) throw Mistake("a sum reads 1500 or 1500.50: " + text);
  return std::stoll(text.substr(0, dot)) * 100 + std::stoll(cents);
}

Answer post(Act& act, Method method, std::string target, std::string body, bool signed_body) {
  static int count = 0;
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Request request{.method = method, .target = std::move(target), .body = std::move(body)};
  request.who = who.company.key;
  request.headers.emplace_back("Authorization", "Bearer " + who.token);
  if (!act.how.without_key)
    request.headers.emplace_back("Idempotency-Key",
                                 act.how.key.empty() ? fmt::format("money-{}", ++count) : act.how.key);
  if (signed_body) request.headers.emplace_back("X-Signature", signature_of(act, who, request.body));
  return act.stage.send(std::move(request));
}

/// The invoice that the scenario calls so.
std::string invoice_of(Act& act, char const* place) { return act.names.document(act[place]); }

std::string number_of_invoice(Stage& stage, Person& who, std::string const& invoice) {
  Json const list = stage.fetch(&who, "/api/v1/invoices");
  for (Json const& one : list.at("invoices"))
    if (one.at("invoice") == invoice) return one.at("number");
  throw Mistake("there is no invoice " + invoice);
}

Pattern const& payment() {
  static Pattern const pattern("{amount} from {payer...} for {purpose...}");
  return pattern;
}

/// One line of the bank's table.
std::string line_of(Act& act, std::string const& element, int number) {
  auto const match = payment().match(element);
  if (!match) throw Mistake("no payment: " + element + "; it reads: " + payment().text());
  std::string const payer = (*match)["payer"];
  std::string const purpose = (*match)["purpose"];
  std::string tax_id;
  std::string text = purpose;
  Person* who = payer == "somebody" ? nullptr : act.stage.person(payer);
  if (who) tax_id = who->company.tax_id;
  if (purpose.starts_with("invoice ")) {
    std::string name = purpose.substr(8);
    Person* owner = who;
    if (auto const of = name.find(" of "); of != std::string::npos) {
      owner = act.stage.person(name.substr(of + 4));
      name = name.substr(0, of);
    }
    text = "invoice " + number_of_invoice(act.stage, *owner, act.names.document(name));
  }
  return fmt::format("{};{};{};{};{}\n", act.stage.today().text(), (*match)["amount"], number, tax_id, text);
}

std::string& last_statement() {
  static std::string text;
  return text;
}

Answer send_statement(Act& act, std::string const& table) {
  Json const body{{"kind", "import_statement"}, {"format", "csv"}, {"content", crypto::encode_base64(table)}};
  return post(act, Method::Post, "/api/v1/operator/statements", body.dump(), true);
}

/// The payment with this purpose that waits for a decision.
Json waiting_payment(Act& act) {
  Json const list = act.stage.fetch(&act.stage.company("operator"), "/api/v1/operator/payments");
  for (Json const& one : list.at("payments"))
    if (one.at("purpose") == act["purpose"]) return one;
  throw Mistake("no payment waits that says: " + act["purpose"]);
}

Answer decide(Act& act, bool agreed) {
  std::string const number = waiting_payment(act).at("payment");
  Json const body{{"kind", "decide_payment"}, {"payment", number}, {"agreed", agreed}};
  return post(act, Method::Post, "/api/v1/operator/payments/" + number + "/decision", body.dump(), true);
}

Answer propose(Act& act, Json body) {
  std::string const number = waiting_payment(act).at("payment");
  body["kind"] = "propose_payment";
  body["payment"] = number;
  return post(act, Method::Post, "/api/v1/operator/payments/" + number + "/proposal", body.dump(), true);
}

}  // namespace

Json named_order_body(Act& act) { return Json{{"order", act.names.packet(act["packet"]).order}}; }

Answer top_up(Act& act) {
  return post(act, Method::Post, "/api/v1/account/top-up", Json{{"amount", minor_units(act["sum"])}}.dump(),
              false);
}

Answer ask_for_invoice(Act& act) {
  Answer answer =
      post(act, Method::Post, "/api/v1/invoices", Json{{"amount", minor_units(act["sum"])}}.dump(), false);
  if (!answer.refused()) act.names.add_document(act["name"], answer.text("invoice"));
  return answer;
}

Answer ask_for_invoice_of_order(Act& act) {
  Json const body{{"order", act.names.packet(act["packet"]).order}};
  Answer answer = post(act, Method::Post, "/api/v1/invoices", body.dump(), false);
  if (!answer.refused()) act.names.add_document(act["name"], answer.text("invoice"));
  return answer;
}

Answer cancel_invoice(Act& act) {
  return post(act, Method::Delete, "/api/v1/invoices/" + invoice_of(act, "invoice"), "", false);
}

Answer look_at_account(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/account"); }
Answer look_at_invoices(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/invoices"); }
Answer look_at_payments(Act& act) {
  return act.stage.send_as(act.who(), Method::Get, "/api/v1/operator/payments");
}
Answer look_at_books(Act& act) { return act.stage.send_as(act.who(), Method::Get, "/api/v1/operator/books"); }

Answer look_at_charges(Act& act) {
  return act.stage.send_as(act.who(), Method::Get,
                           "/api/v1/account/charges?from=2026-01-01&to=" + act.stage.today().text());
}

Answer import_statement(Act& act) {
  std::string table = "date;amount;number;payer_tax_id;purpose\n";
  int number = 0;
  for (std::string const& element : elements_of(act["payments"])) table += line_of(act, element, ++number);
  last_statement() = table;
  return send_statement(act, table);
}

Answer import_statement_again(Act& act) { return send_statement(act, last_statement()); }

Answer propose_payment(Act& act) {
  Json body{{"tax_id", act.somebody("owner").company.tax_id}};
  if (act.match.has("invoice"))
    body["invoice"] = number_of_invoice(act.stage, act.somebody("owner"), invoice_of(act, "invoice"));
  return propose(act, std::move(body));
}

Answer propose_to_pay_back(Act& act) { return propose(act, Json::object()); }
Answer agree_to_payment(Act& act) { return decide(act, true); }
Answer disagree_to_payment(Act& act) { return decide(act, false); }

/// The system goes on with orders by itself, beside everything else: they are waited for.
std::string got_order(Look& look) {
  auto& packet = look.names.packet(look["packet"]);
  std::string wanted = look["status"];
  std::replace(wanted.begin(), wanted.end(), ' ', '_');
  auto const deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    Json const order = look.stage.fetch(&look.stage.company(packet.who), "/api/v1/orders/" + packet.order);
    if (order.at("status") == wanted) return {};
    if (std::chrono::steady_clock::now() > deadline) return order.dump();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

std::string got_account(Look& look) {
  Json const account = look.stage.fetch(look.stage.person(look["who"]), "/api/v1/account");
  for (char const* const field : {"funds", "reserved", "owed"})
    if (look.match.has(field) && account.at(field) != minor_units(look[field])) return account.dump();
  return {};
}

std::string got_invoice(Look& look) {
  Json const list = look.stage.fetch(look.stage.person(look["who"]), "/api/v1/invoices");
  std::string wanted = look["state"];
  std::replace(wanted.begin(), wanted.end(), ' ', '_');
  for (Json const& one : list.at("invoices"))
    if (one.at("invoice") == look.names.document(look["invoice"]))
      return one.at("state") == wanted ? std::string() : one.dump();
  return "there is none";
}

/// To the minor unit: what was charged for codes of a group.
std::string got_charges(Look& look) {
  Json const report =
      look.stage.fetch(look.stage.person(look["who"]),
                       "/api/v1/account/charges?from=2026-01-01&to=" + look.stage.today().text());
  for (Json const& one : report.at("groups"))
    if (one.at("group") == look["group"])
      return one.at("codes") == look.number("codes") && one.at("net") == minor_units(look["net"]) &&
                     one.at("vat") == minor_units(look["vat"])
                 ? std::string()
                 : one.dump();
  return report.dump();
}

}  // namespace tamga::scenario
