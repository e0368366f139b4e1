// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/card_drafts.hpp"

#include "api/once.hpp"
#include "catalogue/card_steps.hpp"
#include "catalogue/checks.hpp"
#include "catalogue/errors.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

/// What would be said against it if it were sent now.
Result<CardDraftView> checked(Call const& call, catalogue::CardDraft draft) {
  Services const& services = call.services();
  TAMGA_ASSIGN(reader, services.store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  catalogue::CardDesk const desk(services.cards, services.cards->products(), *reader);
  TAMGA_ASSIGN(wrong, catalogue::check_card(draft.body, {desk, draft.owner, call.today()}));
  auto findings = findings_of(wrong, draft.body, call);
  return CardDraftView{std::move(draft.body), std::move(draft.person), draft.saved_at, std::move(findings)};
}

Error unknown(gs1::Gtin gtin) { return Error(catalogue::kDraftUnknown).with("gtin", gtin.text()); }

/// A change of the caller's drafts. It is nobody's statement, so the journal is silent about it.
Result<void> change(Call const& call, std::function<Result<void>(sql::Connection&)> const& work) {
  auto const done = once(call, {}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(work(turn.connection()));
    return std::string("draft");
  });
  return done ? Result<void>() : fail(done.error());
}

}  // namespace

Result<SaveCardDraft::Output> SaveCardDraft::handle(Input const& input, Body const& body, Call& call) {
  auto const gtin = gs1::Gtin::parse(body.gtin);
  if (!gtin || *gtin != input.gtin.gtin) return fail(Error(catalogue::kDraftOfOther).at("/gtin"));
  catalogue::CardDraft draft{.owner = call.caller().number(),
                             .gtin = *gtin,
                             .group = body.group,
                             .body = body,
                             .person = call.caller().session.person,
                             .saved_at = call.now()};
  TAMGA_TRY(change(call, [&](sql::Connection& connection) {
    return catalogue::save_drafts(connection, draft.owner, {draft});
  }));
  return checked(call, std::move(draft));
}

Result<GetCardDraft::Output> GetCardDraft::handle(Input const& input, Call& call) {
  std::optional<catalogue::CardDraft> draft;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, catalogue::find_draft(*reader, call.caller().number(), input.gtin.gtin));
    draft = std::move(found);
  }
  if (!draft || !call.caller().works_with_group(draft->group)) return fail(unknown(input.gtin.gtin));
  return checked(call, *std::move(draft));
}

Result<DiscardCardDraft::Output> DiscardCardDraft::handle(Input const& input, Call& call) {
  TAMGA_TRY(change(call, [&](sql::Connection& connection) -> Result<void> {
    TAMGA_ASSIGN(there, catalogue::discard_draft(connection, call.caller().number(), input.gtin.gtin));
    return there ? Result<void>() : fail(unknown(input.gtin.gtin));
  }));
  return NoContent{};
}

Result<ListCardDrafts::Output> ListCardDrafts::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  gs1::Gtin const after = input.after ? input.after->gtin : gs1::Gtin();
  TAMGA_ASSIGN(found, catalogue::drafts_of(*reader, call.caller().number(), after, input.limit));
  Output out;
  catalogue::Rules const& rules = call.services().cards->rules();
  for (catalogue::CardDraft const& one : found)
    if (call.caller().works_with_group(one.group))
      out.drafts.push_back({{one.gtin},
                            one.group,
                            catalogue::names_of(rules, one.body).in(call.language()),
                            one.person,
                            one.saved_at});
  if (static_cast<int>(found.size()) == input.limit) out.next = GtinText{found.back().gtin};
  return out;
}

template struct RowOf<SaveCardDraft>;
template struct RowOf<GetCardDraft>;
template struct RowOf<DiscardCardDraft>;
template struct RowOf<ListCardDrafts>;

}  // namespace tamga::api
