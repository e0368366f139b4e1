// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "crypto/key_ring.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What an operator does with a store while no server runs on it; what only reads (journal, tails, books) and
/// the backup also beside one. Each gives the text to print.

/// Settles what a crash left, then verifies everything (ledger::verify).
Result<std::string> verify_ledger(sql::Store& store);
/// The runs of the block that holds `code` (its number), and what happened to the code.
Result<std::string> show_code(sql::Store& store, std::int64_t code);
/// Recomputes every chain; the last hash of each lane.
Result<std::string> verify_journal(sql::Store& store);
/// Holds the records of signed tails against their seals and the journal (audit::audit_tails).
Result<std::string> verify_tails(sql::Store& store, crypto::KeyRing const& ring);
/// Adds up the books anew. Errors: BOOKS_DO_NOT_AGREE, with every fault in the log's detail.
Result<std::string> verify_books(sql::Store& store);
/// A new store at `address` (sqlite:DIR, without one yet) from the copy in `file`; then verifies ledger,
/// journal and books. Errors: STORE_EXISTS, BACKUP_FAILED.
Result<std::string> restore_store(std::filesystem::path const& file, std::string const& address);

}  // namespace tamga::server
