// SPDX-License-Identifier: Apache-2.0
#include "contracts/contract_text.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "contracts/errors.hpp"
#include "contracts/manifest.hpp"
#include "contracts/placeholders.hpp"
#include "contracts/testing/samples.hpp"

namespace tamga::contracts {
namespace {

using testing::sample;

std::vector<ContractText> write(ContractFacts const& facts) {
  return write_texts(*sample(facts.country).templates.find(facts.kind), facts, "N-1").value();
}
Error refusal(ContractFacts const& facts) {
  auto const written = write_texts(*sample(facts.country).templates.find(facts.kind), facts, "N-1");
  return written ? Error(kPdfFailed).log("written") : written.error();
}

// Each section of each language, with the facts in their places, whatever the party is.
TEST(ContractTexts, AreCompleteInEveryLanguage) {
  for (auto const& [country, group] : {std::pair("uz", "water"), std::pair("ru", "milk")}) {
    for (ContractTemplate const& kind : sample(country).templates.all()) {
      for (PartyKind const party : {PartyKind::Organization, PartyKind::SoleTrader}) {
        ContractFacts facts =
            kind.scope == Scope::Group ? sample(country).codes(group) : sample(country).facts;
        facts.kind = kind.kind;
        facts.participant.kind = party;
        auto const texts = write(facts);
        ASSERT_EQ(texts.size(), kind.languages.size());
        for (ContractText const& text : texts) {
          EXPECT_EQ(text.text.find_first_of("{}"), std::string::npos);
          EXPECT_EQ(text.text.back(), '\n');
          for (Section const& section : kind.versions.in_force(facts.date)->sections)
            EXPECT_NE(text.text.find(". " + section.heading.in(text.language) + "\n"), std::string::npos);
          for (std::string const& fact :
               {facts.participant.name, facts.participant.tax_id, facts.operator_party.account})
            EXPECT_NE(text.text.find(fact), std::string::npos) << fact;
          EXPECT_EQ(text.text.find(*facts.participant.director_id), std::string::npos) << "a personal number";
          if (facts.group) {
            EXPECT_NE(text.text.find(facts.group->name.in(text.language)), std::string::npos);
          }
          auto const numbered = lines_of(text.text);
          EXPECT_EQ(numbered[0].kind, LineKind::Title);
          EXPECT_EQ(std::any_of(numbered.begin(), numbered.end(),
                                [](Line const& line) { return line.kind == LineKind::TableRow; }),
                    kind.scope == Scope::Group);
        }
      }
    }
  }
}

// Prices as the tariff of that day says: a code of a unit costs, packages are free.
TEST(ContractTexts, PricesAreThoseOfTheTariff) {
  ContractFacts const facts = sample("uz").codes("water");
  ASSERT_GE(facts.group->prices.size(), 2U);
  std::string const text = write(facts)[1].text;
  std::vector<std::string> rows;
  for (Line const& line : lines_of(text))
    if (line.kind == LineKind::TableRow) rows.emplace_back(line.text);
  ASSERT_EQ(rows.size(), facts.group->prices.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Price const& price = facts.group->prices[i];
    EXPECT_EQ(std::count(rows[i].begin(), rows[i].end(), '\t'), 2);
    EXPECT_TRUE(rows[i].starts_with(price.name.ru)) << rows[i];
    EXPECT_EQ(rows[i].find(money(price.price_minor)) != std::string::npos, price.price_minor != 0) << rows[i];
  }
  EXPECT_EQ(money(6800), "68,00");
  EXPECT_EQ(money(123'456'705),
            "1\xC2\xA0"
            "234\xC2\xA0"
            "567,05");
}

// Paragraphs for a pilot, for a sole trader, for a contract that follows another stand only there, and
// numbers have no gaps.
TEST(ContractTexts, ConditionsHold) {
  ContractFacts facts = sample("ru").codes("milk");
  auto const lines = [&] { return lines_of(write(facts)[0].text).size(); };
  std::string const mandatory = write(facts)[0].text;
  EXPECT_NE(mandatory.find("\n3.4. "), std::string::npos);
  facts.group->mode = country::GroupMode::Pilot;
  std::string const pilot = write(facts)[0].text;
  EXPECT_EQ(pilot.find("\n3.2. "), std::string::npos);
  EXPECT_NE(pilot.find("\n1.2. "), std::string::npos);
  std::size_t const before = lines();
  facts.previous = Previous{"KM-2025-000003", *Date::parse("2025-04-01")};
  EXPECT_EQ(lines(), before + 1);
  EXPECT_NE(write(facts)[0].text.find("KM-2025-000003"), std::string::npos);
  EXPECT_NE(write(facts)[0].text.find("01.04.2025"), std::string::npos);
  facts.participant.tax_registration.reset();
  EXPECT_EQ(lines(), before);
}

// A contract with a gap, without a wording or with a group too many is not made.
TEST(ContractTexts, WhatIsMissingIsToldByName) {
  ContractFacts facts = sample("uz").facts;
  facts.participant.account = "  ";
  EXPECT_TRUE(refusal(facts).is(kFactMissing));
  EXPECT_EQ(refusal(facts).arguments().front().second, "participant_account");
  facts = sample("uz").facts;
  facts.date = *Date::parse("2025-12-31");
  EXPECT_TRUE(refusal(facts).is(kTemplateMissing));
  facts = sample("uz").codes("water");
  facts.kind = "connection";
  EXPECT_TRUE(refusal(facts).is(kGroupWrong));
  facts.kind = "codes";
  facts.group->prices.clear();
  EXPECT_TRUE(refusal(facts).is(kFactMissing));
  facts.group.reset();
  EXPECT_TRUE(refusal(facts).is(kGroupWrong));
}

// A name cannot begin a line of its own, nor become a placeholder.
TEST(ContractTexts, ValuesCannotWriteTheContract) {
  ContractFacts facts = sample("ru").facts;
  std::size_t const before = lines_of(write(facts)[0].text).size();
  facts.participant.name = "Evil\n9. Heading\n\f{operator_account}\tcell";
  std::string const text = write(facts)[0].text;
  EXPECT_EQ(lines_of(text).size(), before);
  EXPECT_NE(text.find("Evil 9. Heading  {operator_account} cell"), std::string::npos);
  EXPECT_EQ(text.find('\f'), std::string::npos);
}

// The bytes both parties sign are those of the description.
TEST(ContractManifest, IsAsDescribed) {
  ContractFacts const facts = sample("uz").codes("water");
  std::vector<ContractText> const texts{{Language::Uz, "bir\n"},
                                        {Language::Ru, "\xD0\xB4\xD0\xB2\xD0\xB0\n"}};
  std::string const manifest = manifest_of(facts, "KM-2026-000017", 2, texts);
  std::string const page = testing::read_file(source_path("docs/formats/contracts.md"));
  EXPECT_NE(page.find("```\n" + manifest + "```\n"), std::string::npos) << manifest;
  EXPECT_NE(
      manifest_of(sample("uz").facts, "KM-2026-000017", 2, texts).find("operator: 301234500\ntext: uz "),
      std::string::npos);
}

}  // namespace
}  // namespace tamga::contracts
