// SPDX-License-Identifier: Apache-2.0
#include "emission/resolver_work.hpp"

#include <algorithm>

#include "emission/custom_serials.hpp"
#include "emission/errors.hpp"
#include "emission/transport_form.hpp"
#include "ledger/errors.hpp"

namespace tamga::emission {

ledger::CodeNo code_of_sscc(SeriesBook const& book, gs1::Sscc sscc, Series const** series) {
  auto const without_check_digit = static_cast<std::int64_t>(sscc.number() / 10);
  Series const* const found = book.find_sscc(without_check_digit / kSsccsOfPrefix);
  if (series != nullptr) *series = found;
  return found == nullptr ? ledger::CodeNo()
                          : ledger::code_no(found->number, without_check_digit % kSsccsOfPrefix);
}

Result<void> Resolver::Work::take(std::size_t place) {
  std::string_view const text = texts[place];
  out[place] = {{}, &ledger::kCodeNotIssued};
  gs1::ScanView view;
  if (parse_clean(text, view)) {
    if (view.kind == gs1::ScanKind::Transport) {
      take_sscc(place, view.sscc, view.identity);
      return {};
    }
    TAMGA_ASSIGN(series, series_of(view.gtin));
    bool const legacy = view.kind == gs1::ScanKind::Legacy;
    bool const sure = legacy || !view.tail.empty() || series->one_length;
    std::size_t const before = claims.size() + custom.size();
    if (sure || series->candidates.empty()) TAMGA_TRY(take_parsed(place, view, view.identity));
    if (series->candidates.empty() || claims.size() + custom.size() > before) return {};
  }
  auto scan = parse(text);
  if (failure) return fail(*failure);
  if (!scan) {
    if (may_be_own_format(book->country().rules(), text))
      claim_own_format(place, text);
    else
      out[place].error = &scan.error().kind();
    return {};
  }
  scans.push_back(std::move(*scan));
  return take_parsed(place, scans.back().code);
}

Result<gs1::Scan> Resolver::Work::parse(std::string_view text) {
  auto scan = parse_scan(text, patience);
  if (scan || own_forms.empty()) return scan;
  gs1::ScanOptions own;
  own.layouts = own_forms;
  auto transport = parse_scan(text, own);
  if (transport && transport->code.kind == gs1::ScanKind::Transport) return transport;
  return scan;
}

Result<void> Resolver::Work::take_parsed(std::size_t place, gs1::ScanView const& view,
                                         std::string_view identity) {
  if (view.kind == gs1::ScanKind::Transport) {
    if (view.sscc)
      take_sscc(place, view.sscc, identity);
    else
      claim_own_format(place, view.text);
    return {};
  }
  TAMGA_ASSIGN(series, series_of(view.gtin));
  Claim claim;
  claim.place = place;
  claim.identity = identity;
  for (auto const& candidate : series->candidates) {
    if (!make_claim(view, candidate, claim)) continue;
    (claim.on_operator() ? claims : custom).push_back(claim);
  }
  // What looks like a code without AIs may be a transport unit in the participant's own format.
  if (view.kind == gs1::ScanKind::Legacy) claim_own_format(place, view.text);
  return {};
}

void Resolver::Work::take_sscc(std::size_t place, gs1::Sscc sscc, std::string_view identity) {
  Series const* series = nullptr;
  auto const code = code_of_sscc(*book, sscc, &series);
  if (code != ledger::CodeNo()) out[place] = {code, nullptr, false, series, identity};
}

void Resolver::Work::claim_own_format(std::size_t place, std::string_view text) {
  Series const* const own = book->find_own_format();
  if (own == nullptr || !may_be_own_format(book->country().rules(), text)) return;
  Claim claim;
  claim.place = place;
  claim.series = own;
  claim.serial = text;
  custom.push_back(claim);
}

void Resolver::Work::find_issued() {
  queries.clear();
  for (Claim const& claim : claims) queries.push_back({claim.candidate->permutation, claim.serial});
  indexes.resize(queries.size());
  crypto::SerialPermutation::find(queries, indexes.data());
  found.clear();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim const& claim = claims[i];
    if (!claim.candidate->has(indexes[i]) || out[claim.place].error == nullptr) continue;
    out[claim.place] = {ledger::code_no(claim.series->number, static_cast<std::int64_t>(indexes[i])), nullptr,
                        false, claim.series, claim.identity};
    found.push_back(claim);
  }
  for (Claim const& claim : custom)
    if (out[claim.place].error != nullptr) waiting.push_back(claim);
  answer(found);
  claims.clear();
  custom.clear();
}

Result<void> Resolver::Work::look_up() {
  if (waiting.empty()) return {};
  std::vector<CustomKey> keys;
  for (Claim const& claim : waiting) keys.push_back({claim.series->number, claim.serial});
  std::vector<std::int64_t> brought(keys.size());
  {
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_TRY(find_custom(*reader, keys, brought));
  }
  found.clear();
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    Claim const& claim = waiting[i];
    if (brought[i] == kNotBrought || out[claim.place].error == nullptr) continue;
    out[claim.place] = {ledger::code_no(claim.series->number, brought[i]), nullptr, false, claim.series,
                        claim.identity};
    found.push_back(claim);
  }
  answer(found);
  waiting.clear();
  return {};
}

/// Looks at the tails of codes that exist.
void Resolver::Work::answer(std::span<Claim const> codes) {
  questions.clear();
  asked.clear();
  for (Claim const& claim : codes) {
    if (claim.has_tail()) {
      questions.push_back(claim.tail);
      asked.push_back(claim.place);
    } else if (tails == Tails::Required && claim.may_have_tail()) {
      out[claim.place] = {{}, &kTailMissing};
    }
  }
  auto const genuine = std::make_unique<bool[]>(questions.size());
  check.verify(questions, genuine.get());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Resolved& answer = out[asked[i]];
    answer.tail_verified = genuine[i];
    if (!genuine[i]) answer = {{}, &kTailWrong};
  }
}

}  // namespace tamga::emission
