// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "sql/connection.hpp"

namespace tamga::sql {

/// All or nothing. On a writer the transaction may write at once (SQLite takes the one write lock, BEGIN
/// IMMEDIATE); on a reader all statements see the database as it was at the first of them. Not committed
/// means rolled back. Isolation is by versions on the rows written (Bulk::update), not by the engine's
/// isolation level.
class Transaction {
 public:
  static Result<Transaction> begin(Connection& connection);
  Transaction(Transaction&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// Durable when it returns without error. After kStoreCommitUnknown it may have happened; after any other
  /// error it has not. Refused (and rolled back) when a statement failed or a result is open.
  Result<void> commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;
};

/// A part of a transaction that can be undone alone. They nest; the innermost ends first.
class Savepoint {
 public:
  static Result<Savepoint> begin(Connection& connection);
  Savepoint(Savepoint&& other) noexcept : connection_(other.connection_), depth_(other.depth_) {
    other.connection_ = nullptr;
  }
  Savepoint& operator=(Savepoint&&) = delete;
  ~Savepoint();

  /// Keeps what was done as part of the surrounding transaction.
  Result<void> release();

 private:
  Savepoint(Connection& connection, int depth) : connection_(&connection), depth_(depth) {}
  Connection* connection_;
  int depth_;
};

}  // namespace tamga::sql
