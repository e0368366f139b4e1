// SPDX-License-Identifier: Apache-2.0
#include "identifiers/errors.hpp"
#include "identifiers/judges.hpp"
#include "identifiers/weighted_sum.hpp"

namespace tamga::identifiers {
namespace {

constexpr std::size_t kBikSize = 9;
constexpr std::size_t kClearingLetter = 5;                      // place of the letter of a clearing currency
constexpr std::string_view kClearingCurrencies = "ABCEHKMPTX";  // each counts as the digit of its place here
constexpr std::array kKeyWeights{7, 1, 3};

bool is_bank(std::string_view bik) { return bik.size() == kBikSize && bik.starts_with("04"); }

/// The three digits by which a settlement centre of the central bank takes part in the key.
std::string centre_digits(std::string_view bik) { return '0' + std::string(bik.substr(4, 2)); }

bool key_fits(std::string_view bank_digits, std::string_view account) {
  std::string digits = std::string(bank_digits) + std::string(account);
  char& letter = digits[bank_digits.size() + kClearingLetter];
  if (auto const value = kClearingCurrencies.find(letter); value != std::string_view::npos)
    letter = static_cast<char>('0' + value);
  return weighted_sum(digits, kKeyWeights) % 10 == 0;
}

Judgement judge_key(std::string_view bank_digits, std::string_view account, std::string_view bik) {
  if (key_fits(bank_digits, account)) return good();
  return fail(Error(kAccountKey).with("bank_code", std::string(bik)));
}

}  // namespace

Judgement judge_bik(std::string_view text, Context const&) {
  if (is_bank(text)) return good();
  for (std::string_view const other : {"00", "01", "02"})
    if (text.starts_with(other)) return doubt(Error(kNotABank).with("beginning", std::string(other)));
  return fail(Error(kBeginning).with("expected", "04"));
}

Judgement judge_account(std::string_view text, Context const& context) {
  if (!is_bank(context.bank_code)) return doubt(Error(kAccountKeyNotChecked));
  std::string_view const bank = context.bank_code.substr(6);
  bool const centre = bank == "000" || bank == "001" || bank == "002";
  return judge_key(centre ? centre_digits(context.bank_code) : std::string(bank), text, context.bank_code);
}

Judgement judge_corr_account(std::string_view text, Context const& context) {
  bool const known = is_bank(context.bank_code);
  if (!known && !context.bank_code.empty()) return doubt(Error(kAccountKeyNotChecked));
  if (!text.starts_with("301")) return fail(Error(kBeginning).with("expected", "301"));
  if (!known) return doubt(Error(kAccountKeyNotChecked));
  if (text.substr(17) != context.bank_code.substr(6))
    return fail(Error(kCorrAccountBank).with("bank_code", std::string(context.bank_code)));
  return judge_key(centre_digits(context.bank_code), text, context.bank_code);
}

// The rule of its key is not published.
Judgement judge_sum_account(std::string_view text, Context const&) {
  constexpr std::string_view kNational = "000";
  if (text.substr(5, 3) != kNational)
    return fail(
        Error(kAccountCurrency).with("currency", std::string(text.substr(5, 3))).with("expected", "000"));
  return good();
}

bool account_character(std::size_t place, char character) {
  return is_digit(character) ||
         (place == kClearingLetter && kClearingCurrencies.find(character) != std::string_view::npos);
}

}  // namespace tamga::identifiers
