// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "identifiers/errors.hpp"
#include "identifiers/rule.hpp"

// What check digits promise: that a slip of the hand is noticed. Numbers are completed by search, so that the
// test knows no arithmetic of the rules.
namespace tamga::identifiers {
namespace {

constexpr char const* kBank = "044525225";

Result<Checked> checked(char const* rule, std::string const& text) {
  return check(*find_rule(rule), text, {.bank_code = kBank});
}

bool refused(char const* rule, std::string const& text) {
  auto const result = checked(rule, text);
  return !result || (result->doubt && result->doubt->is(kCheckDigit));
}

std::string digits(std::size_t count) {
  return *rc::gen::container<std::string>(count, rc::gen::inRange('0', static_cast<char>('9' + 1)));
}

/// The number with the digits at `places` chosen so that it passes.
std::string completed(char const* rule, std::string number, std::vector<std::size_t> const& places) {
  int const count = places.size() == 2 ? 100 : 10;
  for (int value = 0; value < count; ++value) {
    number[places[0]] = static_cast<char>('0' + (places.size() == 2 ? value / 10 : value));
    if (places.size() == 2) number[places[1]] = static_cast<char>('0' + value % 10);
    if (!refused(rule, number)) return number;
  }
  return {};
}

struct Slip {
  std::string text;
  int difference;  // of the digits concerned
};

Slip changed(std::string number) {
  auto const at = *rc::gen::inRange<std::size_t>(0, number.size());
  int const shift = *rc::gen::inRange(1, 10);
  number[at] = static_cast<char>('0' + (number[at] - '0' + shift) % 10);
  return {number, shift};
}

Slip swapped(std::string number) {
  auto const at = *rc::gen::inRange<std::size_t>(0, number.size() - 1);
  std::swap(number[at], number[at + 1]);
  return {number, std::abs(number[at] - number[at + 1])};
}

// The key of an account: modulo 10 with weights that have no common divisor with it.
RC_GTEST_PROP(Misreading, OneWrongDigitOfAnAccountIsNoticed, ()) {
  std::string const number = completed("ru.account", digits(20), {8});
  RC_PRE(!number.empty());
  RC_ASSERT(refused("ru.account", changed(number).text));
}

// 7, 1 and 3 differ by even numbers: only digits that differ by five (or not at all) change places unseen.
RC_GTEST_PROP(Misreading, SwappedDigitsOfAnAccountAreNoticed, ()) {
  std::string const number = completed("ru.account", digits(20), {8});
  RC_PRE(!number.empty());
  Slip const slip = swapped(number);
  RC_ASSERT(refused("ru.account", slip.text) == (slip.difference % 5 != 0));
}

RC_GTEST_PROP(Misreading, OneWrongDigitOfAPersonalNumberIsNoticed, ()) {
  std::string const number = completed("uz.pinfl", "3150685" + digits(7), {13});
  RC_PRE(!number.empty());
  auto const slip = checked("uz.pinfl", changed(number).text);
  RC_ASSERT(slip && slip->doubt);
}

/// A remainder of ten is written 0, as zero is: such numbers promise less, and the test passes them by.
bool has_plain_rest(std::string const& number, std::size_t digit) { return number[digit] != '0'; }

RC_GTEST_PROP(Misreading, OneWrongDigitOfATaxNumberIsNoticed, ()) {
  std::string const number = completed("ru.inn", digits(10), {9});
  RC_PRE(!number.empty());
  RC_PRE(has_plain_rest(number, 9));
  RC_ASSERT(refused("ru.inn", changed(number).text));
}

RC_GTEST_PROP(Misreading, OneWrongDigitOfAPersonalTaxNumberIsNoticed, ()) {
  std::string const number = completed("ru.inn", digits(12), {10, 11});
  RC_PRE(!number.empty());
  RC_PRE(has_plain_rest(number, 10));
  RC_PRE(has_plain_rest(number, 11));
  RC_ASSERT(refused("ru.inn", changed(number).text));
}

// A number modulo 11: powers of ten are 1 and -1 in turn, so neighbours never change places unseen.
RC_GTEST_PROP(Misreading, SlipsInARegistrationNumberAreNoticed, ()) {
  std::string const number = completed("ru.ogrn", digits(13), {12});
  RC_PRE(!number.empty());
  RC_PRE(has_plain_rest(number, 12));
  RC_ASSERT(refused("ru.ogrn", changed(number).text));
  Slip const slip = swapped(number);
  RC_ASSERT(slip.difference == 0 || refused("ru.ogrn", slip.text));
}

// Modulo 13, written by its last digit: remainders 0 to 2 and 10 to 12 look alike.
RC_GTEST_PROP(Misreading, OneWrongDigitOfATradersNumberIsNoticed, ()) {
  std::string const number = completed("ru.ogrnip", digits(15), {14});
  RC_PRE(!number.empty());
  RC_PRE(number[14] > '2');
  RC_ASSERT(refused("ru.ogrnip", changed(number).text));
}

RC_GTEST_PROP(Misreading, SlipsInAnInsuranceNumberAreNoticed, ()) {
  std::string const number = completed("ru.snils", '2' + digits(10), {9, 10});
  RC_PRE(!number.empty());
  RC_PRE(number.substr(9) != "00");
  auto const noticed = [&](std::string const& text) {
    return text.substr(0, 9) <= "001001998" || refused("ru.snils", text);
  };
  RC_ASSERT(noticed(changed(number).text));
  Slip const slip = swapped(number.substr(0, 9));
  RC_ASSERT(slip.difference == 0 || noticed(slip.text + number.substr(9)));
}

// No rule falls over any text, and what passes once passes in its normalised form, unchanged.
RC_GTEST_PROP(Misreading, NormalisingTwiceChangesNothing, (std::string const& text)) {
  for (Rule const& rule : rules()) {
    auto const once = check(rule, text);
    if (!once) continue;
    auto const twice = check(rule, once->text);
    RC_ASSERT(twice && twice->text == once->text);
  }
}

}  // namespace
}  // namespace tamga::identifiers
