// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/introduce_foreign.hpp"

#include <algorithm>
#include <map>

#include "documents/emitter.hpp"
#include "documents/errors.hpp"
#include "documents/lot_facts.hpp"
#include "gs1/scan.hpp"
#include "ledger/errors.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {

using ledger::Event;

namespace {

struct ForeignCode {
  std::size_t item;
  std::string serial;
};
using ByProduct = std::map<gs1::Gtin, std::vector<ForeignCode>>;

/// The way on which codes of others are recognised; null, with the objection made, when there is none for the
/// issuer.
country::IntroductionKind const* way_for(Case& one, std::string const& issuer) {
  for (country::IntroductionKind const& way : one.rules().introduction_kinds.rows())
    if (std::find(way.issuers.begin(), way.issuers.end(), issuer) != way.issuers.end()) return &way;
  one.object(Error(kIssuerNotRecognised).at("/issuer").with("issuer", issuer));
  return nullptr;
}

ErrorKind const* refusal_of_product(Case& one, std::optional<registry::Product> const& product,
                                    country::IntroductionKind const& way) {
  if (!product) return &kProductUnknown;
  if (product->owner != one.sender()) return &registry::kProductOfAnother;
  if (!product->published) return &kProductNotPublished;
  auto const* group = one.desk().country().find_group(product->group);
  auto const* rules = group ? group->rules.in_force(one.context().today) : nullptr;
  return rules && rules->allows_introduction(way.code) ? nullptr : &kWayNotForGroup;
}

Result<void> check_serial(country::CodeTemplate const& form, std::string const& serial) {
  char const ours = form.serial.country_digit;
  if (ours != '\0' && serial.front() == ours) return fail(kSerialOfThisCountry);
  auto rule = form.serial;
  rule.country_digit = '\0';
  return rule.check(serial);
}

void refuse(Case& one, std::size_t item, Error const& error) {
  one.refuse({.item = item, .kind = &error.kind(), .values = error.arguments()});
}

/// Codes by their products. Refuses what is known here already.
ByProduct read_codes(Case& one, Naming::Part const& part) {
  std::vector<std::size_t> const unknown = one.take_unissued();
  ByProduct products;
  for (std::size_t item = part.first; item < part.first + part.count; ++item) {
    bool const known = one.code(item) != ledger::CodeNo();
    if (!known && !std::binary_search(unknown.begin(), unknown.end(), item)) continue;
    auto const scan = gs1::parse_scan(one.naming().text(item));
    if (!scan)
      refuse(one, item, scan.error());
    else if (known)
      refuse(one, item, Error(ledger::kSerialExists).with("serial", std::string(scan->code.serial)));
    else if (scan->code.kind != gs1::ScanKind::Item)
      refuse(one, item, Error(ledger::kCodeNotIssued));
    else
      products[scan->code.gtin].push_back({item, std::string(scan->code.serial)});
  }
  return products;
}

/// The template by which the product's codes are read; null, with all its codes refused, when they may not
/// come in.
Result<country::CodeTemplate const*> judge_product(Case& one, gs1::Gtin gtin,
                                                   std::vector<ForeignCode> const& codes,
                                                   country::IntroductionKind const& way) {
  TAMGA_ASSIGN(product, one.desk().books().catalogue.find(gtin));
  ErrorKind const* refusal = refusal_of_product(one, product, way);
  country::CodeTemplate const* form = nullptr;
  if (!refusal) {
    auto const level = one.rules().package_level(product->level);
    auto const* group = one.desk().country().find_group(product->group);
    one.judge_group(group->code);
    form = level ? group->template_for(*level, one.context().today) : nullptr;
    if (!form) refusal = &kTemplateNotInForce;
  }
  for (ForeignCode const& code : codes) {
    if (refusal)
      refuse(one, code.item,
             Error(*refusal)
                 .with("gtin", gtin.text())
                 .with("template", "")
                 .with("level", product ? product->level : ""));
    else if (auto const checked = check_serial(*form, code.serial); !checked)
      refuse(one, code.item, checked.error());
  }
  return refusal ? nullptr : form;
}

Result<IntroduceForeign::Line> plan_line(Case& one, gs1::Gtin gtin, country::CodeTemplate const& form,
                                         std::vector<ForeignCode> const& codes) {
  IntroduceForeign::Line line;
  TAMGA_ASSIGN(series, one.desk().series.of_item(gtin, form, emission::SeriesKind::Foreign));
  line.series = series;
  for (ForeignCode const& code : codes) line.serials.push_back(code.serial);
  std::vector<std::string_view> const serials(line.serials.begin(), line.serials.end());
  TAMGA_ASSIGN(taken, one.desk().series.taken(*series, serials));
  for (std::size_t const place : taken)
    refuse(one, codes[place].item, Error(ledger::kSerialExists).with("serial", codes[place].serial));
  TAMGA_ASSIGN(next, one.desk().series.next(*series, static_cast<std::int64_t>(serials.size())));
  TAMGA_TRY(one.batch().load(next));
  line.codes = std::move(next);
  return line;
}

}  // namespace

Result<void> IntroduceForeign::preflight(Body const& body) {
  TAMGA_TRY(check_country(body.country));
  return check_country(body.issuer, "/issuer");
}

Result<IntroduceForeign::Plan> IntroduceForeign::check(Body const& body, Parts const& parts, Case& one) {
  Plan plan;
  TAMGA_TRY(judge_emitter(one));
  country::IntroductionKind const* way = way_for(one, body.issuer);
  check_dates(one, body.produced_on, body.expires_on);
  ByProduct const products = read_codes(one, parts);
  std::map<gs1::Gtin, country::CodeTemplate const*> forms;
  for (auto const& [gtin, codes] : products) {
    if (!way) break;
    TAMGA_ASSIGN(form, judge_product(one, gtin, codes, *way));
    forms.emplace(gtin, form);
  }
  // A refused document makes no series.
  if (!one.objections().empty() || !one.refusals().empty()) return plan;
  ledger::CodeSet all;
  for (auto const& [gtin, codes] : products) {
    TAMGA_ASSIGN(line, plan_line(one, gtin, *forms.at(gtin), codes));
    all = all.unite(line.codes);
    plan.lines.push_back(std::move(line));
  }
  check_attributes(one, {body.produced_on, body.expires_on, body.batch, body.country}, all, true);
  return plan;
}

void IntroduceForeign::apply(Body const& body, Plan const& plan, Case& one) {
  Lot lot;
  lot.number = ledger::LotNo(one.desk().books().numbers.next());
  lot.document = one.context().number;
  lot.producer = one.sender();
  lot.produced_on = body.produced_on;
  lot.expires_on = body.expires_on;
  lot.batch = body.batch.value_or("");
  lot.country = body.country.value_or("");
  lot.issuer = body.issuer;
  auto const issued = ledger::patch_of(Event::Issue).owner(one.sender()).lot(lot.number);
  one.desk().lots.add(std::move(lot));
  for (Line const& line : plan.lines) {
    one.desk().series.take(*line.series,
                           std::vector<std::string_view>(line.serials.begin(), line.serials.end()));
    one.change(Event::Issue, issued, line.codes);
    one.change(Event::Apply, ledger::patch_of(Event::Apply), line.codes);
    one.change(Event::Introduce, ledger::patch_of(Event::Introduce), line.codes);
  }
}

template struct KindOf<IntroduceForeign>;

}  // namespace tamga::documents
