// SPDX-License-Identifier: Apache-2.0
#include "identifiers/rule.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "identifiers/errors.hpp"

namespace tamga::identifiers {
namespace {

using Names = std::vector<std::string>;

std::string argument(Error const& error, std::string_view wanted) {
  for (auto const& [name, value] : error.arguments())
    if (name == wanted) return value;
  return {};
}

Error refusal(char const* rule, char const* text, Context const& context = {}) {
  return check(*find_rule(rule), text, context).error();
}

// Spreadsheets eat zeros in front; who sees this is told, others are told the length.
TEST(IdentifierRule, AZeroInFrontMayHaveBeenLost) {
  EXPECT_TRUE(refusal("ru.bik", "44525225").is(kZeroLost));
  EXPECT_TRUE(refusal("tnved", "401201109").is(kZeroLost));
  EXPECT_TRUE(refusal("uz.mfo", "1071").is(kZeroLost));
  EXPECT_TRUE(refusal("uz.mfo", "14").is(kLength));
  EXPECT_TRUE(refusal("ru.inn", "770708389").is(kLength));
  Error const error = refusal("ru.inn", "770708");
  EXPECT_EQ(argument(error, "expected"), "10 / 12");
  EXPECT_EQ(argument(error, "actual"), "6");
}

// The place is counted in characters of what was typed, spaces included.
TEST(IdentifierRule, TheWrongCharacterIsPointedAt) {
  EXPECT_EQ(argument(refusal("ru.inn", "7707O83893"), "position"), "5");
  EXPECT_EQ(argument(refusal("ru.inn",
                             " \xD0\x97"
                             "707083893"),
                     "position"),
            "2");
  EXPECT_EQ(argument(refusal("ru.account", "40702 810 O 0000 0000001", {}), "position"), "11");
  EXPECT_EQ(argument(refusal("uz.pinfl",
                             "\xD0\x97\xD0\x97"
                             "0101900000004"),
                     "position"),
            "1");
}

TEST(IdentifierRule, BlanksAroundAreTrimmed) {
  EXPECT_EQ(check(*find_rule("ru.inn"), "\xC2\xA0 9901000010\t\r\n\xC2\xA0")->text, "9901000010");
  EXPECT_TRUE(refusal("ru.inn", " \xC2\xA0 ").is(kEmpty));
  EXPECT_TRUE(refusal("ru.inn", "99010 00010").is(kCharacter));
}

// Certificates of old pad a legal INN; only their rule accepts it.
TEST(IdentifierRule, OldFormOfALegalTaxNumber) {
  EXPECT_EQ(check(*find_rule("ru.inn_certificate"), "009901000010")->text, "9901000010");
  EXPECT_TRUE(refusal("ru.inn", "009901000010").is(kCheckDigit));
}

// An account says nothing about itself; its bank decides.
TEST(IdentifierRule, AnAccountBelongsToItsBank) {
  Rule const& account = *find_rule("ru.account");
  EXPECT_TRUE(check(account, "40702810600000000001")->doubt->is(kAccountKeyNotChecked));
  EXPECT_FALSE(check(account, "40702810600000000001", {.bank_code = "044525999"})->doubt);
  Error const other = refusal("ru.account", "40702810600000000001", {.bank_code = "044525225"});
  EXPECT_TRUE(other.is(kAccountKey));
  EXPECT_EQ(argument(other, "bank_code"), "044525225");
  EXPECT_TRUE(check(*find_rule("ru.corr_account"), "30101810400000000225")->doubt->is(kAccountKeyNotChecked));
  EXPECT_TRUE(refusal("ru.corr_account", "40702810600000000001").is(kBeginning));
}

// A country may know several forms of a number: the best answer of any counts, and the refusal is that of the
// form that was meant.
TEST(IdentifierRule, OneOfSeveralForms) {
  Names const registry{"ru.ogrn", "ru.ogrnip", "ru.kpp"};
  EXPECT_EQ(check(registry, "1027700132195")->rule->name, "ru.ogrn");
  EXPECT_EQ(check(registry, "304990000000010")->rule->name, "ru.ogrnip");
  EXPECT_EQ(check(registry, "9901AZ001")->rule->name, "ru.kpp");
  EXPECT_TRUE(check(registry, "304990000000011").error().is(kCheckDigit));
  EXPECT_TRUE(check(registry, "12").error().is(kLength));
  EXPECT_EQ(check(Names{"ru.corr_account", "ru.account"}, "40702810600000000001", {.bank_code = "044525999"})
                ->rule->name,
            "ru.account");
  EXPECT_EQ(check(Names{"uz.stir", "uz.mfo"}, "100000001")->doubt->name(), "NUMBER_BEGINNING");
  EXPECT_TRUE(check(Names{}, "1").error().is(kNotApplicable));
}

TEST(IdentifierRule, WhoHasANumber) {
  EXPECT_TRUE(is_issued(Names{"ru.kpp"}, {.tax_id = "7707083893"}));
  EXPECT_FALSE(is_issued(Names{"ru.kpp"}, {.tax_id = "990100000101"})) << "a sole proprietor";
  EXPECT_FALSE(is_issued(Names{}, {.tax_id = "301234500"})) << "no rule: no such number";
}

TEST(IdentifierRule, WhoseANumberIs) {
  EXPECT_EQ(kind_of(Names{"ru.inn"}, "7707083893"), Holder::LegalEntity);
  EXPECT_EQ(kind_of(Names{"ru.inn"}, "990100000101"), Holder::Individual);
  EXPECT_EQ(kind_of(Names{"ru.ogrn", "ru.ogrnip"}, "304990000000010"), Holder::SoleTrader);
  EXPECT_EQ(kind_of(Names{"ru.ogrn", "ru.ogrnip"}, "1027700132195"), Holder::LegalEntity);
  EXPECT_EQ(kind_of(Names{"uz.stir"}, "300 000 301"), Holder::LegalEntity);
  EXPECT_EQ(kind_of(Names{"uz.stir"}, "400000001"), Holder::Individual);
  EXPECT_EQ(kind_of(Names{"uz.stir"}, "100000001"), std::nullopt);
  EXPECT_EQ(kind_of(Names{"uz.pinfl"}, "30101900000004"), Holder::Individual);
  EXPECT_EQ(kind_of(Names{"ru.bik"}, "044525225"), std::nullopt);
  EXPECT_EQ(kind_of(Names{"ru.inn"}, "7707083894"), std::nullopt);
}

// Numbers of people do not stand in lists and logs as they are.
TEST(IdentifierRule, NumbersOfPeopleAreMasked) {
  EXPECT_EQ(masked(*find_rule("uz.pinfl"), "30101900000004"), "3010190******4");
  EXPECT_EQ(masked(*find_rule("ru.inn"), "990100000101"), "990100*****1");
  EXPECT_EQ(masked(*find_rule("ru.inn"), "7707083893"), "7707083893");
  EXPECT_EQ(masked(*find_rule("ru.bik"), ""), "");
}

TEST(IdentifierRule, RulesByName) {
  for (Rule const& rule : rules()) EXPECT_EQ(find_rule(rule.name), &rule);
  EXPECT_EQ(find_rule("ru.inm"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

}  // namespace
}  // namespace tamga::identifiers
