// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.hpp"

#include "audit/books_audit.hpp"
#include "audit/journal_audit.hpp"
#include "audit/tail_audit.hpp"
#include "billing/errors.hpp"
#include "emission/errors.hpp"
#include "journal/errors.hpp"
#include "journal/journal.hpp"

namespace tamga::audit {

Result<Report> audit(Archive const& archive, Subject subject, Progress const& progress) {
  switch (subject) {
    case Subject::Journal:
      return audit_journal(archive.store, progress);
    case Subject::Tails:
      return audit_tails(archive.store, archive.tail_keys, progress);
    case Subject::Books:
      break;
  }
  return audit_books(archive.store);
}

bool is_finding(Error const& error) {
  return error.is(journal::kJournalDamaged) || error.is(emission::kTailAuditBroken) ||
         error.is(billing::kBooksDoNotAgree);
}

Result<std::int64_t> entries_to_read(sql::Connection& connection, Subject subject) {
  return subject == Subject::Books ? Result<std::int64_t>(0) : journal::entries(connection);
}

}  // namespace tamga::audit
