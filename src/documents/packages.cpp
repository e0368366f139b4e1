// SPDX-License-Identifier: Apache-2.0
#include "documents/packages.hpp"

#include "base/varint.hpp"
#include "ledger/errors.hpp"
#include "sql/batch.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {
namespace {

constexpr sql::Statement kPackages{"documents.packages",
                                   "SELECT package, level, content FROM package WHERE package = ANY($1)"};
constexpr sql::Statement kInsertPackage{"documents.package.insert",
                                        "INSERT INTO package (package, level, content) VALUES ($1, $2, $3) "
                                        "ON CONFLICT (package) DO NOTHING"};
/// Only over what was read: two documents that fill one package at once must not lose each other's codes.
constexpr sql::Statement kUpdatePackage{
    "documents.package.update",
    "UPDATE package SET level = $2, content = $3 WHERE package = $1 AND content = $4"};

std::string encoded(ledger::CodeSet const& codes) {
  std::string bytes;
  codes.encode(bytes);
  return bytes;
}

Result<void> read_packages(sql::Connection& connection, std::span<std::int64_t const> numbers,
                           std::map<ledger::CodeNo, PackageContent>& found) {
  TAMGA_ASSIGN(rows, connection.query(kPackages, numbers));
  return rows.each([&](sql::Row const& row) -> Result<void> {
    ByteReader reader(row.blob(2));
    PackageContent content{static_cast<int>(row.int64(1)), ledger::CodeSet::decode(reader)};
    if (!reader.ok())
      return fail(Error(ledger::kLedgerDamaged).log("content of package " + std::to_string(row.int64(0))));
    found.emplace(row.as<ledger::CodeNo>(0), std::move(content));
    return {};
  });
}

/// Many rows of two statements; every row must be written.
Result<void> write_all(sql::Connection& connection, sql::Statement const& statement, sql::Batch const& rows) {
  if (rows.empty()) return {};
  TAMGA_ASSIGN(written, connection.batch(statement, rows));
  if (written != static_cast<std::int64_t>(rows.size())) return fail(ledger::kBlockChanged);
  return {};
}

}  // namespace

Result<std::vector<PackageContent>> package_contents(sql::Connection& connection,
                                                     std::span<ledger::CodeNo const> packages) {
  PackageDesk desk(connection);
  return desk.content(packages);
}

Result<std::vector<PackageContent>> PackageDesk::content(std::span<ledger::CodeNo const> packages) {
  TAMGA_TRY(load(packages));
  std::vector<PackageContent> contents;
  contents.reserve(packages.size());
  for (ledger::CodeNo const package : packages) contents.push_back(known_.at(package).now);
  return contents;
}

Result<void> PackageDesk::load(std::span<ledger::CodeNo const> packages) {
  std::vector<std::int64_t> unknown;
  for (ledger::CodeNo const package : packages)
    if (!known_.contains(package)) unknown.push_back(package.value());
  if (unknown.empty()) return {};
  std::map<ledger::CodeNo, PackageContent> found;
  TAMGA_TRY(read_packages(*connection_, unknown, found));
  for (std::int64_t const number : unknown) {
    ledger::CodeNo const package(number);
    auto const row = found.find(package);
    if (row == found.end())
      known_.emplace(package, Known{});
    else
      known_.emplace(package, Known{row->second, encoded(row->second.codes), true});
  }
  return {};
}

void PackageDesk::put(ledger::CodeNo package, PackageContent content) {
  Known& known = known_[package];
  known.now = std::move(content);
  if (!known.changed) changed_.push_back(package);
  known.changed = true;
}

Result<void> PackageDesk::write() {
  std::vector<std::string> contents;
  contents.reserve(changed_.size());
  sql::Batch inserts(3);
  sql::Batch updates(4);
  for (ledger::CodeNo const package : changed_) {
    Known const& known = known_.at(package);
    contents.push_back(encoded(known.now.codes));
    sql::Blob const now{contents.back()};
    if (known.stored)
      updates.add(package, known.now.level, now, sql::Blob{known.before});
    else
      inserts.add(package, known.now.level, now);
  }
  TAMGA_TRY(write_all(*connection_, kInsertPackage, inserts));
  return write_all(*connection_, kUpdatePackage, updates);
}

}  // namespace tamga::documents
