// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

/// A shop that has signed in, and the operator.
class BackOfficeTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    operator_.emplace(person("Operator", "300000001", true));
    shop_.emplace(person("OOO \"Oq Gul\"", "302222222"));
    ASSERT_EQ(operator_->sign_in().status, 201);
    ASSERT_EQ(shop_->sign_in().status, 201);
  }
  void start_again() {
    restart();
    operator_->connect(port_);
    shop_->connect(port_);
  }
  Reply put(Person& who, std::string const& target, Json const& body) {
    return who.send(http::Method::Put, target, {{"Idempotency-Key", new_key()}}, body.dump());
  }
  Reply remove(Person& who, std::string const& target) {
    return who.send(http::Method::Delete, target, {{"Idempotency-Key", new_key()}});
  }
  std::string new_key() { return "key " + std::to_string(++keys_); }
  Json queue(std::string const& name) {
    auto const answer = operator_->get("/api/v1/operator/queues");
    EXPECT_EQ(answer.status, 200) << answer.json;
    for (Json const& one : answer.json.at("queues"))
      if (one.at("queue") == name) return one;
    ADD_FAILURE() << name << ": " << answer.json;
    return {};
  }
  std::string told(std::uint32_t participant) {
    auto const entries = journal_of(participant, 1);
    if (entries.empty()) return "";
    return entries.front().action + " " + entries.front().result + " " + entries.front().error;
  }
  static Json decision(char const* what) {
    return {{"kind", "decide_standing"},
            {"tax_id", "302222222"},
            {"decision", what},
            {"reason", "forged papers"}};
  }
  std::optional<Person> operator_;
  std::optional<Person> shop_;
  int keys_ = 0;
};

constexpr char const* kStanding = "/api/v1/operator/standings/302222222";

// The operator stops a participant by a signature about it; the participant sees why and what it still may
// do.
TEST_P(BackOfficeTest, AParticipantIsBlockedAndRestored) {
  EXPECT_EQ(shop_->get("/api/v1/standing").json.at("effect"), "good");
  EXPECT_EQ(operator_->post(kStanding, decision("block")).json.at("code"), "STEP_UP_NEEDED");
  EXPECT_EQ(operator_->post_signed(kStanding, decision("block")).json.at("code"), "STEP_UP_NEEDED");
  EXPECT_EQ(shop_->post_confirmed(kStanding, decision("block")).json.at("code"), "OPERATOR_ONLY");
  auto const blocked = operator_->post_confirmed(kStanding, decision("block"));
  ASSERT_EQ(blocked.status, 200) << blocked.json;
  EXPECT_EQ(blocked.json.at("effect"), "blocked");
  EXPECT_EQ(told(1), "standing.decide blocked STANDING_OPERATOR");

  auto const mine = shop_->get("/api/v1/standing");
  EXPECT_EQ(mine.json.at("effect"), "blocked");
  EXPECT_EQ(mine.json.at("allowed"), Json::array({"complete_profile"}));
  ASSERT_EQ(mine.json.at("reasons").size(), 1U);
  EXPECT_EQ(mine.json.at("reasons")[0].at("cause"), "operator");
  EXPECT_NE(mine.json.at("reasons")[0].at("title").get<std::string>().find("forged papers"),
            std::string::npos);
  EXPECT_FALSE(mine.json.at("reasons")[0].at("remedy").get<std::string>().empty());

  auto const document = shop_->document({{"kind", "print"}, {"codes", {"0104780000000014215ABCDEFGHIJKL"}}});
  EXPECT_GE(document.status, 400) << document.json;
  EXPECT_NE(document.json.dump().find("STANDING_OPERATOR"), std::string::npos) << document.json;

  auto const queue = operator_->get("/api/v1/operator/standings?effect=blocked");
  ASSERT_EQ(queue.json.at("standings").size(), 1U);
  EXPECT_EQ(queue.json.at("standings")[0].at("tax_id"), "302222222");
  EXPECT_EQ(shop_->get("/api/v1/operator/standings?effect=blocked").status, 403);
  EXPECT_EQ(operator_->post_confirmed(kStanding, decision("block")).json.at("code"), "STANDING_ALREADY");
  Json foreign = decision("lift");
  foreign["tax_id"] = "300000001";
  EXPECT_EQ(operator_->post_confirmed(kStanding, foreign).json.at("code"), "PARTICIPANT_UNKNOWN");
  EXPECT_EQ(operator_->post_confirmed("/api/v1/operator/standings/300000001", foreign).json.at("code"),
            "STANDING_OF_OPERATOR");
  start_again();
  EXPECT_EQ(operator_->post_confirmed(kStanding, decision("lift")).json.at("effect"), "good");
  EXPECT_EQ(operator_->post_confirmed(kStanding, decision("lift")).json.at("code"),
            "STANDING_NOTHING_TO_LIFT");
}

