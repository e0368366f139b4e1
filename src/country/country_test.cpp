// SPDX-License-Identifier: Apache-2.0
#include "country/country.hpp"
#include "base/testing/source_path.hpp"
#include "identifiers/rule.hpp"

#include <gtest/gtest.h>

namespace tamga::country {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }
Date const kToday = day("2026-06-01");

Country const& country(std::string const& code) {
  static auto const load = [](std::string const& name) {
    CountryReading reading = read_country(source_path("spec") / name);
    for (Error const& problem : reading.problems) ADD_FAILURE() << describe(problem);
    return std::move(reading.country.value());
  };
  static Country const ru = load("ru");
  static Country const uz = load("uz");
  return code == "ru" ? ru : uz;
}

CodeTemplate const& row(std::string const& code, std::uint32_t id, Date at = kToday) {
  CodeTemplate const* const found = country(code).find_template(TemplateId(id), at);
  if (found == nullptr) throw std::runtime_error("no template " + std::to_string(id));
  return *found;
}

std::size_t forms(Country const& of) {
  std::size_t count = 0;
  for (ProductGroup const& group : of.groups()) count += group.templates.size();
  return count;
}

// Both countries load whole: every group and every form of a template the operators publish; more may be
// added.
TEST(CountryData, CountsOfGroupsAndTemplates) {
  EXPECT_GE(country("ru").groups().size(), 51U);
  EXPECT_GE(forms(country("ru")), 81U);  // 80 templates, one of them in two forms
  EXPECT_GE(country("uz").groups().size(), 10U);
  EXPECT_GE(forms(country("uz")), 8U);
}

struct Expected {
  char const* country;
  std::uint32_t id;
  char const* group;
  char const* layout;
  gs1::TailKind tail;
  std::size_t own_length;
  char country_digit;
  gs1::SerialAlphabet alphabet;
};

// The layouts on real packages, as the operators' dictionaries give them.
TEST(CountryData, TemplatesOfTheDictionaries) {
  using enum gs1::TailKind;
  constexpr auto k82 = gs1::SerialAlphabet::Gs1Set82;
  constexpr auto kAlnum = gs1::SerialAlphabet::LatinAlnum;
  for (Expected const& want : {
           Expected{"ru", 1, "shoes", "01+21(13)+91(4)+92(88)", Signature88, 12, '5', k82},
           Expected{"ru", 3, "tobacco", "01+21(7)+8005(6)+93(4)", Mac4, 7, '\0', k82},
           Expected{"ru", 4, "tobacco", "gtin(14)serial(7)mrp(4)check(4)", Legacy4, 7, '\0', k82},
           Expected{"ru", 5, "pharma", "01+21(13)+91(4)+92(44)", Mac44, 13, '\0', kAlnum},
           Expected{"ru", 8, "electronics", "01+21(20)+91(4)+92(44)", Mac44, 19, '5', k82},
           Expected{"ru", 12, "wheelchairs", "01+21(13)+91(4)+92(44)[+97(base64)]", Mac44, 12, '5', k82},
           Expected{"ru", 18, "beer", "01+21(7)+93(4)[+335Y(6)]", Mac4, 6, '5', k82},
           Expected{"ru", 20, "milk", "01+21(6)+93(4)[+3103(6)]", Mac4, 5, '5', k82},
           Expected{"ru", 37, "radio", "01+21(13)+93(4)[+30(1-8)|310Y(6)|311Y(6)|335Y(6)]", Mac4, 12, '5',
                    k82},
           Expected{"ru", 87, "pyrotechnics", "01+21(13)+91(4)+92(44)", Mac44, 12, '5', k82},
           Expected{"uz", 1, "tobacco", "gtin(14)serial(7)check(8)", Legacy8, 7, '\0', k82},
           Expected{"uz", 3, "alcohol", "01+21(7)+93(4)", Mac4, 7, '\0', k82},
           Expected{"uz", 7, "beer", "01+21(13)+93(4)", Mac4, 13, '\0', k82},
           Expected{"uz", 8, "appliances", "01+21(20)+91(4)+92(44)", Mac44, 20, '\0', k82},
           Expected{"uz", 2, "pharma", "01+21(13)+91(4)+92(44)", Mac44, 13, '\0', kAlnum},
           Expected{"uz", 5, "water", "01+21(13)+93(4)", Mac4, 13, '\0', k82},
       }) {
    CodeTemplate const& found = row(want.country, want.id);
    EXPECT_EQ(country(want.country).group(found.group).code, want.group) << want.id;
    EXPECT_EQ(found.layout.text(), want.layout) << want.id;
    EXPECT_EQ(found.layout.tail(), want.tail) << want.id;
    EXPECT_EQ(found.serial.own_length(), want.own_length) << want.id;
    EXPECT_EQ(found.serial.country_digit, want.country_digit) << want.id;
    EXPECT_EQ(found.serial.alphabet, want.alphabet) << want.id;
    EXPECT_NE(country(want.country).rules().tail_policy(want.tail), nullptr) << want.id;
  }
}

