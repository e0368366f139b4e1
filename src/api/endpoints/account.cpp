// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/account.hpp"

#include <fmt/format.h>

#include "api/once.hpp"
#include "billing/books.hpp"
#include "billing/errors.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

/// The first moment of a local day.
UnixMs begin_of(Call const& call, Date day) {
  std::int64_t const offset = call.services().country.rules().utc_offset_minutes * std::int64_t{60'000};
  return UnixMs(day.days() * kDayMs - offset);
}

std::optional<DocumentNumber> number_or_none(ledger::DocumentNo number) {
  return number == ledger::DocumentNo() ? std::nullopt : std::optional(DocumentNumber{number});
}

Result<GetAccount::Output> account_of(Call const& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(balances, billing::balances_of(*reader, call.caller().number()));
  TAMGA_ASSIGN(since, billing::in_debt_since(*reader, call.caller().number()));
  TAMGA_TRY(moment.commit());
  return GetAccount::Output{.currency = call.services().country.rules().currency.value(),
                            .funds = balances.funds,
                            .reserved = balances.reserved,
                            .owed = balances.owed,
                            .owed_since = since,
                            .test_money = call.services().settings.test_money};
}

}  // namespace

PostingView PostingView::of(billing::Posting const& posting) {
  // Payments name a line of a bank's statement, which is no document of the participant.
  bool const by_document = posting.order != ledger::DocumentNo();
  return {.number = std::to_string(posting.number),
          .at = posting.at,
          .kind = posting.kind,
          .from = posting.debit,
          .to = posting.credit,
          .amount = posting.amount,
          .document = by_document ? number_or_none(posting.document) : std::nullopt,
          .order = number_or_none(posting.order),
          .group = posting.group.empty() ? std::nullopt : std::optional(posting.group),
          .codes = posting.codes};
}

Result<GetAccount::Output> GetAccount::handle(Input const&, Call& call) { return account_of(call); }

Result<ListPostings::Output> ListPostings::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  billing::PostingTerm term;
  if (input.from) term.from = begin_of(call, *input.from);
  if (input.to) term.until = begin_of(call, Date::from_days(input.to->days() + 1));
  TAMGA_ASSIGN(found, billing::postings_of(*reader, call.caller().number(), term, input.before.value_or(0),
                                           input.limit));
  Output out;
  for (billing::Posting const& one : found) out.postings.push_back(PostingView::of(one));
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().number;
  return out;
}

Result<GetCharges::Output> GetCharges::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(charges, billing::charges_of(*reader, call.caller().number(), begin_of(call, input.from),
                                            begin_of(call, Date::from_days(input.to.days() + 1))));
  Output out;
  out.total = {};
  for (billing::Charges const& one : charges) {
    out.groups.push_back({one.group, one.codes, one.net, one.vat});
    out.total.codes += one.codes;
    out.total.net += one.net;
    out.total.vat += one.vat;
  }
  return out;
}

Result<ExportPostings::Output> ExportPostings::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  std::string table = "at,kind,debit,credit,amount,group,codes,order,document\r\n";
  TAMGA_TRY(billing::each_posting(
      *reader, call.caller().number(), begin_of(call, input.from),
      begin_of(call, Date::from_days(input.to.days() + 1)), [&](billing::Posting const& one) -> Result<void> {
        table += fmt::format("{},{},{},{},{}.{:02},{},{},{},{}\r\n", rfc3339(one.at), name_of(one.kind),
                             name_of(one.debit), name_of(one.credit), one.amount / 100, one.amount % 100,
                             one.group, one.codes, one.order.value(), one.document.value());
        return {};
      }));
  call.header("Content-Disposition", "attachment; filename=\"postings.csv\"");
  return Reply{http::Response::of(200, "text/csv; charset=utf-8", std::move(table))};
}

Result<TopUp::Output> TopUp::handle(Input const&, Body const& body, Call& call) {
  if (!call.services().settings.test_money) return fail(billing::kTopUpNotHere);
  auto const done = once(call, {.action = kSpec.action},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           billing::Posting posting;
                           posting.at = turn.now();
                           posting.kind = billing::PostingKind::TopUp;
                           posting.participant = call.caller().number();
                           posting.debit = billing::AccountKind::TestMoney;
                           posting.credit = billing::AccountKind::Funds;
                           posting.amount = body.amount;
                           return std::to_string(turn.desk().accounts.post(std::move(posting)));
                         });
  if (!done) return fail(done.error());
  return account_of(call);
}

template struct RowOf<GetAccount>;
template struct RowOf<ListPostings>;
template struct RowOf<GetCharges>;
template struct RowOf<ExportPostings>;
template struct RowOf<TopUp>;

}  // namespace tamga::api