// The register that is asked at once knows no such business: blocked, in the journal of the participant.
TEST_P(BackOfficeTest, TheRegisterIsAskedAtOnce) {
  auto const checked = shop_->send(http::Method::Post, "/api/v1/standing/check", {{"Idempotency-Key", "1"}});
  ASSERT_EQ(checked.status, 200) << checked.json;
  EXPECT_TRUE(checked.json.at("effect") == "good" || checked.json.at("effect") == "blocked");
  auto const card = operator_->get("/api/v1/operator/participants/302222222");
  EXPECT_EQ(card.json.at("standing").at("effect"), checked.json.at("effect"));
  EXPECT_EQ(card.json.count("profile"), 0U);
  EXPECT_EQ(operator_->get("/api/v1/operator/participants/309999999").json.at("code"), "PARTICIPANT_UNKNOWN");
}

// A company is found by a part of its name in any letters, or by the beginning of its tax number.
TEST_P(BackOfficeTest, ParticipantsAreFound) {
  for (char const* query : {"oq%20gul", "OQ", "3022"}) {
    auto const found = operator_->get(std::string("/api/v1/operator/participants?query=") + query);
    ASSERT_EQ(found.json.at("participants").size(), 1U) << query << found.json;
    EXPECT_EQ(found.json.at("participants")[0].at("tax_id"), "302222222");
    EXPECT_EQ(found.json.at("participants")[0].at("standing"), "good");
  }
  EXPECT_TRUE(operator_->get("/api/v1/operator/participants?query=nobody").json.at("participants").empty());
  EXPECT_EQ(operator_->get("/api/v1/operator/participants?query=o").status, 400);
}

// Who is stopped is counted and listed, with or without a name.
TEST_P(BackOfficeTest, StoppedParticipantsAreFound) {
  auto const found = [&](std::string const& query) {
    std::vector<std::string> out;
    Json const page = operator_->get("/api/v1/operator/participants?" + query).json;
    for (Json const& one : page.at("participants")) out.push_back(one.at("tax_id"));
    return out;
  };
  auto const stopped = [&] { return operator_->get("/api/v1/operator/queues").json.at("stopped"); };
  using TaxIds = std::vector<std::string>;
  EXPECT_EQ(stopped().at("blocked"), 0);
  EXPECT_EQ(found("standing=blocked"), TaxIds{});
  ASSERT_EQ(operator_->post_confirmed(kStanding, decision("block")).status, 200);
  EXPECT_EQ(stopped(), (Json{{"blocked", 1}, {"restricted", 0}}));
  EXPECT_EQ(found("standing=blocked"), TaxIds{"302222222"});
  EXPECT_EQ(found("standing=blocked&query=gul"), TaxIds{"302222222"});
  EXPECT_EQ(found("standing=blocked&query=nobody"), TaxIds{});
  EXPECT_EQ(found("standing=restricted"), TaxIds{});
  EXPECT_EQ(found("standing=good"), TaxIds{"300000001"});
  EXPECT_EQ(found("limit=1"), TaxIds{"300000001"});
  EXPECT_EQ(found("limit=1&after=1"), TaxIds{"302222222"});
  Person settler = hire(*operator_, "300000001", "Settler", {"settlements"});
  EXPECT_EQ(settler.get("/api/v1/operator/queues").json.at("stopped").at("blocked"), 1) << "has support";
  start_again();
  EXPECT_EQ(stopped().at("blocked"), 1);
}