// A template that ended issues nothing; its codes can still be read by the form they were printed in.
TEST(CountryData, RetiredFormsAreKept) {
  Country const& ru = country("ru");
  EXPECT_EQ(ru.find_template(TemplateId(2), kToday), nullptr);
  ASSERT_EQ(ru.forms_of(TemplateId(2)).size(), 1U);
  EXPECT_TRUE(ru.forms_of(TemplateId(2)).front()->retired);
  EXPECT_EQ(row("ru", 70, day("2025-09-30")).layout.serial_length(), 6U);
  EXPECT_EQ(row("ru", 70, day("2025-10-01")).layout.serial_length(), 13U);
  EXPECT_EQ(ru.find_template(TemplateId(13), kToday), nullptr);
}

// Interfaces that name no template get the one that fits the packaging.
TEST(CountryData, TemplateByPackaging) {
  ProductGroup const& tobacco = *country("ru").find_group("tobacco");
  EXPECT_EQ(tobacco.template_for(PackageLevel::Group, kToday)->id, TemplateId(3));
  EXPECT_EQ(tobacco.template_for(PackageLevel::Unit, kToday)->id, TemplateId(4));
  EXPECT_EQ(tobacco.template_for(PackageLevel::Set, kToday), nullptr);
}

// A group is found by its code, by other systems' spelling and by its number.
TEST(CountryData, NamesOfGroups) {
  Country const& uz = country("uz");
  ProductGroup const* const pharma = uz.find_group("pharma");
  ASSERT_NE(pharma, nullptr);
  EXPECT_EQ(uz.find_group("medicine"), pharma);
  EXPECT_EQ(uz.find_group(7U), pharma);
  EXPECT_EQ(uz.find_group("Pharma"), nullptr);
  EXPECT_EQ(&uz.group(pharma->id), pharma);
  EXPECT_EQ(uz.find_group("water")->name.in(Language::Uz), "Suv va salqin ichimliklar");
}

// A moved country keeps what it gave out: rooms hold pointers for the life of the program.
TEST(CountryData, PointersSurviveAMove) {
  Country first = load_country(source_path("spec/uz")).value();
  CodeTemplate const* const before = first.find_template(TemplateId(5), kToday);
  Country const second = std::move(first);
  EXPECT_EQ(second.find_template(TemplateId(5), kToday), before);
  EXPECT_EQ(second.group(before->group).code, "water");
}

// Uzbekistan, decree PP-190: until 2025-05-22 codes were paid when ordered and lived 90 days; since then they
// are paid when applied, live for ever, and codes on group packs cost nothing.
TEST(CountryData, RulesChangeOnTheirDay) {
  ProductGroup const& water = *country("uz").find_group("water");
  Tariff const& old = *water.tariffs.in_force(day("2025-05-22"));
  Tariff const& now = *water.tariffs.in_force(day("2025-05-23"));
  EXPECT_EQ(old.moment(std::nullopt), ChargeAt::Emission);
  EXPECT_EQ(now.moment(ChargeAt::Emission), ChargeAt::Application);
  EXPECT_EQ(old.price_of(PackageLevel::Group), 6800);
  EXPECT_EQ(now.price_of(PackageLevel::Unit), 6800);
  EXPECT_EQ(now.price_of(PackageLevel::Group), 0);
  EXPECT_EQ(water.ageing_days(day("2025-05-22"), AppliedBy::Holder, false), 90);
  EXPECT_EQ(water.ageing_days(day("2025-05-23"), AppliedBy::Holder, false), std::nullopt);
}

