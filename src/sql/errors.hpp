// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::sql {

/// A lock, a free connection or a slot on the server was not to be had in time. Nothing was written.
inline constexpr ErrorKind kStoreBusy{5001, "STORE_BUSY", ErrorClass::Retry, 503};
/// Somebody else wrote first: a unique key exists already ({constraint} says which, as
/// "table(column,column)"), a deadlock, or a serialization failure. On a second attempt the check before the
/// write sees what the other did.
inline constexpr ErrorKind kStoreConflict{5002, "STORE_CONFLICT", ErrorClass::Retry, 503};
/// A CHECK, NOT NULL or FOREIGN KEY rule of the schema was broken: a check in the program is missing.
inline constexpr ErrorKind kStoreConstraint{5003, "STORE_CONSTRAINT", ErrorClass::Internal, 500};
/// The engine failed: I/O, corruption, wrong SQL.
inline constexpr ErrorKind kStoreFailed{5004, "STORE_FAILED", ErrorClass::Internal, 500};
/// The server cannot be reached or dropped the connection. Nothing was committed.
inline constexpr ErrorKind kStoreUnavailable{5005, "STORE_UNAVAILABLE", ErrorClass::Retry, 503};
/// The statement took longer than its time-out and was cancelled.
inline constexpr ErrorKind kStoreTimeout{5006, "STORE_TIMEOUT", ErrorClass::Retry, 503};
/// The connection was lost while the server committed: the transaction may or may not have happened. Only the
/// idempotency key of the request can tell.
inline constexpr ErrorKind kStoreCommitUnknown{5007, "STORE_COMMIT_UNKNOWN", ErrorClass::Retry, 503};
/// No space left where the data lives.
inline constexpr ErrorKind kStoreFull{5008, "STORE_FULL", ErrorClass::Retry, 507};
/// The program broke a rule of this room: two open results on one connection, a statement after a failed one,
/// a write through a reader, a wrong number of parameters.
inline constexpr ErrorKind kStoreMisuse{5009, "STORE_MISUSE", ErrorClass::Internal, 500};
/// Text that is not UTF-8 or contains the character NUL; PostgreSQL cannot hold it, so neither engine takes
/// it.
inline constexpr ErrorKind kStoreText{5010, "STORE_TEXT", ErrorClass::Malformed, 400};
/// The address of the store is neither sqlite:DIR nor postgresql://...
inline constexpr ErrorKind kStoreAddress{5011, "STORE_ADDRESS", ErrorClass::Malformed, 400};
/// A migration that was applied differs from the one in this program.
inline constexpr ErrorKind kMigrationChanged{5012, "MIGRATION_CHANGED", ErrorClass::Internal, 500};
/// The database has a migration that this program does not know: it was written by a newer version.
inline constexpr ErrorKind kMigrationNewer{5013, "MIGRATION_NEWER", ErrorClass::Internal, 500};
/// The back-up could not be written, or the copy failed its integrity check.
inline constexpr ErrorKind kBackupFailed{5014, "BACKUP_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::sql