// A free channel works at once; a commercial one when its operator says so.
TEST_P(BackOfficeTest, ChannelsAreConnected) {
  auto const known = shop_->get("/api/v1/channels");
  EXPECT_GE(known.json.at("operators").size(), 4U);
  EXPECT_TRUE(known.json.at("channels").empty());
  Json const free{{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}};
  auto const connected = shop_->post_confirmed("/api/v1/channels", free);
  ASSERT_EQ(connected.status, 201) << connected.json;
  EXPECT_EQ(connected.json.at("state"), "active");
  EXPECT_EQ(told(2), "channel.connect active ");
  EXPECT_EQ(shop_->post_confirmed("/api/v1/channels", free).json.at("code"), "CHANNEL_OPEN");
  EXPECT_EQ(shop_->post("/api/v1/channels", free).json.at("code"), "STEP_UP_NEEDED");
  Json paid{{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "didox"}};
  EXPECT_EQ(shop_->post_confirmed("/api/v1/channels", paid).json.at("code"), "REQUISITE_MISSING");
  paid["requisite"] = "302222222";
  auto const asked = shop_->post_confirmed("/api/v1/channels", paid);
  ASSERT_EQ(asked.status, 201) << asked.json;
  EXPECT_EQ(asked.json.at("state"), "requested");
  std::string const number = asked.json.at("number");
  auto const waiting = operator_->get("/api/v1/operator/channels");
  ASSERT_EQ(waiting.json.at("channels").size(), 1U);
  EXPECT_EQ(waiting.json.at("channels")[0].at("tax_id"), "302222222");
  Json answer{{"kind", "settle_channel"}, {"number", std::stoll(number)}, {"accepted", false}};
  std::string const target = "/api/v1/operator/channels/" + number;
  EXPECT_EQ(operator_->post_confirmed(target, answer).json.at("code"), "CHANNEL_REASON_MISSING");
  answer["accepted"] = true;
  EXPECT_EQ(queue("channels").at("count"), 1);
  EXPECT_EQ(operator_->post_confirmed(target, answer).json.at("state"), "active");
  EXPECT_EQ(queue("channels").at("count"), 0);
  Json const told_of = shop_->get("/api/v1/notices").json.at("notices");
  ASSERT_EQ(told_of.size(), 1U) << "who was away learns of it";
  EXPECT_EQ(told_of[0].at("event"), "channel.changed");
  EXPECT_EQ(told_of[0].at("data"), R"({"channel":")" + number + R"(","state":"active"})");
  EXPECT_EQ(operator_->post_confirmed(target, answer).json.at("code"), "CHANNEL_NOT_WAITING");
  EXPECT_EQ(shop_->get("/api/v1/notices").json.at("notices").size(), 1U);
  EXPECT_EQ(remove(*operator_, "/api/v1/channels/" + number).json.at("code"), "CHANNEL_UNKNOWN");
  EXPECT_EQ(remove(*shop_, "/api/v1/channels/" + number).json.at("state"), "ended");
}

// The lengths of the queues, and when the first of each is late: by days of the country's office, or by the
// term of a question itself. Whoever may not work on a queue does not see it.
TEST_P(BackOfficeTest, QueuesSayWhatIsLate) {
  EXPECT_EQ(queue("tickets").at("count"), 0);
  EXPECT_FALSE(queue("violations").contains("oldest"));
  auto const asked = shop_->send(http::Method::Post, "/api/v1/tickets", {{"Idempotency-Key", new_key()}},
                                 R"({"topic":"outage","subject":"Nothing works","text":"Since nine"})");
  ASSERT_EQ(asked.status, 201) << asked.json;
  Person nobody = stranger();
  auto const seen = nobody.send(http::Method::Post, "/api/v1/violations", {{"Idempotency-Key", new_key()}},
                                R"({"kind":"no_marking","text":"No code"})");
  ASSERT_EQ(seen.status, 201) << seen.json;
  Json const tickets = queue("tickets");
  EXPECT_EQ(tickets.at("count"), 1);
  EXPECT_EQ(tickets.at("due"), asked.json.at("ticket").at("due_at"));
  EXPECT_EQ(tickets.at("late"), false);
  EXPECT_EQ(queue("violations").at("oldest"), rfc3339(clock_.now()));
  clock_.pass(2 * 86'400'000);
  ASSERT_EQ(operator_->sign_in().status, 201);
  EXPECT_EQ(queue("tickets").at("late"), true);
  EXPECT_EQ(queue("violations").at("late"), false) << "five working days";
  clock_.pass(8 * std::int64_t{86'400'000});
  ASSERT_EQ(operator_->sign_in().status, 201);
  EXPECT_EQ(queue("violations").at("late"), true);
  Person moderator = hire(*operator_, "300000001", "Moderator", {"moderator"});
  std::set<std::string> seen_by_him;
  auto const his = moderator.get("/api/v1/operator/queues").json;
  for (Json const& one : his.at("queues")) seen_by_him.insert(one.at("queue"));
  EXPECT_TRUE(seen_by_him.contains("cards")) << his;
  EXPECT_FALSE(seen_by_him.contains("payments") || seen_by_him.contains("applications"));
}

