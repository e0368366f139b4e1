// SPDX-License-Identifier: Apache-2.0
#include "server/offline.hpp"

#include <fmt/format.h>

#include <span>

#include "audit/books_audit.hpp"
#include "audit/journal_audit.hpp"
#include "audit/tail_audit.hpp"
#include "base/time.hpp"
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
  TAMGA_ASSIGN(report, audit::audit_journal(store));
  std::string text;
  for (audit::ChainHead const& head : report.heads)
    text += fmt::format("journal {}: {} entries, last hash {}\n", head.lane, head.entries, head.hash);
  for (audit::Count const& count : report.counts)
    text += fmt::format("journal: {} documents are what their entries say\n", count.number);
  return text.empty() ? "journal: no entries\n" : text;
}

Result<std::string> verify_tails(sql::Store& store, crypto::KeyRing const& ring) {
  crypto::RoleKeys const role(ring, crypto::kTailRole);
  TAMGA_ASSIGN(report, audit::audit_tails(store, role));
  std::string text;
  for (audit::Count const& count : report.counts)
    text += count.measure == audit::Measure::Batches
                ? fmt::format("key {}: {} batches, ", count.of, count.number)
                : fmt::format("{} tails\n", count.number);
  return text + "the records of signed tails are whole\n";
}

Result<std::string> verify_books(sql::Store& store) {
  TAMGA_TRY(migrate_all(store, SystemClock()));
  TAMGA_ASSIGN(report, audit::audit_books(store));
  std::int64_t const postings = report.counts[0].number;
  return fmt::format("books: {} postings, debits {} and credits {} agree\n", postings,
                     report.counts[1].number, report.counts[2].number);
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
