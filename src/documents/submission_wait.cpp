// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "documents/errors.hpp"
#include "documents/submission.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/doubts.hpp"

// What a submission does when nobody says whether its signature is good, and with what was said.
namespace tamga::documents {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;

/// Which authority did not answer, as far as the error knows.
std::string silent_of(Error const& why) {
  for (auto const& [name, value] : why.arguments())
    if (name == "authority") return value;
  return {};
}

}  // namespace

Notice judged_notice(StoredDocument const& document) {
  return {.to = document.participant,
          .event = "document.judged",
          .data = fmt::format(R"({{"document":"{}"}})", document.number.value())};
}

/// An answer to an earlier sending with the same key, judged or waiting.
Result<bool> Submission::answered_before(Turn& turn) {
  if (parcel_.waited) {
    TAMGA_ASSIGN(waits, is_waiting(turn.connection(), *parcel_.waited));
    if (!waits) {  // another process, or a person, was first
      StoredDocument judged;
      judged.number = *parcel_.waited;
      answer_ = Judged{std::move(judged), true};
      return true;
    }
  }
  auto const reused = [&](Error const& error) {
    refuse(turn, error);
    answer_ = Malformed{{error}};
  };
  if (StoredDocument const* earlier = turn.find_key(sender_.participant, key_)) {
    if (earlier->body_hash == body_hash_)
      answer_ = Judged{*earlier, true};
    else if (key_ == parcel_.idempotency_key)
      reused(Error(kIdempotencyKeyReused));
    else
      reused(Error(kReceiptKnown).with("document", std::to_string(earlier->number.value())));
    return true;
  }
  bool const may_wait = policy_ != nullptr && policy_->when_silent == evidence::WhenSilent::Wait;
  if (parcel_.waited || !may_wait) return false;
  TAMGA_ASSIGN(waiting, find_waiting(turn.connection(), sender_.participant, parcel_.idempotency_key));
  if (!waiting) return false;
  if (waiting->body_hash == body_hash_)
    answer_ = Postponed{seen_from_outside(*waiting), true};
  else
    reused(Error(kIdempotencyKeyReused));
  return true;
}

Result<void> Submission::postpone(Turn& turn) {
  Error const& why = flaws_.front();
  std::chrono::milliseconds const pause =
      policy_ != nullptr ? policy_->recheck_after : std::chrono::minutes(5);
  int const checks = parcel_.checks + 1;
  WaitingDocument waiting{
      .number = parcel_.waited.value_or(ledger::DocumentNo(turn.desk().books().numbers.next())),
      .sender = sender_,
      .received_at = arrival_.at,
      .idempotency_key = parcel_.idempotency_key,
      .request_id = parcel_.request_id,
      .body_hash = body_hash_,
      .body = packed_,
      .signature = parcel_.signature,
      .reason = std::string(why.name()),
      .next_check_at = evidence::next_try(arrival_.now, checks, pause),
      .checks = checks,
      .said_kind = said_kind_,
      .silent = silent_of(why),
      .asked_at = arrival_.now};
  if (!parcel_.waited) {
    TAMGA_ASSIGN(others, count_waiting(turn.connection(), sender_.participant));
    if (others >= kMostWaiting) {
      answer_ = why;
      return {};
    }
    TAMGA_TRY(insert_waiting(turn.connection(), waiting));
    journal::Entry noted = entry(turn);
    noted.object = std::to_string(waiting.number.value());
    noted.result = "waiting";
    noted.error = waiting.reason;
    turn.journal(std::move(noted));
    answer_ = Postponed{seen_from_outside(waiting), false};
    return {};
  }
  std::int64_t const most = policy_ != nullptr ? policy_->wait_at_most.count() : 0;
  if (arrival_.now.value() - arrival_.at.value() < most * kHourMs) {
    answer_ = Postponed{seen_from_outside(waiting), true};
    return parcel_.out_of_turn ? note_asked(turn.connection(), waiting)
                               : delay_waiting(turn.connection(), waiting);
  }
  flaws_ = {Error(kWaitedTooLong).with("hours", std::to_string(most)).with("subject", sender_.person)};
  refuse(turn, flaws_.front());
  return end_wait(turn);
}

/// One that waited and is no good after all becomes a rejected document: its sender was promised an answer.
Result<void> Submission::end_wait(Turn& turn) {
  StoredDocument document;
  document.number = *parcel_.waited;
  document.participant = sender_.participant;
  document.kind = kind_ != nullptr ? kind_->traits.number : DocumentKind(0);
  document.status = DocumentStatus::Rejected;
  document.received_at = arrival_.at;
  document.idempotency_key = parcel_.idempotency_key;
  document.certificate = sender_.certificate;
  document.person = sender_.person;
  document.body_hash = body_hash_;
  document.body = packed_;
  document.signature = parcel_.signature;
  document.verdict.status = flaws_.front().kind().http_status;
  for (Error const& flaw : flaws_)
    document.verdict.objections.push_back({.pointer = flaw.where(),
                                           .error = std::string(flaw.name()),
                                           .status = flaw.kind().http_status,
                                           .arguments = {flaw.arguments().begin(), flaw.arguments().end()}});
  answer_ = Judged{document, false};
  turn.tell({judged_notice(document)});
  turn.store(std::move(document));
  return drop_waiting(turn.connection(), *parcel_.waited);
}

Result<void> Submission::keep_proof(Turn& turn, StoredDocument const& document) {
  turn.keep(*proof_);
  if (proof_->standing != evidence::Standing::Waiting) return {};
  std::chrono::milliseconds const pause =
      policy_ != nullptr ? policy_->recheck_after : std::chrono::minutes(5);
  return evidence::put_doubt(turn.connection(), {.subject = evidence::Subject::Document,
                                                 .id = document.number.value(),
                                                 .evidence = proof_->digest,
                                                 .moment = proof_->moment,
                                                 .accepted_at = arrival_.now,
                                                 .state = evidence::Standing::Waiting,
                                                 .next_check_at = evidence::next_try(arrival_.now, 1, pause),
                                                 .checks = 1});
}

}  // namespace tamga::documents
