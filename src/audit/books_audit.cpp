// SPDX-License-Identifier: Apache-2.0
#include "audit/books_audit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "billing/audit.hpp"
#include "billing/errors.hpp"
#include "sql/transaction.hpp"

namespace tamga::audit {

Result<Report> audit_books(sql::Store& store) {
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(moment, sql::Transaction::begin(*reader));
  TAMGA_ASSIGN(books, billing::audit(*reader));
  TAMGA_TRY(moment.commit());
  if (!books.faults.empty())
    return fail(Error(billing::kBooksDoNotAgree).log(fmt::format("{}", fmt::join(books.faults, "; "))));
  return Report{{{Measure::Postings, {}, books.postings},
                 {Measure::Debits, {}, books.debits},
                 {Measure::Credits, {}, books.credits}},
                {}};
}

}  // namespace tamga::audit
