// SPDX-License-Identifier: Apache-2.0
#include "runner/document_bodies.hpp"

#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

/// Code lists keep the document's field for them last, as people read it.
Json with_codes(Act& act, Json body) {
  body["codes"] = act.names.codes(act["codes"]);
  return body;
}

void put(Json& body, char const* field, Act const& act, char const* place) {
  if (act.match.has(place)) body[field] = act[place];
}

void put_date(Json& body, char const* field, Act const& act, char const* place) {
  if (act.match.has(place)) body[field] = act.date(place);
}

std::string or_else(Act const& act, char const* place, std::string const& otherwise) {
  return act.match.has(place) ? act[place] : otherwise;
}

Json lot_body(Act& act) {
  Json body = Json::object();
  put_date(body, "produced_on", act, "produced");
  put_date(body, "expires_on", act, "expires");
  put(body, "batch", act, "batch");
  put(body, "line", act, "line");
  put(body, "country", act, "country");
  return body;
}

/// A service provider says for whom he does it.
void put_principal(Json& body, Act const& act) {
  if (act.match.has("principal")) body["principal"] = act.somebody("principal").company.tax_id;
}

/// Through which registrar, for which production order.
void put_registrar(Json& body, Act const& act) {
  if (act.match.has("registrar")) {
    std::string const word = act["registrar"];
    bool const number = word.find_first_not_of("0123456789") == std::string::npos;
    body["registrar"] = number ? word : act.names.document(word);
  }
  put(body, "production_order", act, "production");
}

Pattern const& order_line() {
  static Pattern const pattern(
      "{quantity} codes of {gtin} as {name} [priced {price}] [with serials {serials...}]");
  return pattern;
}

/// The group of the first product, as its owner's card says.
std::string group_of(Act const& act, std::string const& gtin) {
  for (server::SandboxProduct const& product : act.stage.spec().products)
    if (product.gtin.text() == gtin) return product.group;
  throw Mistake("the sandbox has no product " + gtin + "; say: for group ...");
}

Json packing_of(Act& act, std::string const& contents, std::string const& package) {
  return Json{{"package", act.names.package(package)}, {"codes", act.names.codes(contents)}};
}

Json receipt_head(Act& act) {
  return Json{{"register", or_else(act, "till", "0001234567890123")},
              {"number", or_else(act, "receipt", act.stage.fiscal_number())},
              {"at", rfc3339(act.stage.clock().now())}};
}

Json refund_head(Act& act) {
  Json body{{"register", or_else(act, "till", "0001234567890123")},
            {"number", or_else(act, "refund", act.stage.fiscal_number())}};
  put(body, "receipt", act, "receipt");
  return body;
}

Json with_part(Act& act, Json body) {
  Json part{{"code", act.names.code(act["code"])},
            {"part", std::stoll(act["part"])},
            {"of", std::stoll(act["of"])}};
  body["parts"] = Json::array({std::move(part)});
  return body;
}

}  // namespace

Json order_body(Act& act) {
  Json lines = Json::array();
  std::string first;
  int number = 0;
  for (std::string const& element : elements_of(act["lines"])) {
    auto const line = order_line().match(element);
    if (!line) throw Mistake("no order line: " + element + "; it reads: " + order_line().text());
    Json one{{"gtin", (*line)["gtin"]}, {"quantity", std::stoll((*line)["quantity"])}};
    if (line->has("price")) one["price"] = (*line)["price"];
    if (line->has("serials")) {
      Json serials = Json::array();
      for (Token const& token : tokens_of((*line)["serials"])) serials.push_back(token.text);
      one["serials"] = std::move(serials);
    }
    if (first.empty()) first = (*line)["gtin"];
    lines.push_back(std::move(one));
    act.names.add_packet((*line)["name"], {.order = {}, .line = number++, .who = act.somebody().company.key});
  }
  std::string const method = act.match.has("method")
                                 ? act["method"]
                                 : act.stage.country().rules().release_methods.rows().front().code;
  Json body{{"group", act.match.has("group") ? act["group"] : group_of(act, first)},
            {"release_method", method},
            {"lines", std::move(lines)}};
  put(body, "pay_at", act, "moment");
  put_registrar(body, act);
  put_principal(body, act);
  return body;
}

Json appoint_body(Act& act) {
  Json body{{"provider", act.somebody("provider").company.tax_id},
            {"rights", elements_of(act["rights"])},
            {"from", act.stage.today().text()},
            {"until", Date::from_days(act.stage.today().days() + static_cast<int>(act.number("days"))).text()}};
  if (act.match.has("groups")) body["groups"] = elements_of(act["groups"]);
  return body;
}

Json dismiss_body(Act& act) { return Json{{"mandate", act.names.document(act["mandate"])}}; }

Json quality_body(Act& act) {
  Json body{{"results", Json::array()}};
  body["results"].push_back({{"grade", act["grade"]}, {"codes", act.names.codes(act["codes"])}});
  if (act.match.has("grade2"))
    body["results"].push_back({{"grade", act["grade2"]}, {"codes", act.names.codes(act["codes2"])}});
  put_registrar(body, act);
  return body;
}

Json drop_out_body(Act& act) {
  Json body{{"reason", act["reason"]}};
  put(body, "text", act, "text");
  put_registrar(body, act);
  return with_codes(act, std::move(body));
}

