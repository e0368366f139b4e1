// SPDX-License-Identifier: Apache-2.0
// What a person needs at hand: notices, settings, one field that finds everything.
#include <sstream>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

constexpr char const* kGtin = "04780000000014";

/// A maker and a shop, a shipment on its way between them.
class DeskTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    for (Person* one : {&*maker_, &*shop_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, kGtin);
    auto const order = maker_->document({{"kind", "order_codes"},
                                         {"group", "water"},
                                         {"release_method", "OWN_PRODUCTION"},
                                         {"lines", {{{"gtin", kGtin}, {"quantity", 4}}}}});
    ASSERT_EQ(order.json.value("status", ""), "accepted") << order.json;
    order_ = order.json.at("document");
    std::istringstream lines(maker_->get("/api/v1/orders/" + order_ + "/lines/0/codes").raw.body);
    for (std::string line; std::getline(lines, line);) codes_.push_back(line);
    auto const applied = maker_->document(
        {{"kind", "apply"}, {"produced_on", "2026-02-20"}, {"expires_on", "2026-12-31"}, {"codes", codes_}});
    ASSERT_EQ(applied.json.value("status", ""), "accepted") << applied.json;
    auto const shipped =
        maker_->document({{"kind", "ship"}, {"receiver", "302222222"}, {"codes", {codes_[0], codes_[1]}}});
    ASSERT_EQ(shipped.json.value("status", ""), "accepted") << shipped.json;
    shipment_ = shipped.json.at("document");
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    RunningSystem::TearDown();
  }
  Reply change(Person& who, http::Method method, std::string const& target, Json const& body) {
    return who.send(method, target, {{"Idempotency-Key", "desk " + std::to_string(++keys_)}}, body.dump());
  }
  std::vector<std::string> found(Person& who, std::string const& text) {
    auto const answer = who.get("/api/v1/find?text=" + escaped(text));
    EXPECT_EQ(answer.status, 200) << answer.json;
    std::vector<std::string> out;
    for (Json const& hit : answer.json.at("hits"))
      out.push_back(hit.at("kind").get<std::string>() + " " + hit.at("id").get<std::string>());
    return out;
  }
  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::string order_;
  std::string shipment_;
  std::vector<std::string> codes_;
  int keys_ = 0;
};

TEST_P(DeskTest, NoticesWaitForWhoeverWasAway) {
  auto const page = shop_->get("/api/v1/notices");
  ASSERT_EQ(page.json.at("notices").size(), 1U) << page.json;
  Json const& notice = page.json.at("notices")[0];
  EXPECT_EQ(notice.at("event"), "shipment.incoming");
  EXPECT_NE(notice.at("data").get<std::string>().find(shipment_), std::string::npos);
  EXPECT_EQ(notice.at("unread"), true);
  EXPECT_EQ(page.json.at("unread"), 1);
  EXPECT_EQ(maker_->get("/api/v1/notices").json.at("notices").size(), 0U) << "told to the receiver alone";

  restart();
  shop_->connect(port_);
  auto const read =
      change(*shop_, http::Method::Post, "/api/v1/notices/read", {{"up_to", notice.at("notice")}});
  ASSERT_EQ(read.status, 200) << read.json;
  EXPECT_EQ(read.json.at("unread"), 0);
  EXPECT_EQ(shop_->get("/api/v1/notices").json.at("notices")[0].at("unread"), false);
  EXPECT_EQ(change(*shop_, http::Method::Post, "/api/v1/notices/read", {{"up_to", "soon"}}).status, 400);
}

TEST_P(DeskTest, SettingsFollowThePerson) {
  EXPECT_TRUE(maker_->get("/api/v1/me/preferences").json.at("preferences").empty());
  auto const kept = change(*maker_, http::Method::Put, "/api/v1/me/preferences/looks", {{"value", "dark"}});
  ASSERT_EQ(kept.status, 200) << kept.json;
  restart();
  maker_->connect(port_);
  EXPECT_EQ(maker_->get("/api/v1/me/preferences").json.at("preferences"), (Json{{"looks", "dark"}}));
  shop_->connect(port_);
  EXPECT_TRUE(shop_->get("/api/v1/me/preferences").json.at("preferences").empty());
}

TEST_P(DeskTest, OneFieldFindsEverything) {
  std::string const cis = codes_[0].substr(0, codes_[0].find('\x1D'));
  EXPECT_EQ(found(*maker_, codes_[0]), std::vector<std::string>{"code " + cis});
  EXPECT_EQ(found(*shop_, "  " + cis + "\r\n"), std::vector<std::string>{"code " + cis});
  EXPECT_EQ(found(*maker_, kGtin), std::vector<std::string>{std::string("product ") + kGtin});
  EXPECT_EQ(found(*maker_, order_), (std::vector<std::string>{"order " + order_, "document " + order_}));
  EXPECT_EQ(found(*maker_, shipment_), std::vector<std::string>{"document " + shipment_});
  EXPECT_EQ(found(*maker_, "302222222"), std::vector<std::string>{"participant 302222222"});
  EXPECT_TRUE(found(*shop_, order_).empty()) << "an order of another";
  EXPECT_TRUE(found(*maker_, "nothing at all").empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, DeskTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
