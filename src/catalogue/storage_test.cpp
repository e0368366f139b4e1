// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "base/testing/source_path.hpp"
#include "catalogue/card_desk.hpp"
#include "catalogue/card_rows.hpp"
#include "catalogue/classifiers.hpp"
#include "catalogue/drafts.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/given_goods.hpp"
#include "catalogue/moderation.hpp"
#include "catalogue/photos.hpp"
#include "catalogue/prefixes.hpp"
#include "catalogue/tables.hpp"
#include "registry/errors.hpp"
#include "registry/tables.hpp"
#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::catalogue {
namespace {

using registry::ParticipantNo;

class CatalogueStorage : public sql::testing::EachEngine {
 protected:
  static constexpr UnixMs kNow{1'772'442'000'000};

  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", registry::kMigrations);
    migrate("catalogue", kMigrations);
    products_ = registry::Catalogue::open(store()).value();
    book_ = CardBook::open(source_path("spec/uz/catalogue"), country_, store(), *products_).value();
  }
  void TearDown() override {
    book_.reset();
    products_.reset();
    EachEngine::TearDown();
  }
  static gs1::Gtin gtin() { return gs1::Gtin::parse("04787002000028").value(); }
  static Decision moderator(std::int64_t user, char const* person) {
    return {registry::UserNo(user), person, kNow};
  }

  /// What `work` does with a desk, in a transaction; shown when it went well.
  template <class Work>
  auto at_desk(Work const& work) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    CardDesk desk(book_.get(), *products_, *writer);
    auto done = work(desk);
    if (done) {
      EXPECT_TRUE(desk.write());
      EXPECT_TRUE(transaction.commit());
      desk.publish();
    }
    return done;
  }
  void submitted(std::string const& strength = "4.5") {
    auto const done = at_desk([&](CardDesk& desk) -> Result<void> {
      CardBody body{.gtin = gtin().text(), .group = "beer", .level = "UNIT", .attributes = {}};
      body.attributes.push_back({.id = "name_ru", .value = "Pivo"});
      body.attributes.push_back({.id = "strength", .value = strength});
      TAMGA_ASSIGN(card, desk.find(gtin()));
      std::optional<Edition> published;
      if (card && card->edition != 0) {
        TAMGA_ASSIGN(edition, desk.edition(gtin(), card->edition));
        published = std::move(edition);
      }
      Step step = submit(book_->rules(), {.body = std::move(body),
                                          .gtin = gtin(),
                                          .level = country::PackageLevel::Unit,
                                          .owner = ParticipantNo(1),
                                          .document = ledger::DocumentNo(++documents_),
                                          .now = kNow,
                                          .today = *Date::parse("2026-03-02"),
                                          .card = std::move(card),
                                          .published = std::move(published)});
      desk.put(std::move(step));
      return {};
    });
    ASSERT_TRUE(done);
  }
  Card card() {
    auto const reader = store().reader().value();
    return read_card(*reader, gtin()).value().value();
  }

  country::Country country_ = country::load_country(source_path("spec/uz")).value();
  std::unique_ptr<registry::Catalogue> products_;
  std::unique_ptr<CardBook> book_;
  std::int64_t documents_ = 0;
};

TEST_P(CatalogueStorage, ModeratorsDecide) {
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(7, "A")); })
                  .error()
                  .is(kCardUnknown));
  submitted();
  {
    auto const reader = store().reader().value();
    auto const queue = editions_in(*reader, EditionState::Moderation, {}, 10).value();
    ASSERT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue[0].due->text(), "2026-03-09");
    EXPECT_EQ(queue[0].body.value("strength"), "4.5");
  }
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return take(desk, gtin(), moderator(7, "A")); }));
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(8, "B")); })
                  .error()
                  .is(kCardTaken));
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return give_back(desk, gtin(), {}, moderator(7, "A")); })
                  .error()
                  .is(kRemarksMissing));
  EXPECT_TRUE(at_desk([](CardDesk& desk) {
    return give_back(desk, gtin(), {{"/level", "why"}}, moderator(7, "A"));
  }));
  EXPECT_EQ(card().state, CardState::Returned);
  EXPECT_FALSE(products_->find(gtin()).value().has_value());
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(7, "A")); })
                  .error()
                  .is(kCardState));

  submitted();
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return take(desk, gtin(), moderator(7, "A")); }));
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return take(desk, gtin(), moderator(8, "B")); })) << "taken over";
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(8, "B")); }));
  EXPECT_EQ(card().version, 1);
  EXPECT_EQ(products_->find(gtin()).value()->card_version, 1);
  EXPECT_EQ(book_->index().size(), 1U);

  EXPECT_TRUE(at_desk([](CardDesk& desk) { return block_by_operator(desk, gtin(), "why", kNow); }));
  EXPECT_FALSE(products_->find(gtin()).value()->published);
  EXPECT_EQ(book_->index().size(), 0U);
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return unblock_by_operator(desk, gtin(), kNow); }));
  submitted("5.5");
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(8, "B")); }));
  EXPECT_EQ(card().version, 2);
  auto const reader = store().reader().value();
  auto const editions = read_editions(*reader, gtin(), 10).value();
  ASSERT_EQ(editions.size(), 3U);
  EXPECT_EQ(editions[1].state, EditionState::Replaced);
  EXPECT_EQ(editions[2].remarks[0].at, "/level");
}

