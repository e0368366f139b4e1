// SPDX-License-Identifier: Apache-2.0
#include "documents/submission.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "documents/errors.hpp"
#include "documents/kinds/all.hpp"
#include "documents/mandates.hpp"
#include "documents/sender_gate.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/doubts.hpp"
#include "gs1/scan.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {
namespace {

constexpr std::size_t kMaxBodyBytes = std::size_t{100} << 20;

std::string_view word_of(DocumentStatus status) {
  switch (status) {
    case DocumentStatus::Accepted:
      return "accepted";
    case DocumentStatus::PartlyAccepted:
      return "partly_accepted";
    case DocumentStatus::Rejected:
      return "rejected";
    case DocumentStatus::Waiting:
      return "waiting";
  }
  return "";
}

/// Under which an accepted document is found again: what it is by itself, or the key of the call.
std::string key_of(Work const* work, Parcel const& parcel) {
  std::string identity = work ? work->identity() : std::string();
  return identity.empty() ? parcel.idempotency_key : identity;
}

bool may_send(From from, bool authority) {
  return from == From::Either || (from == From::Operator) == authority;
}

}  // namespace

std::string fiscal_identity(std::string_view kind, std::string_view cash_register, std::string_view number) {
  return fmt::format("{}/{}/{}/{}", kind, cash_register.size(), cash_register, number);
}

Submission::Submission(Sender sender, Parcel parcel, crypto::Arrival arrival, Done done)
    : sender_(std::move(sender)), parcel_(std::move(parcel)), arrival_(arrival), done_(std::move(done)) {}

std::unique_ptr<Submission> Submission::prepare(Sender sender, Parcel parcel, Readers const& readers,
                                                crypto::Arrival arrival, Done done) {
  std::unique_ptr<Submission> one(
      new Submission(std::move(sender), std::move(parcel), arrival, std::move(done)));
  one->policy_ = readers.policy;
  one->body_hash_ = crypto::sha256(one->parcel_.body);
  if (auto read = one->read(readers); !read) {
    one->flaws_ = std::move(read.error());
    Error const& first = one->flaws_.front();
    bool const may_wait = one->policy_ != nullptr && one->policy_->when_silent == evidence::WhenSilent::Wait;
    one->postponed_ =
        !one->parcel_.dry_run && is_worth_waiting(first) && (may_wait || one->parcel_.waited.has_value());
    if (is_failure(first) && !one->postponed_) one->failure_ = first;
    if (one->postponed_) one->said_kind_ = said_kind(one->parcel_.body);
    if (one->postponed_ || one->parcel_.waited) one->packed_ = pack_body(one->parcel_.body);
  } else if (!one->parcel_.dry_run) {
    one->packed_ = pack_body(one->parcel_.body);
  }
  one->key_ = key_of(one->work_.get(), one->parcel_);
  return one;
}

tl::expected<void, std::vector<Error>> Submission::read(Readers const& readers) {
  auto const one = [](Error error) { return tl::unexpected(std::vector<Error>{std::move(error)}); };
  if (parcel_.unread) return one(*parcel_.unread);
  // The signature comes first: bytes that nobody answers for are not looked into.
  if (!parcel_.signature.empty())
    if (auto checked = check_signature(readers); !checked) return one(std::move(checked).error());
  auto json = shape::JsonDocument::open(parcel_.body, {.max_bytes = kMaxBodyBytes});
  if (!json) return one(std::move(json).error());
  auto const name = json->peek_string(kKindField);
  if (!name) return one(name.error());
  kind_ = find_kind(*name);
  if (!kind_) return one(Error(kKindUnknown).at("/kind").with("kind", *name));
  if (!may_send(kind_->traits.from, sender_.authority))
    return one(Error(kKindNotForSender).with("kind", *name));
  if (parcel_.signature.empty() && !parcel_.dry_run && kind_->traits.signing == Signing::Required)
    return one(Error(kSignatureMissing));
  auto work = kind_->decode(*json);
  if (!work) return tl::unexpected(std::move(work.error()));
  work_ = std::move(*work);
  if (auto fine = work_->preflight(); !fine) return one(std::move(fine).error());
  auto const* limits = readers.country.rules().limits.in_force(readers.country.day_of(arrival_.at));
  auto const codes = static_cast<std::int64_t>(work_->naming().size());
  if (limits && codes > limits->document_codes)
    return one(Error(kTooManyCodes)
                   .with("codes", std::to_string(codes))
                   .with("limit", std::to_string(limits->document_codes)));
  if (auto resolved = resolve(readers); !resolved) return one(std::move(resolved).error());
  return {};
}

