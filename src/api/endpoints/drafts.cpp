// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/drafts.hpp"

#include "api/in_turn.hpp"
#include "base/failure.hpp"
#include "drafts/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// A change of the caller's drafts. It is nobody's statement, so the journal is silent about it.
Result<void> change(Call const& call, std::function<Result<void>(sql::Connection&)> const& work) {
  Result<void> outcome;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    outcome = work(turn.connection());
    return !outcome && is_failure(outcome.error()) ? outcome : Result<void>();
  }));
  return outcome;
}

}  // namespace

DraftView DraftView::of(drafts::Draft const& draft) {
  return {.name = draft.name,
          .kind = draft.kind,
          .person = draft.person,
          .saved = draft.saved,
          .body = draft.body.empty() ? std::nullopt : std::optional(draft.body)};
}

Result<SaveDraft::Output> SaveDraft::handle(Input const& input, Body const& body, Call& call) {
  drafts::Draft const draft{input.draft, body.kind, body.body, call.caller().session.person, call.now()};
  TAMGA_TRY(change(call, [&](sql::Connection& connection) {
    return drafts::save(connection, call.caller().number(), draft);
  }));
  DraftView view = DraftView::of(draft);
  view.body.reset();
  return view;
}

Result<GetDraft::Output> GetDraft::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, drafts::find(*reader, call.caller().number(), input.draft));
  if (!found) return fail(Error(drafts::kDraftUnknown).at("draft").with("name", input.draft));
  return DraftView::of(*found);
}

Result<ListDrafts::Output> ListDrafts::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, drafts::of(*reader, call.caller().number()));
  Output out;
  for (drafts::Draft const& one : found) out.drafts.push_back(DraftView::of(one));
  return out;
}

Result<DiscardDraft::Output> DiscardDraft::handle(Input const& input, Call& call) {
  TAMGA_TRY(change(call, [&](sql::Connection& connection) {
    return drafts::discard(connection, call.caller().number(), input.draft);
  }));
  return Output{};
}

template struct RowOf<SaveDraft>;
template struct RowOf<GetDraft>;
template struct RowOf<ListDrafts>;
template struct RowOf<DiscardDraft>;

}  // namespace tamga::api
