// SPDX-License-Identifier: Apache-2.0
#include "api/code_check.hpp"

#include <algorithm>

#include "emission/errors.hpp"
#include "ledger/errors.hpp"

namespace tamga::api {
namespace {

using Tail = emission::Reading::Tail;

/// A failure of ours, as against a text that is no code.
bool is_failure(Error const& error) {
  return error.kind().error_class == ErrorClass::Retry || error.kind().error_class == ErrorClass::Internal;
}

/// One question on its way to its answer.
struct Asked {
  std::optional<Error> unread;
  std::optional<emission::Reading> reading;  // of a text that took patience; owns what `cis` points into then
  std::string_view cis;
  gs1::Gtin gtin;
  emission::Series const* series = nullptr;
  ledger::CodeNo code;
  Tail tail = Tail::Absent;
  ledger::CodeState state;
  std::shared_ptr<documents::Lot const> lot;
  documents::Recall const* recall = nullptr;
  bool expired = false;

  [[nodiscard]] bool issued() const { return code != ledger::CodeNo(); }
};

/// Why the goods may not be sold; in the order in which it matters to the person with the goods in hand.
std::optional<Error> objection(Asked const& asked) {
  if (asked.unread) return asked.unread;
  if (asked.tail == Tail::Wrong) return Error(emission::kTailWrong);
  if (!asked.issued()) return Error(ledger::kCodeNotIssued);
  if (auto const* kind = ledger::judge(ledger::Event::Sell, asked.state, {}, ledger::Scope::Named)) {
    Error error(*kind);
    if (error.is(ledger::kCodeWrongStatus))
      error.with("status", std::string(name_of(asked.state.status)))
          .with("allowed", std::string(name_of(ledger::CodeStatus::Introduced)));
    return error;
  }
  if (asked.recall) return Error(ledger::kCodeRecalled);
  if (asked.expired) return Error(ledger::kCodeExpired).with("date", asked.lot->expires_on->text());
  bool const has_tail = asked.series->proves_tail();
  if (has_tail && asked.tail == Tail::Absent) return Error(emission::kTailMissing);
  return std::nullopt;
}

std::vector<std::string> holds_of(Asked const& asked) {
  std::vector<std::string> holds;
  auto const add = [&](bool held, std::string_view name) {
    if (held) holds.emplace_back(name);
  };
  add(asked.state.has(ledger::Mark::InTransit), "in_transit");
  add(asked.state.has(ledger::Mark::Customs), "under_customs");
  add(asked.state.has(ledger::Mark::Blocked), "blocked");
  add(asked.state.has(ledger::Mark::Disputed), "disputed");
  add(asked.recall != nullptr, "recalled");
  add(asked.expired, "expired");
  return holds;
}

TailVerdict verdict_of(Tail tail) {
  switch (tail) {
    case Tail::Genuine:
      return TailVerdict::Genuine;
    case Tail::Wrong:
      return TailVerdict::Wrong;
    case Tail::Absent:
      break;
  }
  return TailVerdict::Absent;
}

class Checker {
 public:
  explicit Checker(Call const& call) : call_(&call), services_(&call.services()) {}

  Result<std::vector<CheckedCode>> check(std::span<std::string_view const> texts) {
    asked_.resize(texts.size());
    TAMGA_TRY(read_all(texts));
    TAMGA_TRY(look_up());
    std::vector<CheckedCode> out;
    out.reserve(texts.size());
    for (Asked const& asked : asked_) {
      TAMGA_ASSIGN(checked, answer(asked));
      out.push_back(std::move(checked));
    }
    return out;
  }

 private:
  /// Canonical texts of codes that exist are read in one batch; all others one by one, with patience, because
  /// it is their oddities that people ask about.
  Result<void> read_all(std::span<std::string_view const> texts) {
    std::vector<emission::Resolved> resolved(texts.size());
    if (texts.size() > 1) TAMGA_TRY(services_->resolver.resolve(texts, emission::Tails::Optional, resolved));
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (!take_canonical(texts[i], resolved[i], asked_[i])) TAMGA_TRY(read(texts[i], asked_[i]));
    return {};
  }