// Russia: the order chooses when to pay where the tariff allows it; a code paid at emission does not age, and
// a service provider has more time than the holder.
TEST(CountryData, ChoiceOfPaymentAndAgeing) {
  ProductGroup const& milk = *country("ru").find_group("milk");
  Tariff const& tariff = *milk.tariffs.in_force(kToday);
  EXPECT_EQ(tariff.price_of(PackageLevel::Unit), 50);
  EXPECT_EQ(tariff.currency.value(), "RUB");
  EXPECT_EQ(tariff.moment(std::nullopt), ChargeAt::Application);
  EXPECT_EQ(tariff.moment(ChargeAt::Emission), ChargeAt::Emission);
  EXPECT_EQ(milk.ageing_days(kToday, AppliedBy::Holder, false), 30);
  EXPECT_EQ(milk.ageing_days(kToday, AppliedBy::ServiceProvider, false), 30);
  EXPECT_EQ(milk.ageing_days(kToday, AppliedBy::CentralService, false), 365);
  EXPECT_EQ(milk.ageing_days(kToday, AppliedBy::Holder, true), std::nullopt);
  ProductGroup const& water = *country("ru").find_group("water");
  EXPECT_EQ(water.ageing_days(kToday, AppliedBy::ServiceProvider, false), 365);
}

// What a group asks of documents is data: attributes, kinds, reasons, peculiarities.
TEST(CountryData, RulesOfGroups) {
  GroupRules const& milk = *country("ru").find_group("milk")->rules.in_force(kToday);
  EXPECT_TRUE(milk.required.has(LotAttribute::ExpiryDate));
  EXPECT_TRUE(milk.has(Capability::WeighedGoods));
  EXPECT_FALSE(milk.has(Capability::PriceInCode));
  EXPECT_TRUE(milk.allows_document("ship"));
  EXPECT_FALSE(milk.allows_document("remark"));
  EXPECT_TRUE(milk.allows_introduction("cross_border"));
  EXPECT_TRUE(milk.allows_retire_reason("VENDING"));
  EXPECT_FALSE(milk.allows_retire_reason("RETURN"));
  GroupRules const& pharma = *country("ru").find_group("pharma")->rules.in_force(kToday);
  EXPECT_TRUE(pharma.required.has(LotAttribute::Series));
  EXPECT_FALSE(pharma.required.has(LotAttribute::ProductionDate));
}

// Where no layout or no tariff is published, codes cannot be ordered, but the group is known.
TEST(CountryData, OrderingIsOpenOnlyWithTemplateAndTariff) {
  EXPECT_TRUE(country("uz").find_group("water")->ordering_open(kToday));
  EXPECT_FALSE(country("uz").find_group("water")->ordering_open(day("2023-06-30")));
  EXPECT_FALSE(country("uz").find_group("perfumes")->ordering_open(kToday));
  EXPECT_FALSE(country("ru").find_group("furs")->ordering_open(kToday));
  EXPECT_FALSE(country("ru").find_group("frozen")->ordering_open(kToday));
}

// Every text a person sees exists in all three languages, and Uzbek is in Latin script.
TEST(CountryData, NamesInThreeLanguages) {
  for (std::string const code : {"ru", "uz"}) {
    for (ProductGroup const& group : country(code).groups()) {
      for (Language const language : kLanguages) EXPECT_FALSE(group.name.in(language).empty()) << group.code;
      EXPECT_EQ(group.name.in(Language::Uz).find("\xD0"), std::string::npos) << group.code;
    }
  }
}

