// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"
#include "identifiers/errors.hpp"
#include "identifiers/judges.hpp"
#include "identifiers/weighted_sum.hpp"

namespace tamga::identifiers {
namespace {

constexpr std::string_view kLastUncheckedSnils = "001001998";
constexpr std::array kSnils{9, 8, 7, 6, 5, 4, 3, 2, 1};
constexpr std::array kPinfl{7, 3, 1};

int two_digits(std::string_view text, std::size_t at) { return digit(text[at]) * 10 + digit(text[at + 1]); }

}  // namespace

Judgement judge_snils(std::string_view text, Context const&) {
  if (text.substr(0, 9) <= kLastUncheckedSnils) return doubt(Error(kCheckUndefined));
  if (weighted_sum(text.substr(0, 9), kSnils) % 101 % 100 != two_digits(text, 9)) return fail(kCheckDigit);
  return good();
}

// Never refused for what it says: the certificate of a living person may carry it.
Judgement judge_pinfl(std::string_view text, Context const&) {
  int const sex_and_century = digit(text.front());
  if (sex_and_century < 1 || sex_and_century > 6) return doubt(Error(kBeginning).with("expected", "1-6"));
  int const century = 1800 + (sex_and_century - 1) / 2 * 100;
  if (!Date::of(century + two_digits(text, 5), two_digits(text, 3), two_digits(text, 1)))
    return doubt(Error(kImpossibleDate).with("date", std::string(text.substr(1, 6))));
  if (weighted_sum(text.substr(0, 13), kPinfl) % 10 != digit(text.back())) return doubt(Error(kCheckDigit));
  return good();
}

}  // namespace tamga::identifiers
