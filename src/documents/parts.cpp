// SPDX-License-Identifier: Apache-2.0
#include "documents/parts.hpp"

#include <functional>

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeSet;
using ledger::CodeState;
using ledger::Event;

namespace {

/// What remains after a part, or the refusal: nothing when it fits.
using Step = std::function<ErrorKind const*(PartSale&, SoldPart const&)>;

ErrorKind const* sell(PartSale& sale, SoldPart const& part) {
  if (sale.whole == 0) sale.whole = part.of;
  if (sale.whole != part.of) return &kPartOfOtherWhole;
  if (part.part > sale.left()) return &kPartTooLarge;
  sale.sold += part.part;
  return nullptr;
}

ErrorKind const* bring_back(PartSale& sale, SoldPart const& part) {
  if (sale.whole != part.of) return &kPartOfOtherWhole;
  if (part.part > sale.sold) return &kPartNotSold;
  sale.sold -= part.part;
  return nullptr;
}

std::vector<CodeNo> numbers_of(CodeSet const& codes) {
  std::vector<CodeNo> out;
  for (ledger::CodeRange const& range : codes.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) out.push_back(range.first + i);
  return out;
}

/// A pack with goods inside is sold by its units, not by a fraction. Gives the others.
Result<CodeSet> refuse_filled(Case& one, NamedCodes const& named, CodeSet const& codes) {
  TAMGA_ASSIGN(inside, one.direct_content(codes));
  std::vector<ledger::CodeRange> filled;
  one.batch().for_each_run(inside, [&](ledger::CodeRange, CodeState const& state) {
    one.refuse_all(named, {state.parent, 1}, kPackageNotEmpty);
    filled.push_back({state.parent, 1});
  });
  return codes.minus(CodeSet::of_ranges(std::move(filled)));
}

Refusal refusal_of(std::size_t item, ErrorKind const& error, PartSale const& before, SoldPart const& part) {
  bool const opened = before.whole != 0;
  return {.item = item,
          .kind = &error,
          .values = {{"whole", std::to_string(opened ? before.whole : part.of)},
                     {"left", std::to_string(opened ? before.left() : part.of)},
                     {"sold", std::to_string(before.sold)}}};
}

Result<PlannedParts> judge(Case& one, Question const& question, SoldParts const& parts,
                           NamedGoods const& named, Step const& step) {
  PlannedParts plan;
  if (!parts) return plan;
  NamedCodes const codes = one.codes_quietly(named.parts);
  // What the document also names whole is refused as a repetition.
  CodeSet const once = codes.set().minus(one.codes_quietly({&named.whole, 1}).set());
  TAMGA_ASSIGN(allowed, one.judge(question, codes, once));
  TAMGA_ASSIGN(accepted, refuse_filled(one, codes, allowed));
  TAMGA_TRY(one.desk().part_sales.load(numbers_of(accepted)));
  for (std::size_t i = 0; i < parts->size(); ++i) {
    SoldPart const& part = (*parts)[i];
    std::size_t const item = named.parts[i].first;
    CodeNo const code = one.code(item);
    if (code == CodeNo() || !accepted.contains(code) || plan.after.contains(code)) continue;
    PartSale const before = one.desk().part_sales.at(code);
    PartSale after = before;
    if (ErrorKind const* error = step(after, part))
      one.refuse(refusal_of(item, *error, before, part));
    else
      plan.after.emplace(code, after);
  }
  return plan;
}

void divide(PlannedParts& plan, std::function<bool(PartSale const&)> const& done) {
  for (auto const& [code, after] : plan.after) (done(after) ? plan.done : plan.going_on).add({code, 1});
}

}  // namespace

void PlannedParts::drop(CodeSet const& codes) {
  std::erase_if(after, [&](auto const& one) { return codes.contains(one.first); });
  going_on = going_on.minus(codes);
  done = done.minus(codes);
}

std::vector<Naming::Part> NamedGoods::all() const {
  std::vector<Naming::Part> out{whole};
  out.insert(out.end(), parts.begin(), parts.end());
  return out;
}

NamedGoods name_goods(std::optional<shape::CodeList> const& codes, SoldParts const& parts, Naming& naming) {
  NamedGoods named;
  if (codes) named.whole = naming.add("/codes", *codes);
  for (std::size_t i = 0; parts && i < parts->size(); ++i)
    named.parts.push_back(naming.add("/parts/" + std::to_string(i) + "/code", (*parts)[i].code.text));
  return named;
}

Result<PlannedParts> judge_sold_parts(Case& one, SoldParts const& parts, NamedGoods const& named) {
  Question const question(
      Event::SellPart, [&](ledger::SeriesNo series, CodeState const&) -> ErrorKind const* {
        country::GroupRules const* rules = one.group_rules(series);
        return rules && rules->has(country::Capability::PartialSale) ? nullptr : &kPartNotForGroup;
      });
  TAMGA_ASSIGN(plan, judge(one, question, parts, named, sell));
  divide(plan, [](PartSale const& after) { return after.left() == 0; });
  return plan;
}

Result<PlannedParts> judge_returned_parts(Case& one, SoldParts const& parts, NamedGoods const& named) {
  Question const question(
      Event::ReturnPart, [&](ledger::SeriesNo, CodeState const& state) -> ErrorKind const* {
        if (state.status != ledger::CodeStatus::Retired) return nullptr;
        auto const* reason = one.rules().retire_reasons.find(state.reason);
        return reason && reason->role == country::ReasonRole::RetailReceipt ? nullptr : &kNotSoldAtRetail;
      });
  TAMGA_ASSIGN(plan, judge(one, question, parts, named, bring_back));
  divide(plan, [](PartSale const& after) { return after.sold == 0; });
  return plan;
}

void keep_parts(Case& one, PlannedParts const& plan) {
  for (auto const& [code, sale] : plan.after) one.desk().part_sales.put(code, sale);
}

}  // namespace tamga::documents
