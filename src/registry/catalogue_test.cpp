// SPDX-License-Identifier: Apache-2.0
#include "registry/catalogue.hpp"

#include <gtest/gtest.h>

#include "registry/errors.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::registry {
namespace {

gs1::Gtin gtin(std::string_view text) { return gs1::Gtin::parse(text).value(); }

Product product(std::string_view number, std::uint32_t owner, std::string name) {
  Product made{
      .gtin = gtin(number), .owner = ParticipantNo(owner), .group = "lemonade", .level = "UNIT", .name = {}};
  for (Language const language : kLanguages)
    made.name.in(language) = name + " " + std::string(code_of(language));
  return made;
}

class CatalogueTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", kMigrations);
    open();
  }
  void open() { catalogue_ = Catalogue::open(store()).value(); }
  void put(Product const& product) {
    auto const done = catalogue_->put({&product, 1});
    ASSERT_TRUE(done) << describe(done.error());
  }
  std::unique_ptr<Catalogue> catalogue_;
};

TEST_P(CatalogueTest, AProductIsFoundAsItWasPut) {
  put(product("04780000000014", 1, "Lemonade"));
  for (int round = 0; round < 2; ++round) {
    auto const found = catalogue_->find(gtin("04780000000014")).value();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->owner, ParticipantNo(1));
    EXPECT_EQ(found->group, "lemonade");
    EXPECT_EQ(found->level, "UNIT");
    EXPECT_EQ(found->name.in(Language::Uz), "Lemonade uz");
    EXPECT_EQ(found->name.in(Language::Ru), "Lemonade ru");
    EXPECT_TRUE(found->published);
    reopen();
    open();
  }
}

// "There is none" is remembered where nobody else could add one, and forgotten when one is added.
TEST_P(CatalogueTest, AProductShowsAlthoughItWasAskedForBefore) {
  EXPECT_FALSE(catalogue_->find(gtin("04780000000014")).value());
  EXPECT_FALSE(catalogue_->find(gtin("04780000000014")).value());
  put(product("04780000000014", 1, "Lemonade"));
  EXPECT_TRUE(catalogue_->find(gtin("04780000000014")).value());
}

TEST_P(CatalogueTest, OnASharedStoreAProductOfAnotherProcessShowsAtOnce) {
  if (GetParam() == sql::Engine::Sqlite) return;  // SQLite belongs to one process
  auto const other = Catalogue::open(store()).value();
  EXPECT_FALSE(other->find(gtin("04780000000014")).value());
  put(product("04780000000014", 1, "Lemonade"));
  EXPECT_TRUE(other->find(gtin("04780000000014")).value());
}

TEST_P(CatalogueTest, ReplacingChangesWhatIsShown) {
  put(product("04780000000014", 1, "Lemonade"));
  ASSERT_TRUE(catalogue_->look(gtin("04780000000014")).value());
  auto changed = product("04780000000014", 1, "Kvass");
  changed.published = false;
  put(changed);
  auto const found = catalogue_->look(gtin("04780000000014")).value();
  EXPECT_EQ(found->name.in(Language::En), "Kvass en");
  EXPECT_FALSE(found->published);
}

// A GTIN has one owner; a list with one foreign GTIN changes nothing.
TEST_P(CatalogueTest, NobodyTakesAnotherOnesProduct) {
  put(product("04780000000014", 1, "Lemonade"));
  std::vector const list{product("04780000000021", 2, "Tea"), product("04780000000014", 2, "Stolen")};
  auto const refused = catalogue_->put(list);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kProductOfAnother));
  EXPECT_EQ(refused.error().where(), "/1");
  EXPECT_FALSE(catalogue_->find(gtin("04780000000021")).value());
  EXPECT_EQ(catalogue_->find(gtin("04780000000014")).value()->owner, ParticipantNo(1));
}

TEST_P(CatalogueTest, ProductsOfAnOwnerComeInPages) {
  std::vector const list{product("04780000000038", 1, "c"), product("04780000000014", 1, "a"),
                         product("04780000000021", 1, "b"), product("04780000000045", 2, "foreign")};
  ASSERT_TRUE(catalogue_->put(list));
  auto const first = catalogue_->of_owner(ParticipantNo(1), gs1::Gtin(), 2).value();
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].gtin, gtin("04780000000014"));
  EXPECT_EQ(first[1].gtin, gtin("04780000000021"));
  auto const rest = catalogue_->of_owner(ParticipantNo(1), first[1].gtin, 2).value();
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].gtin, gtin("04780000000038"));
}

INSTANTIATE_TEST_SUITE_P(Engines, CatalogueTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
