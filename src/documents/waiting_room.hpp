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
  int checks = 0;           ///< by the system itself; each makes the next pause longer
  std::string said_kind{};  ///< what it says it is, a kind there is; empty: not known
  std::string silent{};     ///< common name of the authority that did not answer; empty: not known
  UnixMs asked_at{};        ///< when somebody was asked last; 0: not known
  int asked_by_people = 0;  ///< out of turn, by the operator's people
};

/// So many of one participant may wait; more are told to come again.
inline constexpr std::int64_t kMostWaiting = 1000;

/// Whether an error about a signature may be another one later, so that the document can wait for it.
bool is_worth_waiting(Error const& error);

/// What the bytes say they are, to be shown: nothing of it is believed. Empty: no kind there is.
std::string said_kind(std::string_view body);

// Within the transaction of `connection`.

Result<void> insert_waiting(sql::Connection& connection, WaitingDocument const& document);
/// Asked in its turn and without an answer: it waits for the next try.
Result<void> delay_waiting(sql::Connection& connection, WaitingDocument const& document);
/// Asked out of turn and without an answer: the next try stays when it is.
Result<void> note_asked(sql::Connection& connection, WaitingDocument const& document);
Result<void> drop_waiting(sql::Connection& connection, ledger::DocumentNo number);
Result<std::int64_t> count_waiting(sql::Connection& connection, ledger::ParticipantNo participant);
/// The one sent with this key; without body and signature.
Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection,
                                                    ledger::ParticipantNo participant, std::string_view key);
Result<std::optional<WaitingDocument>> find_waiting(sql::Connection& connection, ledger::DocumentNo number);
/// What was sent under this number, judged or waiting. It is never missed between the two, also when it is
/// judged while it is looked for.
Result<std::optional<StoredDocument>> find_sent(sql::Connection& connection, ledger::DocumentNo number);
/// Of a participant, newest first, without body and signature.
Result<std::vector<WaitingDocument>> waiting_of(sql::Connection& connection,
                                                ledger::ParticipantNo participant, int limit);
/// Which documents of all participants.
struct WaitingFilter {
  ledger::ParticipantNo participant{};  ///< of this one; none: of everybody
  std::string_view reason{};            ///< that wait for this; empty: for anything
};
/// Those behind `after`, the longest waiting first; without body and signature.
Result<std::vector<WaitingDocument>> all_waiting(sql::Connection& connection, WaitingFilter const& filter,
                                                 ledger::DocumentNo after, int limit);
Result<bool> is_waiting(sql::Connection& connection, ledger::DocumentNo number);
Result<std::vector<ledger::DocumentNo>> waiting_due(sql::Connection& connection, UnixMs now, int limit);

/// What is handed in again to be judged as of the moment it came. Errors: a body that cannot be unpacked.
Result<Parcel> sent_again(WaitingDocument const& document);

/// As it is shown: no verdict, status Waiting.
StoredDocument seen_from_outside(WaitingDocument const& document);

}  // namespace tamga::documents
