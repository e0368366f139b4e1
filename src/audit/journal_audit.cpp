// SPDX-License-Identifier: Apache-2.0
#include "audit/journal_audit.hpp"

#include <fmt/format.h>

#include "crypto/sha256.hpp"
#include "documents/document_store.hpp"
#include "documents/journalled.hpp"
#include "journal/errors.hpp"
#include "journal/journal.hpp"

namespace tamga::audit {
namespace {

constexpr std::int64_t kTellEvery = 1024;

/// The document an entry is about, if it was kept.
std::optional<ledger::DocumentNo> kept_document(journal::Entry const& entry) {
  bool const kept = !entry.body_hash.empty() && entry.result != "refused" && entry.result != "waiting";
  return kept ? documents::document_of(entry) : std::nullopt;
}

/// The chain says what came by its hash, the store has the bytes: true when they are the same, false when the
/// entry is about no document. Errors: JOURNAL_DAMAGED.
Result<bool> compare_body(sql::Connection& connection, journal::Record const& record) {
  auto const number = kept_document(record.entry);
  if (!number) return false;
  auto const damaged = [&](std::string_view what) {
    return fail(Error(journal::kJournalDamaged)
                    .with("lane", std::to_string(record.lane))
                    .with("sequence", std::to_string(record.sequence))
                    .log(fmt::format("document {}: {}", number->value(), what)));
  };
  TAMGA_ASSIGN(document, documents::find_document(connection, *number));
  if (!document) return damaged("not there");
  auto const body = documents::unpack_body(document->body);
  if (!body) return damaged("cannot be read");
  if (crypto::view(crypto::sha256(*body)) != record.entry.body_hash) return damaged("other bytes");
  return true;
}

}  // namespace

Result<Report> audit_journal(sql::Store& store, Progress const& progress) {
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(bodies, store.reader());
  std::int64_t read = 0;
  std::int64_t compared = 0;
  TAMGA_ASSIGN(heads, journal::verify(*reader, [&](journal::Record const& record) -> Result<void> {
                 TAMGA_ASSIGN(same, compare_body(*bodies, record));
                 compared += same ? 1 : 0;
                 return progress && ++read % kTellEvery == 0 ? progress(read) : Result<void>();
               }));
  Report report;
  if (compared > 0) report.counts.push_back({Measure::Documents, {}, compared});
  for (auto const& [lane, head] : heads)
    report.heads.push_back({lane, head.sequence, crypto::hex(head.hash)});
  return report;
}

}  // namespace tamga::audit
