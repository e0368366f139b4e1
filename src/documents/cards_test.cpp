// SPDX-License-Identifier: Apache-2.0
// Features 2.9 and 3.7: product cards, from the first edition to the archive.
#include "catalogue/card_rows.hpp"
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;
using testing::water_card;

class CardsTest : public testing::TradeTest {
 protected:
  static constexpr char const* kGtin = "4609000000018";

  void SetUp() override {
    TradeTest::SetUp();
    stage().assign_prefix(maker_, "460900");
  }
  static gs1::Gtin number(std::string const& gtin) { return gs1::Gtin::parse(gtin).value(); }
  std::optional<catalogue::Card> card(std::string const& gtin) {
    auto const reader = store().reader().value();
    return catalogue::read_card(*reader, number(gtin)).value();
  }
  catalogue::Edition edition(std::string const& gtin, std::int32_t no) {
    auto const reader = store().reader().value();
    return catalogue::read_edition(*reader, number(gtin), no).value().value();
  }
  Texts order(std::string const& gtin) {
    return stage()
        .send(maker_, "order_codes",
              fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                      R"("lines":[{)" + field("gtin", gtin) + R"(,"quantity":2}])"}))
        .lines;
  }
  static std::string ending(std::string const& gtin) {
    return fields({field("gtin", gtin), field("reason", "r")});
  }
};

// Goods of low risk are published by the checks alone, and codes may be ordered at once.
TEST_P(CardsTest, LowRiskIsPublishedByTheChecks) {
  EXPECT_EQ(order(kGtin), Texts{"/lines/0/gtin PRODUCT_UNKNOWN"});
  Outcome const sent = accepted(maker_, "publish_card", water_card(kGtin));
  EXPECT_EQ(sent.notices.size(), 1U);
  EXPECT_EQ(card(kGtin)->state, catalogue::CardState::Published);
  EXPECT_EQ(card(kGtin)->customs_class, "2201101100");
  EXPECT_EQ(edition(kGtin, 1).document, sent.number);
  EXPECT_FALSE(edition(kGtin, 1).due.has_value());
  EXPECT_EQ(order(kGtin), Texts{});
}

// Everything that is wrong is told at once, each at its field.
TEST_P(CardsTest, AllRemarksAtOnce) {
  std::string const body =
      R"("card":{"gtin":"4607000000014","group":"water","level":"UNIT","attributes":[)"
      R"({"id":"name_ru","value":"V"},{"id":"brand","value":"Suv"},{"id":"brand","value":"Suv"},)"
      R"({"id":"tn_ved","value":"2203000100"},{"id":"origin","value":"Russia"},{"id":"carbonation","value":"wild"},)"
      R"({"id":"net_amount","value":"0,5","unit":"gallon"},{"id":"moon_phase","value":"full"}],)"
      R"("nested":[{"gtin":"4609000000018","quantity":6}],)"
      R"("conformity":[{"kind":"conformity_declaration","number":"D-1","issuer":"I","until":"2026-03-01"}],)"
      R"("photos":["0000000000000000000000000000000000000000000000000000000000000000"]})";
  EXPECT_EQ(
      refused(maker_, "publish_card", body),
      (Texts{"/card/gtin CARD_GTIN_NOT_OWN", "/card/attributes/0/value CARD_ATTRIBUTE_RANGE",
             "/card/attributes/2/id CARD_ATTRIBUTE_TWICE", "/card/attributes/3/value CARD_CLASS_OUTSIDE",
             "/card/attributes/4/value CARD_ATTRIBUTE_FORM", "/card/attributes/5/value CARD_ATTRIBUTE_CHOICE",
             "/card/attributes/6/value CARD_ATTRIBUTE_FORM", "/card/attributes/6/unit CARD_ATTRIBUTE_UNIT",
             "/card/attributes/7/id CARD_ATTRIBUTE_UNKNOWN", "/card/attributes CARD_ATTRIBUTE_MISSING",
             "/card/attributes CARD_ATTRIBUTE_MISSING", "/card/nested CARD_NESTED_NOT_FOR_LEVEL",
             "/card/conformity/0/until CARD_CONFORMITY_EXPIRED", "/card/photos/0 CARD_PHOTO_UNKNOWN"}));
}

// A wrong check digit is told at the number; a number of another is nobody's business.
TEST_P(CardsTest, WhoseNumberItIs) {
  EXPECT_EQ(refused(maker_, "publish_card", water_card("4609000000019")),
            Texts{"/card/gtin GTIN_CHECK_DIGIT"});
  EXPECT_EQ(refused(shop_, "publish_card", water_card(kGtin)), Texts{"/card/gtin CARD_GTIN_NOT_OWN"});
  accepted(maker_, "publish_card", water_card(kGtin));
  EXPECT_EQ(refused(shop_, "publish_card", water_card(kGtin)), Texts{"/card/gtin PRODUCT_OF_ANOTHER"});
  stage().assign_prefix(maker_, "2000");
  EXPECT_EQ(refused(maker_, "publish_card", water_card("2000000000015")),
            Texts{"/card/gtin CARD_GTIN_LOCAL"});
}

