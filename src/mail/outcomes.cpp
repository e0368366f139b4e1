// SPDX-License-Identifier: Apache-2.0
#include "mail/outcomes.hpp"

#include <span>
#include <string_view>

#include "mail/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::mail {
namespace {

#define TAMGA_OUTCOME                                                                              \
  "SELECT letter, recipient, language, text_name, subject, participant, application, created_at, " \
  "state, attempts, next_attempt, finished_at, last_error FROM letter WHERE "
#define TAMGA_OF_TEXT "letter < $1 AND ($2 = '' OR text_name = $2) AND "

constexpr sql::Statement kOutcome{"mail.outcome", TAMGA_OUTCOME "letter = $1"};
constexpr sql::Statement kInStates{
    "mail.outcomes", TAMGA_OUTCOME TAMGA_OF_TEXT "state = ANY($3) ORDER BY letter DESC LIMIT $4"};
/// Few of many: these have an index of their own.
constexpr sql::Statement kGivenUp{"mail.outcomes.failed",
                                  TAMGA_OUTCOME TAMGA_OF_TEXT "state = 3 ORDER BY letter DESC LIMIT $3"};
constexpr sql::Statement kTo{
    "mail.outcomes.to", TAMGA_OUTCOME TAMGA_OF_TEXT
    "state = ANY($3) AND lower(recipient) = lower($4) ORDER BY letter DESC LIMIT $5"};

#undef TAMGA_OF_TEXT
#undef TAMGA_OUTCOME

/// What the mailer notes: the name of an error, then its values; the answer of the other side is one of them.
void read_error(std::string_view noted, Outcome& out) {
  constexpr std::string_view kAnswer = "{answer=";
  out.error = noted.substr(0, noted.find(' '));
  auto const answer = noted.find(kAnswer);
  if (answer == std::string_view::npos) return;
  std::string_view const said = noted.substr(answer + kAnswer.size());
  out.answer = said.substr(0, said.rfind('}'));
}

Outcome read(sql::Row const& row) {
  Outcome out;
  out.number = row.as<LetterNo>(0);
  out.to = row.text(1);
  out.language = language_of(row.text(2)).value_or(Language::Ru);
  out.text = row.text(3);
  out.subject = row.text(4);
  out.participant = row.optional_int64(5);
  out.application = row.optional_int64(6);
  out.created_at = row.as<UnixMs>(7);
  out.state = row.as<LetterState>(8);
  out.attempts = static_cast<int>(row.int64(9));
  out.next_attempt = row.as<UnixMs>(10);
  if (auto const finished = row.optional_int64(11)) out.finished_at = UnixMs(*finished);
  read_error(row.text(12), out);
  return out;
}

std::vector<std::int64_t> numbers_of(std::optional<LetterState> state) {
  if (state) return {static_cast<std::int64_t>(*state)};
  std::vector<std::int64_t> all;
  for (auto const one : {LetterState::Waiting, LetterState::Sending, LetterState::Sent, LetterState::Failed})
    all.push_back(static_cast<std::int64_t>(one));
  return all;
}

}  // namespace

Result<std::vector<Outcome>> outcomes(sql::Connection& connection, LetterQuestion const& question) {
  std::vector<std::int64_t> const wanted = numbers_of(question.state);
  std::span<std::int64_t const> const states(wanted);
  auto const found = [&]() -> Result<sql::Rows> {
    if (!question.to.empty())
      return connection.query(kTo, question.before, question.text, states, question.to, question.limit);
    if (question.state == LetterState::Failed)
      return connection.query(kGivenUp, question.before, question.text, question.limit);
    return connection.query(kInStates, question.before, question.text, states, question.limit);
  };
  TAMGA_ASSIGN(rows, found());
  std::vector<Outcome> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(read(row)); }));
  return out;
}

Result<Outcome> outcome_of(sql::Connection& connection, LetterNo number) {
  TAMGA_ASSIGN(found, connection.find(kOutcome, read, number));
  if (!found) return fail(Error(kLetterUnknown).with("letter", std::to_string(number.value())));
  return *std::move(found);
}

}  // namespace tamga::mail