Json print_body(Act& act) {
  Json body = Json::object();
  put(body, "line", act, "line");
  put_registrar(body, act);
  return with_codes(act, std::move(body));
}

Json apply_body(Act& act) {
  Json body = lot_body(act);
  put_principal(body, act);
  return with_codes(act, std::move(body));
}

Json profile_body(Act& act) {
  Json body{
      {"address", "1, Main street, the capital"},
      {"phone", "+998901234567"},
      {"email", act.somebody().email.empty() ? "office@example.org" : act.somebody().email},
      {"groups", act.match.has("groups") ? elements_of(act["groups"]) : std::vector<std::string>{"water"}},
      {"types", elements_of(act["types"])}};
  put(body, "kpp", act, "kpp");
  if (act.match.has("bank")) body["bank"] = Json{{"bank", act["bank"]}, {"account", act["account"]}};
  return body;
}

Json introduce_body(Act& act) {
  Json body{{"way", act["way"]}};
  put(body, "declaration", act, "declaration");
  put(body, "document", act, "document");
  for (char const* party : {"customer", "contractor"})
    if (act.match.has(party)) body[party] = act.somebody(party).company.tax_id;
  return with_codes(act, std::move(body));
}

Json introduce_foreign_body(Act& act) {
  Json body = lot_body(act);
  body["issuer"] = act["issuer"];
  body["document"] = "invoice 7 of 2026-03-01";
  return with_codes(act, std::move(body));
}

Json pack_body(Act& act) {
  Json packages = Json::array({packing_of(act, act["codes"], act["package"])});
  for (auto const& [contents, package] : {std::pair{"codes2", "package2"}, std::pair{"codes3", "package3"}})
    if (act.match.has(package)) packages.push_back(packing_of(act, act[contents], act[package]));
  return Json{{"packages", std::move(packages)}};
}

Json unpack_body(Act& act) { return Json{{"packages", act.names.codes(act["packages"])}}; }

Json repack_body(Act& act) {
  Json body{{"package", act.names.code(act["package"])}};
  if (act.match.has("add")) body["add"] = act.names.codes(act["add"]);
  if (act.match.has("remove")) body["remove"] = act.names.codes(act["remove"]);
  return body;
}

Json ship_body(Act& act) {
  Json body{
      {"receiver", act.match.has("receiver") ? act.somebody("receiver").company.tax_id : act["tax_id"]}};
  put(body, "document", act, "document");
  return with_codes(act, std::move(body));
}

Json accept_all_body(Act& act) {
  return Json{{"shipment", act.names.document(act["shipment"])}, {"decision", "all"}};
}

Json accept_listed_body(Act& act) {
  return with_codes(act, Json{{"shipment", act.names.document(act["shipment"])}, {"decision", "listed"}});
}

Json accept_none_body(Act& act) {
  return Json{{"shipment", act.names.document(act["shipment"])}, {"decision", "none"}};
}

Json cancel_shipment_body(Act& act) { return Json{{"shipment", act.names.document(act["shipment"])}}; }

Json receipt_body(Act& act) { return with_codes(act, receipt_head(act)); }
Json sell_part_body(Act& act) { return with_part(act, receipt_head(act)); }
Json refund_body(Act& act) { return with_codes(act, refund_head(act)); }
Json refund_part_body(Act& act) { return with_part(act, refund_head(act)); }

Json withdraw_body(Act& act) {
  Json body{{"reason", act["reason"]}};
  put(body, "text", act, "text");
  body["primary_document"] = or_else(act, "document", "act 17 of 2026-03-01");
  return with_codes(act, std::move(body));
}

Json cancel_withdrawal_body(Act& act) {
  return with_codes(act, Json{{"reason", or_else(act, "reason", "entered by mistake")}});
}

Json return_body(Act& act) { return with_codes(act, Json{{"reason", act["reason"]}}); }

Json write_off_body(Act& act) {
  Json body{{"reason", act["reason"]}};
  put(body, "text", act, "text");
  body["act"] = or_else(act, "document", "act 18 of 2026-03-01");
  return with_codes(act, std::move(body));
}

Json remark_body(Act& act) {
  auto const olds = act.names.codes(act["old"]);
  auto const news = act.names.codes(act["new"]);
  if (olds.size() != news.size()) throw Mistake("as many new codes as old ones");
  Json pairs = Json::array();
  for (std::size_t i = 0; i < olds.size(); ++i) pairs.push_back(Json{{"old", olds[i]}, {"new", news[i]}});
  return Json{{"pairs", std::move(pairs)}, {"reason", or_else(act, "reason", "the label was damaged")}};
}

Json correct_body(Act& act) { return with_codes(act, lot_body(act)); }

Json recall_body(Act& act) {
  Json body{{"gtin", act["gtin"]}};
  put(body, "batch", act, "batch");
  put_date(body, "produced_from", act, "from");
  put_date(body, "produced_to", act, "to");
  body["reason"] = act["reason"];
  body["instruction"] = or_else(act, "instruction", "Do not sell; give it back to the shop.");
  return body;
}

Json lift_recall_body(Act& act) { return Json{{"recall", act.names.document(act["recall"])}}; }

Json block_body(Act& act) { return with_codes(act, Json{{"reason", act["reason"]}}); }

Json clear_customs_body(Act& act) { return with_codes(act, Json{{"declaration", act["declaration"]}}); }

}  // namespace tamga::scenario
