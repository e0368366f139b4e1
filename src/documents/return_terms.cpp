// SPDX-License-Identifier: Apache-2.0
#include "documents/return_terms.hpp"

#include <map>

#include "documents/document_store.hpp"
#include "documents/errors.hpp"
#include "shape/document.hpp"

namespace tamga::documents {
namespace {

/// Why goods that this document took out may not come back so; nothing if they may.
Result<ErrorKind const*> against(Case& one, ledger::DocumentNo number, ReturnTerms const& terms) {
  TAMGA_ASSIGN(document, find_document(one.desk().connection(), number));
  if (!document) return nullptr;
  if (terms.days) {
    Date const taken_out = one.desk().country().day_of(document->received_at);
    if (one.context().today.days() - taken_out.days() > *terms.days) return &kReturnTooLate;
  }
  if (!terms.cash_register && !terms.receipt) return nullptr;
  TAMGA_ASSIGN(text, unpack_body(document->body));
  TAMGA_ASSIGN(body, shape::JsonDocument::open(text));
  if (terms.cash_register) {
    TAMGA_ASSIGN(sold_by, body.peek_string("register"));
    if (sold_by != *terms.cash_register) return &kOtherCashRegister;
  }
  if (terms.receipt) {
    TAMGA_ASSIGN(sold_on, body.peek_string("number"));
    if (sold_on != *terms.receipt) return &kOtherReceipt;
  }
  return nullptr;
}

}  // namespace

Result<ledger::CodeSet> refuse_outside_terms(Case& one, NamedCodes const& named, ledger::CodeSet const& codes,
                                             std::span<ledger::Event const> events,
                                             ReturnTerms const& terms) {
  ledger::CodeSet refused;
  if (!terms.days && !terms.cash_register && !terms.receipt) return refused;
  TAMGA_ASSIGN(done, one.batch().done_last(events, codes));
  std::map<ledger::DocumentNo, ErrorKind const*> known;
  for (ledger::DoneBy const& stretch : done) {
    auto const [at, fresh] = known.try_emplace(stretch.document, nullptr);
    if (fresh) {
      TAMGA_ASSIGN(reason, against(one, stretch.document, terms));
      at->second = reason;
    }
    if (!at->second) continue;
    one.refuse_all(named, stretch.codes, *at->second);
    refused.add(stretch.codes);
  }
  return refused;
}

}  // namespace tamga::documents