// What was typed is there after a restart, for the own company alone.
TEST_P(BackOfficeTest, DraftsAreKept) {
  Json const body{{"kind", "complete_profile"}, {"body", R"({"address":"Navoiy"})"}};
  ASSERT_EQ(put(*shop_, "/api/v1/drafts/profile", body).status, 200);
  start_again();
  auto const kept = shop_->get("/api/v1/drafts/profile");
  EXPECT_EQ(kept.json.at("body"), R"({"address":"Navoiy"})");
  EXPECT_EQ(kept.json.at("person"), "Karimov Anvar");
  EXPECT_EQ(shop_->get("/api/v1/drafts").json.at("drafts").size(), 1U);
  EXPECT_EQ(put(*shop_, "/api/v1/drafts/profile", {{"kind", "x"}, {"body", "{"}}).json.at("code"),
            "DRAFT_NO_JSON");
  EXPECT_EQ(operator_->get("/api/v1/drafts/profile").json.at("code"), "DRAFT_UNKNOWN");
  EXPECT_EQ(remove(*shop_, "/api/v1/drafts/profile").status, 204);
  EXPECT_EQ(remove(*shop_, "/api/v1/drafts/profile").json.at("code"), "DRAFT_UNKNOWN");
}

// Announced to participants: strangers see nothing of it; in the language of the reader.
TEST_P(BackOfficeTest, AnnouncementsAreShown) {
  Json const body{{"kind", "publish_announcement"},
                  {"audience", "participants"},
                  {"title", {{"ru", "r"}, {"uz", "u"}, {"en", "Maintenance"}}},
                  {"text", {{"ru", "R"}, {"uz", "U"}, {"en", "On Sunday"}}},
                  {"from", rfc3339(clock_.now())}};
  auto const published = operator_->post_confirmed("/api/v1/operator/announcements", body);
  ASSERT_EQ(published.status, 201) << published.json;
  EXPECT_EQ(shop_->post_confirmed("/api/v1/operator/announcements", body).status, 403);
  auto const seen = shop_->get("/api/v1/announcements").json.at("announcements");
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].at("title"), "Maintenance");
  Person anyone = stranger();
  EXPECT_TRUE(anyone.get("/api/v1/announcements").json.at("announcements").empty());
  std::string const number = published.json.at("number");
  std::string const withdrawal = "/api/v1/operator/announcements/" + number + "/withdrawal";
  Json const no_more{{"kind", "withdraw_announcement"}, {"announcement", number}};
  EXPECT_EQ(operator_->send(http::Method::Post, withdrawal, {{"Idempotency-Key", new_key()}}, no_more.dump())
                .json.at("code"),
            "STEP_UP_NEEDED");
  EXPECT_EQ(shop_->post_confirmed(withdrawal, no_more, new_key()).status, 403);
  EXPECT_EQ(operator_->post_confirmed(withdrawal, no_more, new_key()).status, 200);
  EXPECT_EQ(operator_->post_confirmed(withdrawal, no_more, new_key()).json.at("code"),
            "ANNOUNCEMENT_UNKNOWN");
  EXPECT_TRUE(shop_->get("/api/v1/announcements").json.at("announcements").empty());
  EXPECT_EQ(operator_->get("/api/v1/operator/announcements").json.at("announcements").size(), 1U);
  Json wrong = body;
  wrong["group"] = "moonstones";
  EXPECT_EQ(operator_->post_confirmed("/api/v1/operator/announcements", wrong).json.at("code"),
            "GROUP_UNKNOWN");
}

INSTANTIATE_TEST_SUITE_P(Engines, BackOfficeTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