  [[nodiscard]] bool take_canonical(std::string_view text, emission::Resolved const& resolved,
                                    Asked& asked) const {
    gs1::ScanView view;
    if (resolved.code == ledger::CodeNo() || !parse_clean(text, view)) return false;
    asked.series = services_->series.find(ledger::series_of(resolved.code));
    if (asked.series == nullptr) return false;
    asked.code = resolved.code;
    asked.cis = view.identity;
    asked.gtin = view.gtin;
    asked.tail = resolved.tail_verified ? Tail::Genuine : Tail::Absent;
    return true;
  }

  Result<void> read(std::string_view text, Asked& asked) const {
    auto reading = services_->resolver.read(text);
    if (!reading) {
      if (is_failure(reading.error())) return fail(std::move(reading).error());
      asked.unread.emplace(std::move(reading).error());
      return {};
    }
    auto const& kept = asked.reading.emplace(*std::move(reading));
    asked.cis = kept.scan.cis();
    asked.gtin = kept.scan.code.gtin;
    asked.series = kept.series;
    asked.code = kept.code;
    asked.tail = kept.tail;
    return {};
  }

  /// States and lots, each in one question.
  Result<void> look_up() {
    std::vector<ledger::CodeNo> codes;
    std::vector<Asked*> issued;
    for (Asked& asked : asked_)
      if (asked.issued()) {
        codes.push_back(asked.code);
        issued.push_back(&asked);
      }
    if (codes.empty()) return {};
    std::vector<ledger::CodeState> states(codes.size());
    TAMGA_TRY(services_->ledger.states(codes, states));
    std::vector<ledger::LotNo> lots;
    lots.reserve(states.size());
    for (auto const& state : states) lots.push_back(state.lot);
    TAMGA_ASSIGN(found, services_->lots.find(lots));
    recalls_ = services_->recalls.snapshot();
    for (std::size_t i = 0; i < issued.size(); ++i) {
      Asked& asked = *issued[i];
      asked.state = states[i];
      asked.lot = found[i];
      if (!asked.series->is_transport())
        asked.recall = documents::RecallBook::find(*recalls_, asked.series->gtin, asked.lot.get());
      asked.expired = asked.lot && asked.lot->expires_on && *asked.lot->expires_on < call_->today();
    }
    return {};
  }

  Result<CheckedCode> answer(Asked const& asked) const {
    CheckedCode out{};
    if (auto const error = objection(asked)) {
      auto message = services_->texts.render(*error, call_->language());
      out.reason = std::string(error->name());
      out.text = std::move(message.title);
      out.remedy = std::move(message.remedy);
    } else {
      out.sale_allowed = true;
    }
    if (asked.unread) return out;
    out.cis = std::string(asked.cis);
    if (asked.reading)
      for (auto const name : asked.reading->scan.diagnoses.names()) out.diagnoses.emplace_back(name);
    out.tail = verdict_of(asked.tail);
    TAMGA_TRY(name_goods(asked.gtin, out));
    // Of a code with a foreign tail nothing is told: it may be a guess at the code of somebody else's goods.
    if (!asked.issued() || asked.tail == Tail::Wrong) return out;
    out.status = std::string(name_of(asked.state.status));
    out.holds = holds_of(asked);
    if (asked.lot) out.expires_on = asked.lot->expires_on;
    if (asked.recall) out.recall = asked.recall->instruction;
    if (call_->may_see(asked.state.owner)) {
      TAMGA_ASSIGN(owner, services_->participants.find(asked.state.owner));
      if (owner) out.owner = std::move(owner->tax_id);
    }
    return out;
  }

  Result<void> name_goods(gs1::Gtin gtin, CheckedCode& out) const {
    if (!gtin) return {};
    out.gtin = GtinText{gtin};
    TAMGA_ASSIGN(product, services_->catalogue.look(gtin));
    if (!product) return {};
    out.product = product->name.in(call_->language());
    out.group = product->group;
    return {};
  }

  Call const* call_;
  Services const* services_;
  std::vector<Asked> asked_;
  std::shared_ptr<documents::RecallBook::Recalls const> recalls_;
};

}  // namespace

Result<std::vector<CheckedCode>> check_codes(Call const& call, std::span<std::string_view const> texts) {
  return Checker(call).check(texts);
}

}  // namespace tamga::api
