// SPDX-License-Identifier: Apache-2.0
#include "identifiers/errors.hpp"
#include "identifiers/judges.hpp"
#include "identifiers/weighted_sum.hpp"

namespace tamga::identifiers {
namespace {

constexpr std::size_t kLegalInn = 10;
constexpr std::size_t kPersonalInn = 12;
// The last digit of the weights' row is checked by it: 10th, 11th and 12th digit of an INN.
constexpr std::array kTenth{2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::array kEleventh{7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::array kTwelfth{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

bool digit_fits(std::string_view text, std::span<int const> weights) {
  return weighted_sum(text.substr(0, weights.size()), weights) % 11 % 10 == digit(text[weights.size()]);
}

bool inn_fits(std::string_view text) {
  if (text.size() == kLegalInn) return digit_fits(text, kTenth);
  return digit_fits(text, kEleventh) && digit_fits(text, kTwelfth);
}

Judgement judge_record_number(std::string_view text, int divisor, std::string_view first_digits,
                              char const* expected) {
  if (modulo(text.substr(0, text.size() - 1), divisor) % 10 != digit(text.back())) return fail(kCheckDigit);
  if (first_digits.find(text.front()) == std::string_view::npos)
    return doubt(Error(kBeginning).with("expected", expected));
  return good();
}

}  // namespace

Judgement accept(std::string_view, Context const&) { return good(); }

Judgement judge_inn(std::string_view text, Context const&) {
  if (!inn_fits(text)) return fail(kCheckDigit);
  if (text.starts_with("00")) return doubt(Error(kImpossibleRegion).with("region", "00"));
  return good();
}

Judgement judge_ogrn(std::string_view text, Context const&) {
  return judge_record_number(text, 11, "15", "1, 5");
}

Judgement judge_ogrnip(std::string_view text, Context const&) {
  return judge_record_number(text, 13, "34", "3, 4");
}

Judgement judge_stir(std::string_view text, Context const&) {
  // The ninth digit is a check digit whose rule is not published.
  if (!holder_of_stir(text)) return doubt(Error(kBeginning).with("expected", "2-7"));
  return good();
}

bool has_no_kpp(Context const& context) { return context.tax_id.size() == kPersonalInn; }

bool kpp_character(std::size_t place, char character) {
  bool const letter_allowed = place == 4 || place == 5;
  return is_digit(character) || (letter_allowed && character >= 'A' && character <= 'Z');
}

std::string_view without_padding(std::string_view inn) {
  bool const padded = inn.size() == kPersonalInn && inn.starts_with("00") && inn_fits(inn.substr(2));
  return padded ? inn.substr(2) : inn;
}

std::optional<Holder> holder_of_inn(std::string_view text) {
  return text.size() == kLegalInn ? Holder::LegalEntity : Holder::Individual;
}

std::optional<Holder> holder_of_stir(std::string_view text) {
  if (text.front() == '2' || text.front() == '3') return Holder::LegalEntity;
  if (text.front() >= '4' && text.front() <= '7') return Holder::Individual;
  return std::nullopt;
}

}  // namespace tamga::identifiers
