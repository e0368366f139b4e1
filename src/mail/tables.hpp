// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::mail {

/// The outbox. It is not spread over machines: a queue stays whole on the coordinator, and two of its columns
/// are unique. `next_attempt` of a letter that is being sent is the end of the lease. Columns and states:
/// docs/formats/mail.md.
inline constexpr std::array kMigrations{
    sql::Migration{1, "letters", R"sql(
CREATE TABLE letter (
  letter {identity},
  idempotency {text} NOT NULL UNIQUE,
  recipient {text} NOT NULL,
  language {text} NOT NULL,
  text_name {text} NOT NULL,
  content {text} NOT NULL,
  participant {integer},
  application {integer},
  created_at {integer} NOT NULL,
  state {integer} NOT NULL,
  attempts {integer} NOT NULL,
  next_attempt {integer} NOT NULL,
  finished_at {integer},
  last_error {text} NOT NULL,
  message_id {text} NOT NULL,
  version {integer} NOT NULL
) {strict};
CREATE INDEX letter_due ON letter (next_attempt) WHERE state < 2;
CREATE INDEX letter_sent ON letter (finished_at) WHERE state = 2;
CREATE INDEX letter_failed ON letter (letter) WHERE state = 3;
)sql"},
    sql::Migration{2, "subjects of letters, letters to an address", R"sql(
ALTER TABLE letter ADD COLUMN subject {text} NOT NULL DEFAULT '';
CREATE INDEX letter_recipient ON letter (lower(recipient), letter);
)sql"},
};

inline constexpr sql::Statement kPutLetter{
    "mail.put",
    "INSERT INTO letter (idempotency, recipient, language, text_name, content, participant, application, "
    "created_at, state, attempts, next_attempt, last_error, message_id, version, subject) VALUES ($1, $2, "
    "$3, "
    "$4, $5, $6, $7, $8, 0, 0, $8, '', '', 1, $9) ON CONFLICT (idempotency) DO NOTHING"};

inline constexpr sql::Statement kDueLetters{
    "mail.due",
    "SELECT letter, recipient, language, text_name, content, created_at, attempts, message_id, version, "
    "idempotency FROM letter WHERE state < 2 AND next_attempt <= $1 ORDER BY next_attempt, letter LIMIT $2"};
/// Changes no row when somebody else was faster.
inline constexpr sql::Statement kClaimLetter{
    "mail.claim",
    "UPDATE letter SET state = 1, attempts = attempts + 1, next_attempt = $3, message_id = $4, "
    "version = version + 1 WHERE letter = $1 AND version = $2 AND state < 2"};
inline constexpr sql::Statement kLetterSent{
    "mail.sent",
    "UPDATE letter SET state = 2, finished_at = $3, last_error = '', content = $4, version = version + 1 "
    "WHERE letter = $1 AND version = $2"};
inline constexpr sql::Statement kLetterDelayed{
    "mail.delayed",
    "UPDATE letter SET state = 0, next_attempt = $3, last_error = $4, version = version + 1 "
    "WHERE letter = $1 AND version = $2"};
/// As if it had not been claimed.
inline constexpr sql::Statement kLetterReleased{
    "mail.released",
    "UPDATE letter SET state = 0, attempts = attempts - 1, next_attempt = $3, version = version + 1 "
    "WHERE letter = $1 AND version = $2"};
inline constexpr sql::Statement kLetterFailed{
    "mail.failed",
    "UPDATE letter SET state = 3, finished_at = $3, last_error = $4, version = version + 1 "
    "WHERE letter = $1 AND version = $2"};
inline constexpr sql::Statement kForgetSent{"mail.forget",
                                            "DELETE FROM letter WHERE state = 2 AND finished_at < $1"};

inline constexpr sql::Statement kForgetLetter{"mail.forget.one",
                                              "DELETE FROM letter WHERE idempotency = $1 AND state >= 2"};

inline constexpr sql::Statement kRetryLetter{
    "mail.retry",
    "UPDATE letter SET state = 0, attempts = 0, next_attempt = $2, finished_at = NULL, version = version + 1 "
    "WHERE letter = $1 AND (state = 0 OR state = 3)"};
inline constexpr sql::Statement kRetryFailed{
    "mail.retry.failed",
    "UPDATE letter SET state = 0, attempts = 0, next_attempt = $1, finished_at = NULL, version = version + 1 "
    "WHERE state = 3"};

inline constexpr sql::Statement kLetterByNumber{
    "mail.letter",
    "SELECT letter, idempotency, recipient, language, text_name, content, participant, application, "
    "created_at, state, attempts, next_attempt, finished_at, last_error, message_id FROM letter "
    "WHERE letter = $1"};
/// Newest first.
inline constexpr sql::Statement kLettersInStates{
    "mail.letters",
    "SELECT letter, idempotency, recipient, language, text_name, content, participant, application, "
    "created_at, state, attempts, next_attempt, finished_at, last_error, message_id FROM letter "
    "WHERE state = ANY($1) ORDER BY letter DESC LIMIT $2"};

/// Given up, and when the first of them was.
inline constexpr sql::Statement kFailedBacklog{
    "mail.backlog", "SELECT COUNT(*), MIN(finished_at) FROM letter WHERE state = 3"};

inline constexpr sql::Statement kCountWaiting{"mail.count.waiting",
                                              "SELECT COUNT(*), MIN(created_at) FROM letter WHERE state < 2"};
inline constexpr sql::Statement kCountFailed{"mail.count.failed",
                                             "SELECT COUNT(*) FROM letter WHERE state = 3"};

}  // namespace tamga::mail