Result<void> Submission::check_signature(Readers const& readers) {
  TAMGA_ASSIGN(signature, readers.verifier.verify_detached(parcel_.signature, parcel_.body, arrival_));
  auto const& certificate = signature.certificate.sha256();
  TAMGA_ASSIGN(signer, readers.participants.signer(certificate));
  if (!signer || signer->participant != sender_.participant) return fail(kSignerNotSender);
  sender_.certificate = certificate;
  sender_.person = signer->person;
  sender_.user = signer->user;
  proof_ = evidence::proof_of(signature, arrival_.at);
  return {};
}

Result<void> Submission::resolve(Readers const& readers) {
  Naming const& naming = work_->naming();
  std::vector<std::string_view> texts;
  texts.reserve(naming.size());
  naming.for_each_text([&](std::string_view text) { texts.push_back(text); });
  std::vector<emission::Resolved> resolved(texts.size());
  TAMGA_TRY(readers.resolver.resolve(texts, kind_->traits.tails, resolved));
  resolution_.codes.reserve(resolved.size());
  for (std::size_t item = 0; item < resolved.size(); ++item) {
    resolution_.codes.push_back(resolved[item].code);
    if (resolved[item].error) resolution_.refusals.push_back({item, resolved[item].error});
  }
  return {};
}

std::int64_t Submission::weight() const {
  return 1 + (work_ ? static_cast<std::int64_t>(work_->naming().size()) : 0);
}

std::int64_t Submission::idempotency() const {
  return key_.empty() ? 0 : key_hash(sender_.participant, key_);
}

journal::Entry Submission::entry(Turn const& turn) const {
  journal::Entry out;
  out.at = turn.now();
  out.participant = sender_.participant.value();
  out.certificate = crypto::view(sender_.certificate);
  out.action = kind_ ? "document." + std::string(kind_->traits.name) : "document";
  out.body_hash = crypto::view(body_hash_);
  out.request_id = parcel_.request_id;
  out.idempotency_key = parcel_.idempotency_key;
  out.api_key = sender_.api_key;
  out.address = sender_.address;
  return out;
}

void Submission::refuse(Turn& turn, Error error) {
  journal::Entry refused = entry(turn);
  refused.result = "refused";
  refused.error = error.name();
  turn.journal(std::move(refused));
}

Result<void> Submission::perform(Turn& turn) {
  if (failure_) {
    answer_ = *failure_;
    return {};
  }
  if (!parcel_.dry_run && (flaws_.empty() || postponed_ || parcel_.waited)) {
    TAMGA_ASSIGN(before, answered_before(turn));
    if (before) return {};
  }
  if (postponed_) return postpone(turn);
  if (!flaws_.empty()) {
    refuse(turn, flaws_.front());
    answer_ = Malformed{flaws_};
    if (parcel_.waited) return end_wait(turn);
    return {};
  }
  TAMGA_TRY(judge(turn));
  if (parcel_.waited) TAMGA_TRY(drop_waiting(turn.connection(), *parcel_.waited));
  return {};
}

Result<void> Submission::resolve_new_packages(Turn& turn, Resolution& resolution) const {
  std::vector<Refusal> left;
  for (Refusal const& refusal : resolution.refusals) {
    if (refusal.kind == &ledger::kCodeNotIssued) {
      auto const scan = gs1::parse_scan(work_->naming().text(refusal.item));
      if (scan && scan->code.kind == gs1::ScanKind::Transport) {
        TAMGA_ASSIGN(code, turn.desk().series.transport_code(scan->cis()));
        resolution.codes[refusal.item] = code;
        continue;
      }
    }
    left.push_back(refusal);
  }
  resolution.refusals = std::move(left);
  return {};
}

