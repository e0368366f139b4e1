// SPDX-License-Identifier: Apache-2.0
#include "server/offline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <span>

#include "billing/audit.hpp"
#include "billing/errors.hpp"
#include "base/time.hpp"
#include "crypto/sha256.hpp"
#include "documents/document_store.hpp"
#include "journal/errors.hpp"
#include "journal/journal.hpp"
#include "ledger/ledger.hpp"
#include "ledger/verify.hpp"
#include "server/errors.hpp"
#include "server/schema.hpp"
#include "sql/errors.hpp"
#include "sql/transaction.hpp"

namespace tamga::server {
namespace {

std::string marks_text(ledger::Marks marks) {
  std::string text;
  for (auto const& [mark, name] : ledger::kMarkNames)
    if (marks & ledger::bit(mark)) text += (text.empty() ? "" : ",") + std::string(name);
  return text.empty() ? "-" : text;
}

std::string run_text(ledger::Block const& block, std::size_t index) {
  auto const& state = block.runs().states()[index];
  return fmt::format("{:>5} - {:<5} {:<12} owner {:<8} parent {:<20} lot {:<20} marks {:<14} reason {}\n",
                     block.runs().starts()[index], block.run_end(index) - 1, ledger::name_of(state.status),
                     state.owner.value(), state.parent.value(), state.lot.value(), marks_text(state.marks),
                     state.reason);
}

std::string hex(journal::Hash const& hash) {
  std::string text;
  for (unsigned char const byte : hash) text += fmt::format("{:02x}", byte);
  return text;
}

/// Number of the document that an entry is about and that is kept; 0: none.
std::int64_t kept_document(journal::Entry const& entry) {
  bool const judged = entry.action.starts_with("document.") && !entry.body_hash.empty();
  if (!judged || entry.object.empty() || entry.result == "refused" || entry.result == "waiting") return 0;
  std::int64_t number = 0;
  auto const [end, error] =
      std::from_chars(entry.object.data(), entry.object.data() + entry.object.size(), number);
  return error == std::errc() && end == entry.object.data() + entry.object.size() ? number : 0;
}

/// The chain says what came by its hash, the store has the bytes: true when they are the same, false when the
/// entry is about no document. Errors: JOURNAL_DAMAGED.
Result<bool> compare_body(sql::Connection& connection, journal::Record const& record) {
  std::int64_t const number = kept_document(record.entry);
  if (number == 0) return false;
  auto const damaged = [&](std::string_view what) {
    return fail(Error(journal::kJournalDamaged)
                    .with("lane", std::to_string(record.lane))
                    .with("sequence", std::to_string(record.sequence))
                    .log(fmt::format("document {}: {}", number, what)));
  };
  TAMGA_ASSIGN(document, documents::find_document(connection, ledger::DocumentNo(number)));
  if (!document) return damaged("not there");
  auto const body = documents::unpack_body(document->body);
  if (!body) return damaged("cannot be read");
  if (crypto::view(crypto::sha256(*body)) != record.entry.body_hash) return damaged("other bytes");
  return true;
}

}  // namespace

Result<std::string> verify_ledger(sql::Store& store) {
  TAMGA_TRY(migrate_all(store, SystemClock()));
  TAMGA_ASSIGN(ledger, ledger::Ledger::open(store, {}));
  TAMGA_ASSIGN(writer, store.writer());
  TAMGA_TRY(ledger->settle(*writer, true));
  TAMGA_ASSIGN(counts, ledger::verify(*writer));
  return fmt::format("ledger: {} blocks with {} codes equal what {} events of {} documents made of them\n",
                     counts.blocks, counts.codes, counts.events, counts.documents);
}

Result<std::string> show_code(sql::Store& store, std::int64_t code) {
  TAMGA_TRY(migrate_all(store, SystemClock()));
  TAMGA_ASSIGN(ledger, ledger::Ledger::open(store, {}));
  ledger::CodeNo const number(code);
  ledger::BlockNo const block_number = ledger::block_of(number);
  TAMGA_ASSIGN(found, ledger->blocks(std::span(&block_number, 1)));
  std::string text = fmt::format("code {}: series {}, index {}; block {}, version {}\n", code,
                                 ledger::series_of(number).value(), ledger::index_of(number),
                                 block_number.value(), found[0].version);
  if (found[0].block)
    for (std::size_t i = 0; i < found[0].block->runs().size(); ++i) text += run_text(*found[0].block, i);
  TAMGA_ASSIGN(lines, ledger->history(number));
  for (auto const& line : lines)
    text += fmt::format("{:<18} document {}\n", ledger::name_of(line.event), line.document.value());
  return text;
}

Result<std::string> verify_journal(sql::Store& store) {
  TAMGA_TRY(migrate_all(store, SystemClock()));
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(bodies, store.reader());
  std::int64_t compared = 0;
  TAMGA_ASSIGN(heads, journal::verify(*reader, [&](journal::Record const& record) -> Result<void> {
                 TAMGA_ASSIGN(same, compare_body(*bodies, record));
                 compared += same ? 1 : 0;
                 return {};
               }));
  std::string text;
  for (auto const& [lane, head] : heads)
    text += fmt::format("journal {}: {} entries, last hash {}\n", lane, head.sequence, hex(head.hash));
  if (compared > 0) text += fmt::format("journal: {} documents are what their entries say\n", compared);
  return text.empty() ? "journal: no entries\n" : text;
}

Result<std::string> verify_books(sql::Store& store) {
  TAMGA_TRY(migrate_all(store, SystemClock()));
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(report, billing::audit(*reader));
  if (!report.faults.empty())
    return fail(Error(billing::kBooksDoNotAgree).log(fmt::format("{}", fmt::join(report.faults, "; "))));
  return fmt::format("books: {} postings, debits {} and credits {} agree\n", report.postings, report.debits,
                     report.credits);
}

Result<std::string> restore_store(std::filesystem::path const& file, std::string const& address) {
  constexpr std::string_view kScheme = "sqlite:";
  if (!address.starts_with(kScheme)) return fail(Error(sql::kStoreAddress).with("address", address));
  std::filesystem::path const folder = address.substr(kScheme.size());
  std::filesystem::path const place = folder / "tamga.db";
  std::error_code error;
  if (std::filesystem::exists(place, error)) return fail(Error(kStoreExists).with("address", address));
  std::filesystem::create_directories(folder, error);
  std::filesystem::path const fresh = folder / "tamga.db.restored";
  std::filesystem::copy_file(file, fresh, std::filesystem::copy_options::overwrite_existing, error);
  if (!error) std::filesystem::rename(fresh, place, error);
  if (error) return fail(Error(sql::kBackupFailed).log(error.message()));
  TAMGA_ASSIGN(store, sql::Store::open(address));
  TAMGA_ASSIGN(ledger, verify_ledger(*store));
  TAMGA_ASSIGN(journal, verify_journal(*store));
  TAMGA_ASSIGN(books, verify_books(*store));
  return "restored: " + place.string() + "\n" + ledger + journal + books;
}

}  // namespace tamga::server
