// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/testing/source_path.hpp"
#include "business_register/extract.hpp"
#include "country/spec_tree.hpp"
#include "identifiers/rule.hpp"

namespace tamga::business_register {
namespace {

class SandboxExtract : public ::testing::TestWithParam<char const*> {
 protected:
  std::string folder() const { return source_path("spec") / GetParam(); }
};

std::string text_of(country::SpecNode const& table, std::string_view key) {
  auto const* const node = table.find(key);
  return node == nullptr ? std::string() : node->text;
}

// The book of the sandbox: every row right and without doubt, every company of the sandbox in it as its
// certificate says, and businesses of every kind that a check must meet.
TEST_P(SandboxExtract, SaysWhatCertificatesSayAndMore) {
  auto const loaded = country::load_country(folder());
  ASSERT_TRUE(loaded) << describe(loaded.error());
  auto const& rules = loaded->rules().identifiers;
  std::ifstream in(folder() + "/sandbox_register.csv", std::ios::binary);
  auto extract = Extract::open(in, "sandbox_register.csv", rules, *Date::parse("2026-03-01"));
  ASSERT_TRUE(extract) << describe(extract.error());
  std::map<std::string, BusinessEntity> book;
  std::map<EntityStatus, int> statuses;
  int individuals = 0;
  for (;;) {
    auto const row = extract->next();
    ASSERT_TRUE(row) << describe(row.error());
    if (!*row) break;
    ASSERT_TRUE((*row)->entity) << describe((*row)->entity.error());
    EXPECT_FALSE((*row)->doubted) << (*row)->line;
    auto const& entity = *(*row)->entity;
    EXPECT_TRUE(entity.director && entity.address && entity.registered_on && entity.vat_payer)
        << (*row)->line;
    ++statuses[entity.status];
    if (identifiers::kind_of(rules.tax_id, entity.tax_id) == identifiers::Holder::Individual) ++individuals;
    book.emplace(entity.tax_id, entity);
  }
  for (auto const status : {EntityStatus::Liquidated, EntityStatus::Liquidating, EntityStatus::Suspended})
    EXPECT_GE(statuses[status], 1);
  EXPECT_GE(individuals, 1);

  auto const sandbox = country::read_spec(folder() + "/sandbox.toml");
  ASSERT_TRUE(sandbox) << describe(sandbox.error());
  auto const& companies = sandbox->find("companies")->items;
  EXPECT_GE(book.size(), companies.size() + 12);
  for (auto const& company : companies) {
    auto const found = book.find(text_of(company, "tax_id"));
    ASSERT_NE(found, book.end()) << text_of(company, "name");
    auto const& entity = found->second;
    EXPECT_EQ(entity.name, text_of(company, "name"));
    EXPECT_EQ(entity.registry_id.value_or(""), text_of(company, "registry_id"));
    EXPECT_EQ(entity.kpp.has_value(), rules.has_kpp(entity.tax_id));
    EXPECT_EQ(entity.director->name, text_of(company, "person"));
    EXPECT_EQ(entity.director->person_id, text_of(company, "person_id"));
    EXPECT_EQ(entity.status, EntityStatus::Active);
  }
}

INSTANTIATE_TEST_SUITE_P(Countries, SandboxExtract, ::testing::Values("ru", "uz"));

}  // namespace
}  // namespace tamga::business_register
