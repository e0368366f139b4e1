// SPDX-License-Identifier: Apache-2.0
#include "api/code_check.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include "base/failure.hpp"
#include "country/error_texts.hpp"
#include "documents/lots.hpp"
#include "documents/recalls.hpp"
#include "emission/errors.hpp"
#include "emission/resolver.hpp"
#include "ledger/errors.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"

namespace tamga::api {
namespace {

using Tail = emission::Reading::Tail;

/// What became of a text that took patience: exactly one is there.
struct Patient {
  std::optional<Error> unread;
  std::optional<emission::Reading> reading;
};

/// One question on its way to its answer.
struct Asked {
  Patient const* patient = nullptr;  // owns what `cis` points into
  std::string_view cis;
  gs1::Gtin gtin;
  emission::Series const* series = nullptr;
  ledger::CodeNo code;
  Tail tail = Tail::Absent;
  ledger::CodeState state;
  std::shared_ptr<documents::Lot const> lot;
  documents::Recall const* recall = nullptr;
  bool expired = false;

  [[nodiscard]] bool unread() const { return patient != nullptr && patient->unread; }
  [[nodiscard]] bool issued() const { return code != ledger::CodeNo(); }
};

/// Why the goods may not be sold; in the order in which it matters to the person with the goods in hand.
std::optional<Error> objection(Asked const& asked) {
  if (asked.unread()) return asked.patient->unread;
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

std::vector<std::string_view> holds_of(Asked const& asked) {
  std::vector<std::string_view> holds;
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

/// One batch of questions. Answers borrow from it.
class Checker {
 public:
  explicit Checker(Call const& call) : call_(&call), services_(&call.services()) {}

  Result<std::vector<CheckedCode>> check(std::span<std::string_view const> texts) {
    asked_.resize(texts.size());
    TAMGA_TRY(read_all(texts));
    TAMGA_TRY(look_up());
    TAMGA_TRY(name_goods());
    std::vector<CheckedCode> out(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) TAMGA_TRY(answer(asked_[i], products_[i].get(), out[i]));
    return out;
  }

 private:
  /// Canonical texts of codes that exist are read in one batch; all others one by one, with patience, because
  /// it is their oddities that people ask about.
  Result<void> read_all(std::span<std::string_view const> texts) {
    std::vector<emission::Resolved> resolved(texts.size());
    if (texts.size() > 1) TAMGA_TRY(services_->resolver.resolve(texts, emission::Tails::Optional, resolved));
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (!take_canonical(resolved[i], asked_[i])) TAMGA_TRY(read(texts[i], asked_[i]));
    return {};
  }

  [[nodiscard]] static bool take_canonical(emission::Resolved const& resolved, Asked& asked) {
    if (resolved.code == ledger::CodeNo() || resolved.identity.empty()) return false;
    asked.series = resolved.series;
    asked.code = resolved.code;
    asked.cis = resolved.identity;
    if (!resolved.series->is_transport()) asked.gtin = resolved.series->gtin;
    asked.tail = resolved.tail_verified ? Tail::Genuine : Tail::Absent;
    return true;
  }

  Result<void> read(std::string_view text, Asked& asked) {
    Patient& patient = patients_.emplace_back();
    asked.patient = &patient;
    auto reading = services_->resolver.read(text);
    if (!reading) {
      if (is_failure(reading.error())) return fail(std::move(reading).error());
      patient.unread.emplace(std::move(reading).error());
      return {};
    }
    auto const& kept = patient.reading.emplace(*std::move(reading));
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
    codes.reserve(asked_.size());
    issued.reserve(asked_.size());
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
    Date const today = call_->today();
    for (std::size_t i = 0; i < issued.size(); ++i) {
      Asked& asked = *issued[i];
      asked.state = states[i];
      asked.lot = std::move(found[i]);
      if (!asked.series->is_transport())
        asked.recall = documents::RecallBook::find(*recalls_, asked.series->gtin, asked.lot.get());
      asked.expired = asked.lot && asked.lot->expires_on && *asked.lot->expires_on < today;
    }
    return {};
  }

  Result<void> name_goods() {
    std::vector<gs1::Gtin> gtins;
    std::vector<std::size_t> named;
    gtins.reserve(asked_.size());
    named.reserve(asked_.size());
    for (std::size_t i = 0; i < asked_.size(); ++i)
      if (asked_[i].gtin) {
        gtins.push_back(asked_[i].gtin);
        named.push_back(i);
      }
    TAMGA_ASSIGN(found, services_->catalogue.look(gtins));
    products_.resize(asked_.size());
    for (std::size_t i = 0; i < named.size(); ++i) products_[named[i]] = std::move(found[i]);
    return {};
  }

  Result<void> answer(Asked const& asked, registry::Product const* product, CheckedCode& out) {
    if (auto const error = objection(asked)) {
      auto message = services_->texts.render(*error, call_->language());
      out.reason = error->name();
      out.text = keep(std::move(message.title));
      out.remedy = keep(std::move(message.remedy));
    } else {
      out.sale_allowed = true;
    }
    if (asked.unread()) return {};
    out.cis = asked.cis;
    if (asked.patient != nullptr)
      for (auto const name : asked.patient->reading->scan.diagnoses.names()) out.diagnoses.push_back(name);
    out.tail = verdict_of(asked.tail);
    if (asked.gtin) out.gtin = GtinText{asked.gtin};
    if (product != nullptr) {
      out.product = product->name.in(call_->language());
      out.group = product->group;
    }
    // Of a code with a foreign tail nothing is told: it may be a guess at the code of somebody else's goods.
    if (!asked.issued() || asked.tail == Tail::Wrong) return {};
    out.status = name_of(asked.state.status);
    out.holds = holds_of(asked);
    if (asked.lot && asked.state.status != ledger::CodeStatus::Emitted) {
      out.produced_on = asked.lot->produced_on;
      out.expires_on = asked.lot->expires_on;
      TAMGA_ASSIGN(producer, name_of_participant(asked.lot->producer));
      if (!producer.empty()) out.producer = producer;
    }
    if (asked.recall) out.recall = asked.recall->instruction;
    if (!call_->may_see(asked.state.owner)) return {};
    TAMGA_ASSIGN(owner, services_->participants.find(asked.state.owner));
    if (owner) out.owner = keep(std::move(owner->tax_id));
    return {};
  }

  /// Neighbouring codes are nearly always of one producer.
  Result<std::string_view> name_of_participant(ledger::ParticipantNo number) {
    if (number == ledger::ParticipantNo()) return std::string_view();
    auto known = names_.find(number);
    if (known == names_.end()) {
      TAMGA_ASSIGN(found, services_->participants.find(number));
      known = names_.emplace(number, found ? keep(std::move(found->name)) : std::string_view()).first;
    }
    return known->second;
  }

  std::string_view keep(std::string text) { return words_.emplace_back(std::move(text)); }

  Call const* call_;
  Services const* services_;
  std::vector<Asked> asked_;
  std::deque<Patient> patients_;
  std::vector<std::shared_ptr<registry::Product const>> products_;
  std::shared_ptr<documents::RecallBook::Recalls const> recalls_;
  std::deque<std::string> words_;
  std::map<ledger::ParticipantNo, std::string_view> names_;
};

}  // namespace

Result<CheckedCodes> check_codes(Call const& call, std::span<std::string_view const> texts) {
  auto const checker = std::make_shared<Checker>(call);
  TAMGA_ASSIGN(codes, checker->check(texts));
  return CheckedCodes{std::move(codes), checker};
}

}  // namespace tamga::api