// A legal attribute makes a new version; codes keep the one under which they were ordered.
TEST_P(CardsTest, VersionsFollowLegalAttributes) {
  accepted(maker_, "publish_card", water_card(kGtin));
  Outcome const first = accepted(maker_, "order_codes",
                                 fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                                         R"("lines":[{)" + field("gtin", kGtin) + R"(,"quantity":1}])"}));
  EXPECT_EQ(refused(maker_, "publish_card", water_card(kGtin)), Texts{"/card CARD_UNCHANGED"});
  accepted(maker_, "publish_card", water_card(kGtin, R"(,{"id":"purpose","value":"Drinking"})"));
  EXPECT_EQ(card(kGtin)->edition, 2);
  EXPECT_EQ(card(kGtin)->version, 1) << "what the goods are for is no legal attribute";
  accepted(maker_, "publish_card", water_card(kGtin, R"(,{"id":"composition","value":"Water"})"));
  EXPECT_EQ(card(kGtin)->version, 2);
  EXPECT_EQ(edition(kGtin, 1).state, catalogue::EditionState::Replaced);
  Outcome const second = accepted(maker_, "order_codes",
                                  fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                                          R"("lines":[{)" + field("gtin", kGtin) + R"(,"quantity":1}])"}));
  EXPECT_EQ(stage().order(first.number)->lines[0].card_version, 1);
  EXPECT_EQ(stage().order(second.number)->lines[0].card_version, 2);
}

// What somebody must look at waits, with the day until which he has time; codes wait with it.
TEST_P(CardsTest, OthersWaitForModeration) {
  std::string body = water_card(kGtin, R"(,{"id":"strength","value":"4.5"})");
  body.replace(body.find(R"("group":"water")"), 15, R"("group":"beer")");
  body.replace(body.find("2201101100"), 10, "2203000100");
  body.replace(body.find(R"({"id":"carbonation","value":"still"},)"), 37, "");
  accepted(maker_, "publish_card", body);
  EXPECT_EQ(card(kGtin)->state, catalogue::CardState::Moderation);
  EXPECT_EQ(edition(kGtin, 1).due->text(), "2026-03-03") << "one working day";
  EXPECT_EQ(order(kGtin), Texts{"/lines/0/gtin PRODUCT_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "publish_card", body), Texts{"/card/gtin CARD_IN_MODERATION"});
  EXPECT_EQ(refused(maker_, "block_card", ending(kGtin)), Texts{"/gtin CARD_UNKNOWN"});
}

// A blocked card stops orders and nothing else; an archived one stays so.
TEST_P(CardsTest, BlockedAndArchived) {
  accepted(maker_, "publish_card", water_card(kGtin));
  Texts const codes = stage().ordered(maker_, kGroup, number(kGtin), 2);
  EXPECT_EQ(refused(shop_, "block_card", ending(kGtin)), Texts{"/gtin CARD_UNKNOWN"});
  accepted(maker_, "block_card", ending(kGtin));
  EXPECT_EQ(order(kGtin), Texts{"/lines/0/gtin PRODUCT_NOT_PUBLISHED"});
  accepted(maker_, "apply", report(codes));
  EXPECT_EQ(refused(maker_, "block_card", ending(kGtin)), Texts{"/gtin CARD_STATE"});
  accepted(maker_, "publish_card", water_card(kGtin));
  EXPECT_EQ(order(kGtin), Texts{});
  accepted(maker_, "archive_card", ending(kGtin));
  EXPECT_EQ(order(kGtin), Texts{"/lines/0/gtin PRODUCT_NOT_PUBLISHED"});
  EXPECT_EQ(refused(maker_, "publish_card", water_card(kGtin, R"(,{"id":"purpose","value":"Drinking"})")),
            Texts{"/card/gtin CARD_ARCHIVED"});
}

// A pack names goods that are there and the sender's own.
TEST_P(CardsTest, PacksHoldOwnGoods) {
  auto const pack = [&](std::string const& nested) {
    std::string body = water_card("14609000000015", "", R"(,"nested":)" + nested);
    body.replace(body.find("UNIT"), 4, "GROUP");
    return body;
  };
  EXPECT_EQ(refused(maker_, "publish_card", pack("[]")), Texts{"/card/nested CARD_NESTED_MISSING"});
  EXPECT_EQ(refused(maker_, "publish_card", pack(R"([{"gtin":"4609000000025","quantity":1}])")),
            (Texts{"/card/nested/0/gtin CARD_NESTED_UNKNOWN", "/card/nested CARD_NESTED_QUANTITY"}));
  accepted(maker_, "publish_card", water_card(kGtin));
  accepted(maker_, "publish_card", pack(R"([{"gtin":"4609000000018","quantity":12}])"));
}

// The same goods under two numbers are one of them too many.
TEST_P(CardsTest, NoSecondCardOfTheSameGoods) {
  auto const named = [](std::string const& gtin) {
    std::string body = water_card(gtin);
    body.replace(body.find("Voda " + gtin), 5 + gtin.size(), "Voda");
    return body;
  };
  accepted(maker_, "publish_card", named(kGtin));
  EXPECT_EQ(refused(maker_, "publish_card", named("4609000000025")), Texts{"/card CARD_DUPLICATE"});
}

INSTANTIATE_TEST_SUITE_P(Engines, CardsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
