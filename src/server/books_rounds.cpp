// SPDX-License-Identifier: Apache-2.0
#include "server/books_rounds.hpp"

#include <fmt/format.h>

#include "billing/books.hpp"
#include "billing/invoice_pdf.hpp"
#include "billing/invoices.hpp"
#include "billing/terms.hpp"
#include "documents/in_turn.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"

namespace tamga::server {
namespace {

constexpr int kDebtors = 1000;

Result<void> invoice_debt(OrderPost const& post, documents::Turn& turn, billing::Rules const& rules,
                          ledger::ParticipantNo debtor, std::string const& month) {
  TAMGA_ASSIGN(balances, turn.desk().accounts.balances(debtor));
  TAMGA_ASSIGN(invoiced, billing::invoiced_debt(turn.connection(), debtor));
  std::int64_t const amount = balances.owed - invoiced;
  if (amount <= 0) return {};
  TAMGA_ASSIGN(invoice, billing::issue_invoice(turn.connection(), rules, turn.desk().books().numbers,
                                               {.participant = debtor,
                                                .amount = amount,
                                                .order = {},
                                                .at = turn.now(),
                                                .today = post.country.day_of(turn.now()),
                                                .debt_month = month}));
  TAMGA_ASSIGN(company, post.participants.find(debtor));
  TAMGA_ASSIGN(stored, registry::find_profile(turn.connection(), debtor));
  turn.tell({{debtor, "invoice.issued", fmt::format(R"({{"invoice":"{}"}})", invoice.no.value())}});
  if (!company || !stored || stored->profile.email.empty()) return {};
  TAMGA_ASSIGN(in, registry::language_of(turn.connection(), debtor, post.country.rules().languages.front()));
  TAMGA_TRY(post.outbox.put(
      turn.connection(),
      {.key = "invoice_over_debt." + invoice.number,
       .to = stored->profile.email,
       .language = in,
       .text = "invoice_over_debt",
       .values = {{"company", {company->name}},
                  {"invoice", {invoice.number}},
                  {"amount",
                   {billing::amount_text(invoice.amount) + ' ' + post.country.rules().currency.value()}},
                  {"due", {invoice.due_on.text()}},
                  {"link", {post.site + "/finance/invoices/" + std::to_string(invoice.no.value())}}},
       .created_at = turn.now(),
       .participant = debtor.value()}));
  return {};
}

}  // namespace

Result<void> invoice_debts(OrderPost const& post, billing::Rules const& rules, UnixMs now) {
  Date const today = post.country.day_of(now);
  auto const from = rules.terms_on(today).debt_invoice_day;
  if (!from || std::stoll(today.text().substr(8)) < *from) return {};
  std::string const month = today.text().substr(0, 7);
  std::vector<ledger::ParticipantNo> debtors;
  {
    TAMGA_ASSIGN(reader, post.store.reader());
    TAMGA_ASSIGN(found, billing::debtors_without_invoice(*reader, month, kDebtors));
    debtors = std::move(found);
  }
  for (ledger::ParticipantNo const debtor : debtors)
    TAMGA_TRY(documents::in_turn(post.sequencer, [&](documents::Turn& turn) {
      return invoice_debt(post, turn, rules, debtor, month);
    }));
  return {};
}

}  // namespace tamga::server
