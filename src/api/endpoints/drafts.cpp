// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/drafts.hpp"

#include "api/once.hpp"
#include "drafts/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {
DraftView DraftView::of(drafts::Draft const& draft) {
  return {.name = draft.name,
          .kind = draft.kind,
          .person = draft.person,
          .saved = draft.saved,
          .body = draft.body.empty() ? std::nullopt : std::optional(draft.body)};
}

Result<SaveDraft::Output> SaveDraft::handle(Input const& input, Body const& body, Call& call) {
  drafts::Draft draft{input.draft, body.kind, body.body, call.caller().session.person, {}};
  auto const save = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    draft.saved = turn.now();
    TAMGA_TRY(drafts::save(turn.connection(), call.caller().number(), draft));
    return std::to_string(draft.saved.value());
  };
  TAMGA_ASSIGN(done, once(call, {}, save));
  draft.saved = UnixMs(std::stoll(done.object));
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
  auto const discard = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(drafts::discard(turn.connection(), call.caller().number(), input.draft));
    return input.draft;
  };
  TAMGA_TRY(once(call, {}, discard));
  return Output{};
}

template struct RowOf<SaveDraft>;
template struct RowOf<GetDraft>;
template struct RowOf<ListDrafts>;
template struct RowOf<DiscardDraft>;

}  // namespace tamga::api
