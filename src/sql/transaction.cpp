// SPDX-License-Identifier: Apache-2.0
#include "sql/transaction.hpp"

#include "sql/errors.hpp"

namespace tamga::sql {

Result<Transaction> Transaction::begin(Connection& connection) {
  TAMGA_TRY(connection.check_ready(Statement{"begin", {}}));
  if (connection.depth_ > 0) return fail(Error(kStoreMisuse).log("a transaction inside a transaction"));
  TAMGA_TRY(connection.driver_->begin());
  connection.depth_ = 1;
  return Transaction(connection);
}

Result<void> Transaction::commit() {
  if (connection_ == nullptr) return fail(Error(kStoreMisuse).log("commit of a transaction that has ended"));
  Connection& connection = *connection_;
  connection_ = nullptr;
  Result<void> result = connection.check_ready(Statement{"commit", {}});
  if (result && connection.depth_ > 1)
    result = fail(Error(kStoreMisuse).log("commit with an open savepoint"));
  if (result) result = connection.driver_->commit();
  if (!result) {
    connection.roll_back();
    return result;
  }
  connection.depth_ = 0;
  return {};
}

Transaction::~Transaction() {
  if (connection_ != nullptr) connection_->roll_back();
}

Result<Savepoint> Savepoint::begin(Connection& connection) {
  TAMGA_TRY(connection.check_ready(Statement{"savepoint", {}}));
  if (connection.depth_ == 0) return fail(Error(kStoreMisuse).log("a savepoint outside a transaction"));
  TAMGA_TRY(connection.noted(connection.driver_->savepoint()));
  ++connection.depth_;
  return Savepoint(connection, connection.depth_);
}

Result<void> Savepoint::release() {
  if (connection_ == nullptr || connection_->depth_ != depth_) {
    return fail(Error(kStoreMisuse).log("release of a savepoint that is not the innermost"));
  }
  TAMGA_TRY(connection_->check_ready(Statement{"release", {}}));
  TAMGA_TRY(connection_->noted(connection_->driver_->release()));
  --connection_->depth_;
  connection_ = nullptr;
  return {};
}

Savepoint::~Savepoint() {
  // After the transaction itself has ended there is nothing left to undo.
  if (connection_ == nullptr || connection_->depth_ < depth_) return;
  if (connection_->rows_open_) connection_->close_rows();
  while (connection_->depth_ >= depth_) {
    connection_->spoiled_ = !connection_->driver_->rollback_to_savepoint().has_value();
    --connection_->depth_;
  }
}

}  // namespace tamga::sql
