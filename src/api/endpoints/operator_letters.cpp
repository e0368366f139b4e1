// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_letters.hpp"

#include <limits>

#include "api/once.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using mail::LetterState;

std::optional<std::string> said(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Result<LetterView> view_of(Call const& call, mail::Outcome letter) {
  LetterView out{.letter = std::to_string(letter.number.value()),
                 .text = std::move(letter.text),
                 .subject = said(std::move(letter.subject)),
                 .to = std::move(letter.to),
                 .language = std::string(code_of(letter.language)),
                 .state = letter.state,
                 .attempts = letter.attempts,
                 .created_at = letter.created_at,
                 .next_at = std::nullopt,
                 .finished_at = letter.finished_at,
                 .error = std::nullopt,
                 .tax_id = std::nullopt,
                 .company = std::nullopt,
                 .application = std::nullopt};
  if (letter.state == LetterState::Waiting || letter.state == LetterState::Sending)
    out.next_at = letter.next_attempt;
  if (!letter.error.empty()) out.error = ErrorWords::of(call, letter.error, {{"answer", letter.answer}});
  if (letter.application) out.application = std::to_string(*letter.application);
  if (letter.participant) {
    registry::ParticipantNo const whom(static_cast<std::uint32_t>(*letter.participant));
    TAMGA_ASSIGN(participant, call.services().participants.find(whom));
    if (participant) {
      out.tax_id = participant->tax_id;
      out.company = participant->name;
    }
  }
  return out;
}

Result<LetterView> letter_of(Call const& call, mail::LetterNo number) {
  mail::Outcome letter;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(found, mail::outcome_of(*reader, number));
    letter = std::move(found);
  }
  return view_of(call, std::move(letter));
}

}  // namespace

Result<ListLetters::Output> ListLetters::handle(Input const& input, Call& call) {
  mail::LetterQuestion const question{
      .state = input.state,
      .to = input.to.value_or(""),
      .text = input.text.value_or(""),
      .before = mail::LetterNo(input.before.value_or(std::numeric_limits<std::int64_t>::max())),
      .limit = input.limit};
  std::vector<mail::Outcome> found;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(page, mail::outcomes(*reader, question));
    found = std::move(page);
  }
  Output out;
  if (static_cast<int>(found.size()) == input.limit) out.next = std::to_string(found.back().number.value());
  for (mail::Outcome& one : found) {
    TAMGA_ASSIGN(view, view_of(call, std::move(one)));
    out.letters.push_back(std::move(view));
  }
  return out;
}

Result<GetLetter::Output> GetLetter::handle(Input const& input, Call& call) {
  return letter_of(call, mail::LetterNo(input.letter));
}

Result<RetryLetter::Output> RetryLetter::handle(Input const& input, Call& call) {
  mail::LetterNo const number(input.letter);
  auto const work = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(mail::retry(turn.connection(), number, turn.now()));
    return std::to_string(number.value());
  };
  TAMGA_TRY(once(call, {.action = kSpec.action}, work));
  return letter_of(call, number);
}

template struct RowOf<ListLetters>;
template struct RowOf<GetLetter>;
template struct RowOf<RetryLetter>;

}  // namespace tamga::api
