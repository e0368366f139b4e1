// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_violations.hpp"

#include <functional>

#include "api/once.hpp"
#include "sql/store.hpp"
#include "support/violation_rows.hpp"
#include "support/violations.hpp"

namespace tamga::api {
namespace {

using support::Side;
using support::Violation;
using support::ViolationNo;

ViolationNo number_of(DocumentNumber number) { return ViolationNo(number.number.value()); }

Result<OperatorViolation> as_it_is(Call const& call, ViolationNo number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, support::find_violation(*reader, number));
  return operator_view_of(call, found);
}

using Step = std::function<Result<Violation>(sql::Connection&, Violation, UnixMs)>;

Result<OperatorViolation> step(Call const& call, std::string_view action, DocumentNumber number,
                               Step const& work) {
  ViolationNo const violation = number_of(number);
  TAMGA_ASSIGN(done, once(call, {.action = action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            TAMGA_ASSIGN(found, support::find_violation(turn.connection(), violation));
                            TAMGA_TRY(work(turn.connection(), std::move(found), turn.now()));
                            return std::to_string(violation.value());
                          }));
  return as_it_is(call, ViolationNo(std::stoll(done.object)));
}

}  // namespace

Result<ListViolationQueue::Output> ListViolationQueue::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  ViolationNo after = input.after ? number_of(*input.after) : ViolationNo();
  Output out;
  for (;;) {
    TAMGA_ASSIGN(
        page, support::violations(*reader, {.state = input.state, .kind = input.kind}, after, input.limit));
    for (Violation const& one : page) {
      after = one.number;
      TAMGA_ASSIGN(view, operator_view_of(call, one));
      if (input.overdue && *input.overdue != view.overdue) continue;
      out.violations.push_back(std::move(view));
      if (static_cast<int>(out.violations.size()) < input.limit) continue;
      out.next = DocumentNumber{ledger::DocumentNo(after.value())};
      return out;
    }
    if (static_cast<int>(page.size()) < input.limit) return out;
  }
}

Result<GetViolation::Output> GetViolation::handle(Input const& input, Call& call) {
  return as_it_is(call, number_of(input.violation));
}

Result<TakeViolation::Output> TakeViolation::handle(Input const& input, Body const& body, Call& call) {
  return step(call, kSpec.action, input.violation, [&](sql::Connection& connection, Violation found, UnixMs) {
    return support::take(connection, std::move(found), author_of(call, Side::Operator),
                         body.over.value_or(false));
  });
}

Result<DecideViolation::Output> DecideViolation::handle(Input const& input, Body const& body, Call& call) {
  return step(call, kSpec.action, input.violation,
              [&](sql::Connection& connection, Violation found, UnixMs now) {
                return support::decide(*call.services().support, connection, std::move(found),
                                       author_of(call, Side::Operator),
                                       body.decision == ViolationVerdict::Confirmed, body.answer, now);
              });
}

template struct RowOf<ListViolationQueue>;
template struct RowOf<GetViolation>;
template struct RowOf<TakeViolation>;
template struct RowOf<DecideViolation>;

}  // namespace tamga::api
