// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/comments.hpp"

#include <limits>

#include "api/once.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "support/desk.hpp"

namespace tamga::api {
namespace {

using support::Comment;
using support::CommentNo;

CommentNo before_of(std::optional<DocumentNumber> const& number) {
  return CommentNo(number ? number->number.value() : std::numeric_limits<std::int64_t>::max());
}

std::optional<DocumentNumber> next_of(std::vector<Comment> const& page, int limit) {
  if (static_cast<int>(page.size()) < limit) return std::nullopt;
  return DocumentNumber{ledger::DocumentNo(page.back().number.value())};
}

Result<OperatorComment> operator_view_of(Call const& call, Comment const& one) {
  TAMGA_ASSIGN(company, call.services().participants.find(one.participant));
  OperatorComment out{.comment = CommentView::of(one, call),
                      .article = one.article,
                      .company = company ? company->name : "",
                      .tax_id = company ? company->tax_id : "",
                      .hidden_at = one.hidden,
                      .hidden_by = std::nullopt,
                      .reason = std::nullopt};
  if (!one.hidden) return out;
  if (one.hidden_by.empty()) return out;
  out.hidden_by = one.hidden_by;
  out.reason = one.reason;
  return out;
}

}  // namespace

CommentView CommentView::of(Comment const& one, Call const& call) {
  bool const own = call.signed_in() && call.caller().user && call.caller().user->number == one.user;
  return {.comment = std::to_string(one.number.value()),
          .name = one.name,
          .text = one.text,
          .at = one.at,
          .own = own};
}

Result<ListComments::Output> ListComments::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found,
               support::comments_of(*reader, input.article.text, before_of(input.before), input.limit));
  Output out{{}, next_of(found, input.limit)};
  for (Comment const& one : found) out.comments.push_back(CommentView::of(one, call));
  return out;
}

Result<WriteComment::Output> WriteComment::handle(Input const& input, Body const& body, Call& call) {
  Comment comment{.number = {},
                  .article = input.article.text,
                  .participant = call.caller().number(),
                  .user = call.caller().user->number,
                  .name = body.name,
                  .text = body.text};
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            comment.number = CommentNo(turn.desk().books().numbers.next());
                            comment.at = turn.now();
                            TAMGA_TRY(support::write_comment(call.services().support->rules,
                                                             turn.connection(), comment));
                            return std::to_string(comment.number.value());
                          }));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(stored, support::find_comment(*reader, CommentNo(std::stoll(done.object))));
  return CommentView::of(stored, call);
}

Result<DeleteComment::Output> DeleteComment::handle(Input const& input, Call& call) {
  CommentNo const number(input.comment.number.value());
  auto const done = once(call, {.action = kSpec.action},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_TRY(support::erase_comment(turn.connection(), number, input.article.text,
                                                            call.caller().user->number, turn.now()));
                           return std::to_string(number.value());
                         });
  TAMGA_TRY(done);
  return NoContent{};
}

Result<ListAllComments::Output> ListAllComments::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, support::all_comments(*reader, before_of(input.before), input.limit));
  Output out{{}, next_of(found, input.limit)};
  for (Comment const& one : found) {
    TAMGA_ASSIGN(view, operator_view_of(call, one));
    out.comments.push_back(std::move(view));
  }
  return out;
}

Result<HideComment::Output> HideComment::handle(Input const& input, Body const& body, Call& call) {
  CommentNo const number(input.comment.number.value());
  TAMGA_ASSIGN(done,
               once(call, {.action = kSpec.action},
                    [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                      TAMGA_TRY(support::hide_comment(turn.connection(), number, call.caller().user->person,
                                                      body.reason, turn.now()));
                      return std::to_string(number.value());
                    }));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(stored, support::find_comment(*reader, CommentNo(std::stoll(done.object))));
  return operator_view_of(call, stored);
}

Result<ShowComment::Output> ShowComment::handle(Input const& input, Call& call) {
  CommentNo const number(input.comment.number.value());
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            TAMGA_TRY(support::show_comment(call.services().support->rules, turn.connection(),
                                                            number));
                            return std::to_string(number.value());
                          }));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(stored, support::find_comment(*reader, CommentNo(std::stoll(done.object))));
  return operator_view_of(call, stored);
}

template struct RowOf<ListComments>;
template struct RowOf<WriteComment>;
template struct RowOf<DeleteComment>;
template struct RowOf<ListAllComments>;
template struct RowOf<HideComment>;
template struct RowOf<ShowComment>;

}  // namespace tamga::api