Result<void> Submission::judge(Turn& turn) {
  Traits const& traits = kind_->traits;
  Books const& books = turn.desk().books();
  StoredDocument document;
  document.number = parcel_.waited.value_or(ledger::DocumentNo(books.numbers.next()));
  document.participant = sender_.participant;
  document.kind = traits.number;
  document.received_at = arrival_.at;
  document.idempotency_key = key_;
  document.certificate = sender_.certificate;
  document.person = sender_.person;
  document.body_hash = body_hash_;
  if (proof_) {
    document.evidence = proof_->digest;
    document.standing = proof_->standing;
  }

  Resolution resolution = resolution_;
  if (traits.new_packages == NewPackages::Yes && !resolution.refusals.empty())
    TAMGA_TRY(resolve_new_packages(turn, resolution));
  Date const today = books.country.day_of(turn.now());
  std::optional<Error> no_mandate;
  std::optional<ActingFor> acting;
  if (auto const principal = work_->principal()) {
    TAMGA_ASSIGN(found, acting_for(turn.desk(), traits, sender_.participant, *principal, today, no_mandate));
    acting = std::move(found);
  }
  document.principal = acting ? acting->principal : ledger::ParticipantNo();
  ledger::ParticipantNo const in_name_of = acting ? acting->principal : sender_.participant;
  Case one({traits.name,
            {in_name_of, sender_.authority},
            document.number,
            turn.now(),
            today,
            sender_.user,
            sender_.certificate,
            sender_.participant},
           work_->naming(), std::move(resolution), turn.batch(), turn.desk());
  if (acting) one.limit_to_mandate(std::move(acting->groups));
  if (no_mandate) one.object(*std::move(no_mandate));
  TAMGA_ASSIGN(allowed, admit(one, traits));
  bool const admitted = allowed && one.objections().empty();
  if (auto checked = admitted ? work_->check(one) : Result<void>(); !checked) {
    if (is_failure(checked.error())) return checked;
    one.object(std::move(checked).error());
  }
  Judgement judgement = judge_case(traits, work_->naming(), one.refusals(), one.objections());
  document.counterpart = one.counterpart();
  document.status = judgement.status;
  document.verdict = std::move(judgement.verdict);
  if (!one.power().empty()) document.verdict.power_of_attorney = one.power();
  if (parcel_.dry_run) {
    document.number = ledger::DocumentNo();
    answer_ = Judged{std::move(document), false};
    return {};
  }

  journal::Entry done = entry(turn);
  if (document.status == DocumentStatus::Rejected) {
    // Nothing happened by it, so the same receipt may come again and is judged anew.
    if (key_ != parcel_.idempotency_key)
      document.idempotency_key += fmt::format("/{}", document.number.value());
    done.error = !one.objections().empty() ? std::string(one.objections().front().name())
                                           : document.verdict.items.front().error;
  } else {
    turn.batch().begin_document(document.number);
    work_->apply(one);
    if (turn.batch().broken()) return fail(*turn.batch().broken());
    auto outcome = turn.batch().finish_document();
    std::string effects;
    outcome.effects.encode(effects);
    done.state = crypto::view(crypto::sha256(effects));
    turn.applied({document.number, ledger::AppliedNo(books.numbers.next()), std::move(outcome.effects),
                  std::move(outcome.stock)});
    turn.tell(std::move(one.notices()));
  }
  done.object = std::to_string(document.number.value());
  done.result = word_of(document.status);
  if (in_name_of != sender_.participant) {
    // What was done in his name stands in the journal of both.
    journal::Entry his = done;
    his.participant = in_name_of.value();
    his.idempotency_key.clear();
    turn.journal(std::move(his));
  }
  turn.journal(std::move(done));
  answer_ = Judged{document, false};
  document.body = packed_;
  document.signature = parcel_.signature;
  if (proof_) TAMGA_TRY(keep_proof(turn, document));
  if (parcel_.waited) turn.tell({judged_notice(document)});
  turn.store(std::move(document));
  return {};
}

}  // namespace tamga::documents
