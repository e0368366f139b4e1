// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "mail/letter.hpp"
#include "mail/texts.hpp"
#include "sql/connection.hpp"

namespace tamga::mail {

/// Where a letter is on its way; stored.
enum class LetterState : std::uint8_t { Waiting = 0, Sending = 1, Sent = 2, Failed = 3 };
std::string_view name_of(LetterState state);

/// Puts letters into the outbox in the transaction of the change they tell of: there is a letter exactly when
/// there is the change. Safe from any thread; the texts outlive it.
class Outbox {
 public:
  explicit Outbox(Texts const& texts) : texts_(&texts) {}

  /// True when the letter is new, false when its key has a letter already. Checks before it writes: after a
  /// refusal the transaction is as it was. Errors: MAIL_ADDRESS, MAIL_TEXT_UNKNOWN, MAIL_VALUES, STORE_MISUSE
  /// (no transaction).
  Result<bool> put(sql::Connection& connection, Letter const& letter) const;

 private:
  Texts const* texts_;
};

/// A letter as it is kept.
struct StoredLetter {
  LetterNo number;
  Letter letter;
  LetterState state = LetterState::Waiting;
  int attempts = 0;
  UnixMs next_attempt;                ///< of one that is being sent: when its lease ends
  std::optional<UnixMs> finished_at;  ///< sent, or given up
  std::string last_error;
  std::string message_id;  ///< from the first attempt on
};

Result<std::optional<StoredLetter>> find_letter(sql::Connection& connection, LetterNo number);
/// The newest in these states, at most `most`.
Result<std::vector<StoredLetter>> letters(sql::Connection& connection, std::span<LetterState const> states,
                                          std::int64_t most);

/// Deletes the letter of the key, with the address it went to; one that is still to be sent stays.
Result<void> forget(sql::Connection& connection, std::string_view key);

/// Makes a letter due at once, with all its tries before it. Errors: LETTER_UNKNOWN, LETTER_NOT_TO_RETRY.
Result<void> retry(sql::Connection& connection, LetterNo number, UnixMs now);
/// The same for all that were given up; how many.
Result<std::int64_t> retry_failed(sql::Connection& connection, UnixMs now);

/// What the operator watches.
struct Counts {
  std::int64_t waiting = 0;  ///< being sent included
  std::int64_t failed = 0;   ///< given up
  std::optional<UnixMs> oldest_waiting;
};
Result<Counts> counts(sql::Connection& connection);

}  // namespace tamga::mail