// Two that read the same card: the later one is judged anew.
TEST_P(CatalogueStorage, TheLaterWriterIsJudgedAnew) {
  submitted();
  Card stale = card();
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return take(desk, gtin(), moderator(7, "A")); }));
  auto writer = store().writer().value();
  auto transaction = sql::Transaction::begin(*writer).value();
  EXPECT_TRUE(write_card(*writer, stale).error().is(sql::kStoreConflict));
}

// What was published is found again after a restart, and by other processes of the store.
TEST_P(CatalogueStorage, TheIndexIsReadAnew) {
  auto const other = CardBook::open(source_path("spec/uz/catalogue"), country_, store(), *products_).value();
  submitted();
  EXPECT_TRUE(at_desk([](CardDesk& desk) { return publish(desk, gtin(), moderator(8, "B")); }));
  EXPECT_EQ(other->index().size(), 0U);
  ASSERT_TRUE(other->refresh(store()));
  EXPECT_EQ(other->index().find({.words = {"piv"}}, {}, 10), std::vector<gs1::Gtin>{gtin()});
}

TEST_P(CatalogueStorage, GivenGoodsHaveCards) {
  registry::Product product{gtin(), ParticipantNo(1), "beer", "UNIT", {}, true};
  product.name.in(Language::Ru) = "Pivo";
  ASSERT_TRUE(give_goods(*book_, store(), {&product, 1}, kNow));
  ASSERT_TRUE(give_goods(*book_, store(), {&product, 1}, kNow)) << "a card that is there stays";
  EXPECT_EQ(card().editions, 1);
  EXPECT_EQ(products_->find(gtin()).value()->name.in(Language::Ru), "Pivo");
  product.owner = ParticipantNo(2);
  EXPECT_TRUE(give_goods(*book_, store(), {&product, 1}, kNow).error().is(registry::kProductOfAnother));
}

TEST_P(CatalogueStorage, PrefixesDoNotOverlap) {
  auto writer = store().writer().value();
  auto const assign = [&](char const* prefix, std::uint32_t who) {
    auto const done = assign_prefix(*writer, {prefix, ParticipantNo(who), "s", "p", kNow});
    return done ? "" : std::string(done.error().name());
  };
  EXPECT_EQ(assign("4787002", 1), "");
  EXPECT_EQ(assign("4787002", 1), "");
  EXPECT_EQ(assign("4787002", 2), "PREFIX_TAKEN");
  EXPECT_EQ(assign("478700200", 2), "PREFIX_TAKEN") << "inside";
  EXPECT_EQ(assign("47870", 2), "PREFIX_TAKEN") << "around";
  EXPECT_EQ(assign("478700200", 1), "");
  EXPECT_EQ(assign("4607002000012", 2), "");
  EXPECT_EQ(assign("478", 1), "PREFIX_FORM");
  EXPECT_EQ(assign("47870x", 1), "PREFIX_FORM");
  EXPECT_EQ(holder_of(*writer, gtin()).value(), ParticipantNo(1));
  EXPECT_EQ(holder_of(*writer, gs1::Gtin::parse("14787002000025").value()).value(), ParticipantNo(1))
      << "any level";
  EXPECT_EQ(holder_of(*writer, gs1::Gtin::parse("4607002000012").value()).value(), ParticipantNo(2));
  EXPECT_EQ(holder_of(*writer, gs1::Gtin::parse("4787001000012").value()).value(), std::nullopt);
  EXPECT_EQ(prefixes(*writer, ParticipantNo(1), "", 10).value().size(), 2U);
  EXPECT_TRUE(withdraw_prefix(*writer, "4607002000012"));
  EXPECT_TRUE(withdraw_prefix(*writer, "4607002000012").error().is(kPrefixUnknown));
  EXPECT_EQ(prefixes(*writer, std::nullopt, "", 10).value().size(), 2U);
}

