// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_documents.hpp"

#include <future>
#include <memory>

#include "api/once.hpp"
#include "crypto/errors.hpp"
#include "documents/errors.hpp"
#include "documents/sequencer.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/policy.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using documents::WaitingDocument;

std::optional<std::string> said(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string_view reason_of(SilentSide side) {
  return side == SilentSide::VerificationServer ? crypto::kVerificationUnreachable.name
                                                : crypto::kRevocationUnknown.name;
}

Result<WaitingLine> line_of(Call const& call, WaitingDocument const& one) {
  TAMGA_ASSIGN(company, call.services().participants.find(one.sender.participant));
  WaitingLine out{.document = {one.number},
                  .kind = said(one.said_kind),
                  .tax_id = company ? company->tax_id : "",
                  .company = company ? company->name : "",
                  .person = one.sender.person,
                  .received_at = one.received_at,
                  .waits_for = one.reason == crypto::kVerificationUnreachable.name
                                   ? SilentSide::VerificationServer
                                   : SilentSide::Authority,
                  .authority = said(one.silent),
                  .asked = std::int64_t{one.checks} + one.asked_by_people,
                  .asked_at = std::nullopt,
                  .next_at = one.next_check_at,
                  .until = std::nullopt};
  if (one.asked_at != UnixMs()) out.asked_at = one.asked_at;
  if (auto const* policy = call.services().signature_policy)
    out.until = UnixMs(one.received_at.value() +
                       std::chrono::duration_cast<std::chrono::milliseconds>(policy->wait_at_most).count());
  return out;
}

Result<std::optional<WaitingDocument>> find(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return documents::find_waiting(*reader, number);
}

/// Verifies and judges it as the round of the system does, and waits for the end.
Result<void> ask_now(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(waiting, find(call, number));
  if (!waiting) return {};
  TAMGA_ASSIGN(parcel, documents::sent_again(*waiting));
  parcel.out_of_turn = true;
  auto const told = std::make_shared<std::promise<documents::Answer>>();
  auto end = told->get_future();
  Services const& services = call.services();
  TAMGA_TRY(services.sequencer.submit(documents::Submission::prepare(
      waiting->sender, std::move(parcel),
      {services.resolver, services.verifier, services.participants, services.country,
       services.signature_policy},
      crypto::Arrival(waiting->received_at, call.now()),
      [told](documents::Answer answer) { told->set_value(std::move(answer)); })));
  documents::Answer const answer = end.get();
  if (auto const* failure = std::get_if<Error>(&answer)) return fail(*failure);
  return {};
}

Result<AttendDocument::Output> as_it_is(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(waiting, find(call, number));
  if (waiting) {
    TAMGA_ASSIGN(line, line_of(call, *waiting));
    return AttendDocument::Output{
        DocumentView::of(documents::seen_from_outside(*waiting), call.services().texts, call.language()),
        std::move(line)};
  }
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(judged, documents::find_document(*reader, number));
  if (!judged) return fail(documents::kDocumentUnknown);
  return AttendDocument::Output{DocumentView::of(*judged, call.services().texts, call.language()),
                                std::nullopt};
}

}  // namespace

Result<ListWaitingQueue::Output> ListWaitingQueue::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  documents::WaitingFilter filter;
  if (input.waits_for) filter.reason = reason_of(*input.waits_for);
  if (input.tax_id) {
    TAMGA_ASSIGN(sender, call.services().participants.find_by_tax_id(*input.tax_id));
    if (!sender) return Output{};
    filter.participant = sender->number;
  }
  TAMGA_ASSIGN(
      found, documents::all_waiting(*reader, filter, input.after ? input.after->number : ledger::DocumentNo(),
                                    input.limit));
  Output out;
  for (WaitingDocument const& one : found) {
    TAMGA_ASSIGN(line, line_of(call, one));
    out.documents.push_back(std::move(line));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = DocumentNumber{found.back().number};
  return out;
}

Result<AttendDocument::Output> AttendDocument::handle(Input const& input, Call& call) {
  ledger::DocumentNo const number = input.document.number;
  std::string const text = std::to_string(number.value());
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action, .object = text},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            TAMGA_ASSIGN(waits, documents::is_waiting(turn.connection(), number));
                            if (waits) return text;
                            TAMGA_ASSIGN(judged, documents::find_document(turn.connection(), number));
                            if (!judged) return fail(documents::kDocumentUnknown);
                            return fail(Error(documents::kDocumentNotWaiting).with("document", text));
                          }));
  if (!done.again) TAMGA_TRY(ask_now(call, number));
  return as_it_is(call, number);
}

template struct RowOf<ListWaitingQueue>;
template struct RowOf<AttendDocument>;

}  // namespace tamga::api
