// SPDX-License-Identifier: Apache-2.0
// What calls change outside documents is told field by field, before and after, beside the journal.
#include "api/testing/request_bodies.hpp"
#include "api/testing/running_system.hpp"
#include "base/testing/source_path.hpp"
#include "journal/journal.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

class CallChangesTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    registrars_file_ = source_path("src/api/testing/registrars.toml");
    RunningSystem::SetUp();
    maker_.emplace(person("Maker", "301234567"));
    operator_.emplace(person("Operator", "303333333", true));
    for (Person* one : {&*maker_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
  }
  void TearDown() override {
    maker_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  static Reply remove(Person& who, std::string const& target) {
    return who.send(http::Method::Delete, target, {{"Idempotency-Key", "remove " + target}});
  }
  Reply put(std::string const& target, Json const& body) {
    std::string const bytes = body.dump();
    std::string const asked =
        operator_->post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
            .json.value("challenge", "");
    return operator_->send(
        http::Method::Put, target,
        {{"X-Step-Up", operator_->signed_text(asked)}, {"Idempotency-Key", "put " + std::to_string(++puts_)}},
        bytes);
  }
  /// The fields of the last entry of an action as "name: before > after".
  static std::vector<std::string> told(Person& who, std::string const& action) {
    std::vector<std::string> out;
    Json const entries = who.get("/api/v1/journal?action=" + action).json.at("entries");
    EXPECT_FALSE(entries.empty()) << action;
    if (entries.empty()) return out;
    for (Json const& one : entries[0].value("changes", Json::array()))
      out.push_back(one.at("field").get<std::string>() + ": " + one.at("before").get<std::string>() + " > " +
                    one.at("after").get<std::string>());
    return out;
  }
  using Told = std::vector<std::string>;

  int puts_ = 0;
  std::optional<Person> maker_;
  std::optional<Person> operator_;
};

TEST_P(CallChangesTest, OfChannels) {
  auto const asked = maker_->post_confirmed(
      "/api/v1/channels",
      {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "didox"}, {"requisite", "301234567"}});
  ASSERT_EQ(asked.status, 201) << asked.json;
  std::string const number = asked.json.at("number");
  EXPECT_EQ(told(*maker_, "channel.connect"), (Told{"channel:  > edo", "operator:  > didox",
                                                    "requisite:  > 301234567", "state:  > requested"}));
  Json const answer{{"kind", "settle_channel"},
                    {"number", std::stoll(number)},
                    {"accepted", false},
                    {"reason", "no contract"}};
  ASSERT_EQ(operator_->post_confirmed("/api/v1/operator/channels/" + number, answer).status, 200);
  EXPECT_EQ(told(*operator_, "channel.settle"),
            (Told{"state: requested > refused", "reason:  > no contract"}));
  auto const again = maker_->post_confirmed(
      "/api/v1/channels", {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}});
  ASSERT_EQ(again.status, 201) << again.json;
  ASSERT_LT(remove(*maker_, "/api/v1/channels/" + again.json.at("number").get<std::string>()).status, 300);
  EXPECT_EQ(told(*maker_, "channel.disconnect"), (Told{"state: active > ended"}));
}

TEST_P(CallChangesTest, OfManagersAndTermsOfAGroup) {
  Json manager{{"kind", "set_group_manager"},
               {"group", "water"},
               {"name", "Aliyeva"},
               {"email", "water@operator.example"},
               {"phone", "+998712000099"}};
  ASSERT_EQ(operator_->post_confirmed("/api/v1/operator/group-managers", manager, "m 1").status, 204);
  manager["name"] = "Valiyeva";
  ASSERT_EQ(operator_->post_confirmed("/api/v1/operator/group-managers", manager, "m 2").status, 204);
  EXPECT_EQ(told(*operator_, "group_manager.set"), (Told{"name: Aliyeva > Valiyeva"}));
  std::string const from = Date::from_days(Date::of(clock_.now()).days() + 20).text();
  auto const amended = operator_->post_confirmed("/api/v1/operator/group-terms", {{"kind", "amend_group"},
                                                                                  {"group", "water"},
                                                                                  {"from", from},
                                                                                  {"mode", "pilot"},
                                                                                  {"reason", "Order 12"}});
  ASSERT_EQ(amended.status, 201) << amended.json;
  EXPECT_EQ(told(*operator_, "group.amend"),
            (Told{"mode: mandatory > pilot", "group:  > water", "from:  > " + from}));
}