TEST_P(CatalogueStorage, PicturesAreWhatTheyAre) {
  auto writer = store().writer().value();
  std::string const png = std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) + "rest";
  auto const keep = [&](std::string picture) {
    return keep_photo(*writer, book_->rules(),
                      {.gtin = gtin(),
                       .owner = ParticipantNo(1),
                       .format = {},
                       .uploaded_at = kNow,
                       .picture = std::move(picture)});
  };
  std::string const digest = keep(png).value();
  EXPECT_EQ(keep(png).value(), digest);
  EXPECT_TRUE(keep("GIF89a").error().is(kPhotoFormat));
  EXPECT_TRUE(keep(png.substr(0, 8)).error().is(kPhotoFormat));
  EXPECT_TRUE(keep("\xFF\xD8\xFF...").error().is(kPhotoFormat)) << "cut off";
  EXPECT_TRUE(keep("\xFF\xD8\xFF...\xFF\xD9"));
  EXPECT_TRUE(keep(std::string(5 << 20, 'x')).error().is(kPhotoSize));
  auto const found = find_photo(*writer, gtin(), digest).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->picture, png);
  EXPECT_EQ(found->format, PhotoFormat::Png);
  EXPECT_TRUE(has_photo(*writer, gtin(), ParticipantNo(1), digest).value());
  EXPECT_FALSE(has_photo(*writer, gtin(), ParticipantNo(2), digest).value());
  EXPECT_FALSE(find_photo(*writer, gtin(), "no digest").value().has_value());
  for (int i = 0; i < 28; ++i) EXPECT_TRUE(keep(png + std::to_string(i)));
  EXPECT_TRUE(keep(png + "last").error().is(kPhotoCount));
}

TEST_P(CatalogueStorage, ClassifiersCountFromTheirDay) {
  auto writer = store().writer().value();
  Classifier const& tnved = *book_->rules().classifier("tnved");
  auto const day = [](char const* text) { return *Date::parse(text); };
  EXPECT_TRUE(is_in_force(*writer, "tnved", "2203000100", day("2026-03-01")).value())
      << "nothing is loaded yet";
  std::istringstream csv("code,name_ru,name_uz\n2203000100,Pivo,Pivo uz\n2201 10 110 0,Suv,\n");
  auto const entries = read_classifier(tnved, csv);
  ASSERT_TRUE(entries) << describe(entries.error());
  EXPECT_EQ((*entries)[1].code, "2201101100");
  ASSERT_TRUE(insert_classifier(*writer,
                                {.number = 1,
                                 .classifier = "tnved",
                                 .effective_from = day("2026-03-05"),
                                 .loaded_at = kNow,
                                 .person = "p"},
                                *entries));
  EXPECT_TRUE(is_in_force(*writer, "tnved", "9999999999", day("2026-03-04")).value());
  EXPECT_FALSE(is_in_force(*writer, "tnved", "9999999999", day("2026-03-05")).value());
  EXPECT_TRUE(is_in_force(*writer, "tnved", "2203000100", day("2026-03-05")).value());
  EXPECT_EQ(entries_beginning(*writer, "tnved", "2203", day("2026-03-05"), 10).value().at(0).name_uz,
            "Pivo uz");
  EXPECT_TRUE(is_in_force(*writer, "ikpu", "1", day("2026-03-05")).value());
  EXPECT_EQ(classifier_loads(*writer, 10).value().at(0).entries, 2);
  std::istringstream wrong("code,name_ru\n2203000100,Pivo\n2203000100,Pivo\n77,x\n2201101100,\n");
  auto const refused = read_classifier(tnved, wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(describe(refused.error()), "CLASSIFIER_ROW at /content {rows=3, 4, 5} {code=2203000100}");
  std::istringstream no_columns("a,b\n1,2\n");
  EXPECT_TRUE(read_classifier(tnved, no_columns).error().is(kClassifierColumns));
}

TEST_P(CatalogueStorage, DraftsAreKeptByCompany) {
  auto writer = store().writer().value();
  CardBody const body{.gtin = gtin().text(), .group = "beer", .level = "UNIT", .attributes = {}};
  ASSERT_TRUE(save_drafts(*writer, ParticipantNo(1), {{ParticipantNo(1), gtin(), "beer", body, "p", kNow}}));
  ASSERT_TRUE(save_drafts(*writer, ParticipantNo(2), {{ParticipantNo(2), gtin(), "beer", body, "q", kNow}}));
  EXPECT_EQ(find_draft(*writer, ParticipantNo(1), gtin()).value()->person, "p");
  EXPECT_EQ(find_draft(*writer, ParticipantNo(2), gtin()).value()->person, "q");
  EXPECT_EQ(drafts_of(*writer, ParticipantNo(1), {}, 10).value().size(), 1U);
  EXPECT_TRUE(discard_draft(*writer, ParticipantNo(1), gtin()).value());
  EXPECT_FALSE(discard_draft(*writer, ParticipantNo(1), gtin()).value());
  EXPECT_TRUE(find_draft(*writer, ParticipantNo(2), gtin()).value().has_value());
}

INSTANTIATE_TEST_SUITE_P(Engines, CatalogueStorage, sql::testing::engines());

}  // namespace
}  // namespace tamga::catalogue
