// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "mail/outbox.hpp"
#include "sql/connection.hpp"

namespace tamga::mail {

/// A letter as the operator sees it: to whom, of what, what became of it. What fills its text stays out of
/// it: links of letters are keys.
struct Outcome {
  LetterNo number;
  std::string to;
  Language language = Language::Ru;
  std::string text;     ///< name of its text in spec/mail
  std::string subject;  ///< empty where the text's values are a secret, and of letters of older versions
  std::optional<std::int64_t> participant;
  std::optional<std::int64_t> application;
  UnixMs created_at;
  LetterState state = LetterState::Waiting;
  int attempts = 0;
  UnixMs next_attempt;                ///< of one that waits or is being sent
  std::optional<UnixMs> finished_at;  ///< sent, or given up
  std::string error;   ///< name in the catalogue of what kept it from being sent last; empty: nothing did
  std::string answer;  ///< what the other server said to it
};

/// Which letters; what is not said is not asked.
struct LetterQuestion {
  std::optional<LetterState> state{};
  std::string to{};    ///< the whole address; small and capital letters are the same
  std::string text{};  ///< name of a text
  LetterNo before{std::numeric_limits<std::int64_t>::max()};
  int limit = 50;
};

/// Newest first.
Result<std::vector<Outcome>> outcomes(sql::Connection& connection, LetterQuestion const& question);
/// Errors: LETTER_UNKNOWN.
Result<Outcome> outcome_of(sql::Connection& connection, LetterNo number);

}  // namespace tamga::mail
