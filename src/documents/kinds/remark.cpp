// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/remark.hpp"

#include "documents/errors.hpp"

namespace tamga::documents {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::Event;

namespace {

gs1::Gtin gtin_of(Case& one, CodeNo code) {
  emission::Series const* series = one.desk().series.find(ledger::series_of(code));
  return series ? series->gtin : gs1::Gtin();
}

/// A pack that holds others keeps its code: what lies in it points to it.
Result<void> refuse_filled(Case& one, NamedCodes const& named, CodeSet const& codes) {
  TAMGA_ASSIGN(inside, one.direct_content(codes));
  one.batch().for_each_run(inside, [&](CodeRange, ledger::CodeState const& state) {
    one.refuse_all(named, {state.parent, 1}, kPackageNotEmpty);
  });
  return {};
}

}  // namespace

Remark::Parts Remark::name(Body const& body, Naming& naming) {
  Parts parts;
  for (std::size_t i = 0; i < body.pairs.size(); ++i) {
    std::string const pointer = "/pairs/" + std::to_string(i);
    parts.old_codes.push_back(naming.add(pointer + "/old", body.pairs[i].old_code.text));
    parts.new_codes.push_back(naming.add(pointer + "/new", body.pairs[i].new_code.text));
  }
  return parts;
}

Result<Remark::Plan> Remark::check(Body const&, Parts const& parts, Case& one) {
  std::vector<Naming::Part> both = parts.old_codes;
  both.insert(both.end(), parts.new_codes.begin(), parts.new_codes.end());
  one.codes(both);  // no code stands twice, not even on both sides
  NamedCodes const old_codes = one.codes_quietly(parts.old_codes);
  NamedCodes const new_codes = one.codes_quietly(parts.new_codes);
  Plan plan;
  TAMGA_ASSIGN(replaced, one.judge(Event::ReplaceOld, old_codes));
  TAMGA_TRY(one.judge(Event::ReplaceNew, new_codes));
  TAMGA_TRY(refuse_filled(one, old_codes, replaced));
  plan.old_codes = std::move(replaced);
  std::map<ledger::LotNo, std::vector<CodeRange>> by_lot;
  for (std::size_t i = 0; i < parts.old_codes.size(); ++i) {
    CodeNo const before = one.code(parts.old_codes[i].first);
    CodeNo const after = one.code(parts.new_codes[i].first);
    if (before == CodeNo() || after == CodeNo()) continue;
    if (gtin_of(one, before) != gtin_of(one, after)) {
      one.refuse(parts.new_codes[i].first, kPairOfOtherProduct);
      continue;
    }
    by_lot[one.batch().state(before).lot].push_back({after, 1});
  }
  for (auto& [lot, ranges] : by_lot) plan.new_codes.emplace(lot, CodeSet::of_ranges(std::move(ranges)));
  return plan;
}

void Remark::apply(Body const&, Plan const& plan, Case& one) {
  auto const* reason = one.rules().retire_reasons.find(country::ReasonRole::Remark);
  one.change(Event::ReplaceOld, ledger::patch_of(Event::ReplaceOld).reason(reason->number).parent(CodeNo()),
             plan.old_codes);
  for (auto const& [lot, codes] : plan.new_codes)
    one.change(Event::ReplaceNew, ledger::patch_of(Event::ReplaceNew).lot(lot), codes);
}

template struct KindOf<Remark>;

}  // namespace tamga::documents
