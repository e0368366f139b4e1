// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/submission.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// A document that came while nobody could say whether its signature is good: kept as it came, with the
/// number it will have, until somebody answers. Nothing of it has happened.
struct WaitingDocument {
  ledger::DocumentNo number;
  Sender sender;
  UnixMs received_at;
  std::string idempotency_key;
  std::string request_id;
  crypto::Sha256 body_hash{};
  std::string body;  ///< packed (pack_body)
  std::string signature;
  std::string reason;  ///< name of the error: REVOCATION_UNKNOWN, VERIFICATION_UNREACHABLE
  UnixMs next_check_at;
  int checks = 0;
};

/// So many of one participant may wait; more are told to come again.
inline constexpr std::int64_t kMostWaiting = 1000;

/// Whether an error about a signature may be another one later, so that the document can wait for it.
bool is_worth_waiting(Error const& error);

// Within the transaction of `connection`.

Result<void> insert_waiting(sql::Connection& connection, WaitingDocument const& document);
Result<void> delay_waiting(sql::Connection& connection, WaitingDocument const& document);
Result<void> drop_waiting(sql::Connection& connection, ledger::DocumentNo number);
Result<std::int64_t> count_waiting(sql::Connection& connection, ledger::ParticipantNo participant);
/// The one sent with this key; without body and signature.
Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection,
                                                    ledger::ParticipantNo participant, std::string_view key);
Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection, ledger::DocumentNo number);
/// Of a participant, newest first, without body and signature.
Result<std::vector<WaitingDocument>> waiting_of(sql::Connection& connection,
                                                ledger::ParticipantNo participant, int limit);
Result<std::vector<ledger::DocumentNo>> waiting_due(sql::Connection& connection, UnixMs now, int limit);

/// As it is shown: no verdict, status Waiting.
StoredDocument seen_from_outside(WaitingDocument const& document);

}  // namespace tamga::documents