TEST_P(CallChangesTest, OfProvidersPrefixesAndStandings) {
  std::string const target = "/api/v1/operator/providers/301234567";
  ASSERT_LT(put(target, testing::provider("301234567")).status, 300);
  Json moved = testing::provider("301234567");
  moved["place"] = "Samarqand";
  ASSERT_LT(put(target, moved).status, 300);
  EXPECT_EQ(told(*operator_, "provider.list"), (Told{"place: Toshkent > Samarqand"}));
  Json const removal{{"kind", "remove_provider"}, {"tax_id", "301234567"}};
  ASSERT_EQ(operator_->post_confirmed(target + "/removal", removal, "gone").status, 204);
  EXPECT_EQ(told(*operator_, "provider.remove").front(), "role: PRINTER > ");
  Json const prefix{
      {"kind", "assign_prefix"}, {"prefix", "4787002"}, {"tax_id", "301234567"}, {"source", "certificate"}};
  ASSERT_LT(operator_->post_confirmed("/api/v1/operator/prefixes", prefix, "mine").status, 300);
  EXPECT_EQ(told(*operator_, "prefix.assign"),
            (Told{"tax_id:  > 301234567", "company:  > Maker", "source:  > certificate"}));
  Json const withdrawal{{"kind", "withdraw_prefix"}, {"prefix", "4787002"}};
  ASSERT_EQ(
      operator_->post_confirmed("/api/v1/operator/prefixes/4787002/withdrawal", withdrawal, "back").status,
      204);
  EXPECT_EQ(told(*operator_, "prefix.withdraw"),
            (Told{"tax_id: 301234567 > ", "company: Maker > ", "source: certificate > "}));
  Json const decision{
      {"kind", "decide_standing"}, {"tax_id", "301234567"}, {"decision", "restrict"}, {"reason", "papers"}};
  ASSERT_EQ(operator_->post_confirmed("/api/v1/operator/standings/301234567", decision).status, 200);
  EXPECT_EQ(told(*operator_, "standing.decide"), (Told{"effect: good > restricted", "reason:  > papers"}));
}

// The entry seals what is kept beside it; where that is erased, the chain is whole and nothing is told.
TEST_P(CallChangesTest, TheEntrySealsThem) {
  auto const asked = maker_->post_confirmed(
      "/api/v1/channels", {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}});
  ASSERT_EQ(asked.status, 201) << asked.json;
  std::string const state = journal_of(1, 1).at(0).state;
  {
    auto reader = store().reader().value();
    auto const kept = reader->find(
        sql::Statement{"test.kept", "SELECT salt, changes FROM call_change WHERE seal = $1"},
        [](sql::Row const& row) { return std::string(row.blob(0)) + std::string(row.text(1)); },
        sql::Blob{state});
    ASSERT_TRUE(kept && *kept);
    EXPECT_EQ(crypto::view(crypto::sha256(**kept)), state);
  }
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute(sql::Statement{"test.erase", "DELETE FROM call_change"}));
  }
  EXPECT_TRUE(told(*maker_, "channel.connect").empty());
  auto reader = store().reader().value();
  EXPECT_TRUE(journal::verify(*reader, [](journal::Record const&) { return Result<void>(); }));
}

INSTANTIATE_TEST_SUITE_P(Engines, CallChangesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