// The reasons the system itself gives are there, and the ledger's numbers lead back to them.
TEST(CountryData, Reasons) {
  for (std::string const code : {"ru", "uz"}) {
    CountryRules const& rules = country(code).rules();
    RetireReason const* const retail = rules.retire_reasons.find(ReasonRole::RetailReceipt);
    ASSERT_NE(retail, nullptr);
    EXPECT_EQ(retail->code, "RETAIL");
    EXPECT_TRUE(retail->returnable);
    EXPECT_EQ(rules.retire_reasons.find(retail->number), retail);
    EXPECT_EQ(rules.retire_reasons.find(ReasonRole::Remark)->by, ReasonBy::System);
    EXPECT_TRUE(rules.retire_reasons.find("OTHER")->needs_text);
    EXPECT_NE(rules.write_off_reasons.find("KM_SPOILED"), nullptr);
    EXPECT_EQ(rules.write_off_reasons.find(ReasonRole::CodeExpired)->code, "AUTO_CANCELLATION");
    EXPECT_EQ(rules.write_off_reasons.find("NOT_A_REASON"), nullptr);
  }
}

// The words of the country for levels, its GS1 prefixes, its limits, its tax.
TEST(CountryData, RulesOfTheCountry) {
  CountryRules const& uz = country("uz").rules();
  EXPECT_EQ(uz.package_level("BOX_LV_2"), PackageLevel::Level2);
  EXPECT_EQ(uz.row_of(PackageLevel::Level1)->capacity, 1500);
  EXPECT_EQ(country("ru").rules().package_level("BOX"), PackageLevel::Level1);
  EXPECT_EQ(uz.package_level("BOX_LV_9"), std::nullopt);
  EXPECT_TRUE(uz.owns_gtin_prefix(478));
  EXPECT_FALSE(uz.owns_gtin_prefix(460));
  EXPECT_TRUE(country("ru").rules().owns_gtin_prefix(469));
  EXPECT_EQ(uz.limits.in_force(kToday)->order_products, 10);
  EXPECT_EQ(uz.limits.in_force(kToday)->document_codes, 1'000'000);
  EXPECT_EQ(*uz.vat.in_force(kToday), 1200);
  EXPECT_EQ(uz.languages.front(), Language::Uz);
  EXPECT_EQ(uz.release_methods.find("CONTRACT")->emission_type, "LOCAL");
  EXPECT_TRUE(uz.participant_types.find("importer")->emitter);
  EXPECT_FALSE(uz.participant_types.find("retail")->emitter);
}

// A company of Russia has a second number of the tax office; a sole proprietor has none, nor has anybody in
// Uzbekistan.
TEST(CountryData, WhoHasAKpp) {
  IdentifierRules const& ru = country("ru").rules().identifiers;
  EXPECT_TRUE(ru.has_kpp("7700041372"));
  EXPECT_FALSE(ru.has_kpp("770005309364"));
  EXPECT_FALSE(country("uz").rules().identifiers.has_kpp("301234513"));
  EXPECT_EQ(identifiers::check(ru.kpp, " 7700AB001 ", {.tax_id = "7700041372"})->text, "7700AB001");
  for (char const* wrong : {"77000100", "7700010012", "77AB01001", "770001O01", "7700ab001"})
    EXPECT_FALSE(identifiers::check(ru.kpp, wrong, {.tax_id = "7700041372"})) << wrong;
}

// Rules change at local midnight: 19:00 UTC is the next day in Tashkent.
TEST(CountryData, LocalDay) {
  constexpr std::int64_t kHourMs = 3'600'000;
  std::int64_t const midnight = std::int64_t{day("2025-05-22").days()} * 24 * kHourMs;
  EXPECT_EQ(country("uz").day_of(UnixMs(midnight + 19 * kHourMs - 1)), day("2025-05-22"));
  EXPECT_EQ(country("uz").day_of(UnixMs(midnight + 19 * kHourMs)), day("2025-05-23"));
}

}  // namespace
}  // namespace tamga::country
