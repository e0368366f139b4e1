// SPDX-License-Identifier: Apache-2.0
// Features 1.16: the journal as people read it.
#include <algorithm>
#include <sstream>

#include "api/journal_view.hpp"
#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class JournalTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kTaxId = "301234567";
  void SetUp() override {
    RunningSystem::SetUp();
    admin_.emplace(person("Maker", kTaxId));
    ASSERT_EQ(admin_->sign_in().status, 201);
  }
  Json entries(std::string const& query = "") {
    auto const reply = admin_->get("/api/v1/journal?" + query);
    EXPECT_EQ(reply.status, 200) << reply.json;
    return reply.json.value("entries", Json::array());
  }
  static Json profile(std::string const& email) {
    return {{"kind", "complete_profile"}, {"address", "Toshkent, 1"},
            {"phone", "+998712000000"},   {"email", email},
            {"groups", {"water"}},        {"types", {"manufacturer"}}};
  }
  std::optional<Person> admin_;
};

TEST_P(JournalTest, SaysWhoWhenWhatAndFromWhere) {
  auto const all = entries();
  ASSERT_EQ(all.size(), 1U);
  Json const& entry = all[0];
  EXPECT_EQ(entry.at("action"), "session.open");
  EXPECT_EQ(entry.at("result"), "accepted");
  EXPECT_EQ(entry.at("person"), "Karimov Anvar");
  EXPECT_EQ(entry.at("user"), user_number(*admin_, "Karimov Anvar"));
  EXPECT_EQ(entry.at("address"), "127.0.0.1");
  EXPECT_EQ(entry.at("at"), rfc3339(clock_.now()));
}

// Before and after, field by field.
TEST_P(JournalTest, ChangesOfTheProfileAreShown) {
  ASSERT_EQ(admin_->document(profile("a@example.uz")).status, 201);
  ASSERT_EQ(admin_->document(profile("b@example.uz")).status, 201);
  auto const changes = entries("action=document.complete_profile").at(0).at("changes");
  ASSERT_EQ(changes.size(), 1U) << changes;
  EXPECT_EQ(changes[0], (Json{{"field", "email"}, {"before", "a@example.uz"}, {"after", "b@example.uz"}}));
}

TEST_P(JournalTest, ChangesOfUsersAreShown) {
  Person clerk = hire(*admin_, kTaxId, "Clerk", {"observer"});
  Json const change{{"kind", "change_user"}, {"user", user_number(*admin_, "Clerk")}, {"roles", {"cashier"}}};
  ASSERT_EQ(admin_->document(change).status, 201);
  auto const changes = entries("action=document.change_user").at(0).at("changes");
  EXPECT_EQ(changes, (Json{{{"field", "roles"}, {"before", "observer"}, {"after", "cashier"}}}));
}

TEST_P(JournalTest, IsAskedByUserObjectActionTimeAndResult) {
  Person clerk = hire(*admin_, kTaxId, "Clerk", {"observer"});
  clerk.get("/api/v1/users");  // refused
  auto const number = admin_->document(profile("a@example.uz")).json.at("document").get<std::string>();
  auto const of_clerk = entries("user=" + user_number(*admin_, "Clerk"));
  ASSERT_EQ(of_clerk.size(), 2U) << of_clerk;
  EXPECT_EQ(of_clerk[0].at("error"), "RIGHT_MISSING");
  EXPECT_EQ(entries("refused=true").size(), 1U);
  EXPECT_EQ(entries("object=" + number).size(), 1U);
  EXPECT_EQ(entries("action=document.").size(), 2U);
  EXPECT_EQ(entries("until=" + escaped(rfc3339(clock_.now()))).size(), 0U);
  EXPECT_EQ(admin_->get("/api/v1/journal?after=1.2").json.value("code", ""), "CURSOR_MALFORMED");
  EXPECT_EQ(admin_->get("/api/v1/journal?user=424242").status, 404);
}

TEST_P(JournalTest, PagesFollowOneAnother) {
  for (int i = 0; i < 7; ++i)
    ASSERT_EQ(admin_->document(profile("a" + std::to_string(i) + "@example.uz")).status, 201);
  std::vector<std::string> places;
  std::string after;
  do {
    auto const page = admin_->get("/api/v1/journal?limit=3" + (after.empty() ? "" : "&after=" + after)).json;
    for (Json const& entry : page.at("entries")) places.push_back(entry.at("place"));
    after = page.value("next", "");
  } while (!after.empty());
  ASSERT_EQ(places.size(), 8U);
  EXPECT_EQ(places.front(), "0-8");
  EXPECT_EQ(places.back(), "0-1");
}

// What happened to a code, for whoever may see its history.
TEST_P(JournalTest, IsAskedByCode) {
  add_water(1, "04780000000014");
  auto const order = admin_->document({{"kind", "order_codes"},
                                       {"group", "water"},
                                       {"release_method", "OWN_PRODUCTION"},
                                       {"lines", {{{"gtin", "04780000000014"}, {"quantity", 2}}}}});
  ASSERT_EQ(order.status, 201) << order.json;
  std::string const number = order.json.at("document");
  std::string const codes = admin_->get("/api/v1/orders/" + number + "/lines/0/codes").raw.body;
  std::string const one = codes.substr(0, codes.find_first_of("\r\n"));
  std::string const two = codes.substr(codes.find_last_of('\n', codes.size() - 2) + 1, one.size());
  auto const printed = admin_->document({{"kind", "print"}, {"codes", {one}}});
  ASSERT_EQ(printed.status, 201) << printed.json;
  auto const found = entries("code=" + escaped(one));
  ASSERT_EQ(found.size(), 2U) << found;
  EXPECT_EQ(found[0].at("action"), "document.print");
  EXPECT_EQ(found[1].at("object"), number);
  EXPECT_EQ(entries("code=" + escaped(one) + "&action=document.print").size(), 1U);
  EXPECT_EQ(entries("code=" + escaped(two)).size(), 1U) << "the order alone";
  Person other = person("Other", "302222222");
  ASSERT_EQ(other.sign_in().status, 201);
  EXPECT_EQ(other.get("/api/v1/journal?code=" + escaped(one)).json.value("code", ""), "CODE_NOT_YOURS");
  auto const exported = admin_->get("/api/v1/journal/export?format=jsonl&code=" + escaped(one)).raw.body;
  EXPECT_EQ(std::count(exported.begin(), exported.end(), '\n'), 2);
}

// Nobody reads what others did, whatever he asks for.
TEST_P(JournalTest, IsTheOrganisationsOwn) {
  Person other = person("Other", "302222222");
  ASSERT_EQ(other.sign_in().status, 201);
  auto const number = admin_->document(profile("a@example.uz")).json.at("document").get<std::string>();
  EXPECT_EQ(other.get("/api/v1/journal").json.at("entries").size(), 1U);
  EXPECT_EQ(other.get("/api/v1/journal?object=" + number).json.at("entries").size(), 0U);
  EXPECT_EQ(other.get("/api/v1/journal?user=" + user_number(*admin_, "Karimov Anvar")).status, 404);
}

// As a file, whole; that it was taken is in the journal, and no cell is a formula.
TEST_P(JournalTest, IsExported) {
  ASSERT_EQ(admin_->document(profile("a@example.uz")).status, 201);
  auto const lines = admin_->get("/api/v1/journal/export?format=jsonl");
  EXPECT_EQ(lines.raw.header("Content-Type").value_or(""), "application/jsonl");
  std::istringstream text(lines.raw.body);
  std::vector<Json> rows;
  for (std::string line; std::getline(text, line);) rows.push_back(Json::parse(line));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].at("action"), "journal.export");
  auto const csv = admin_->get("/api/v1/journal/export").raw.body;
  EXPECT_EQ(csv.find("at,place,action"), 0U);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5);
}

TEST(JournalView, NoCellIsAFormula) {
  JournalEntryView view{};
  view.object = "=1+1";
  view.action = "say \"hello\"";
  std::string out;
  view.write_csv(out);
  EXPECT_NE(out.find("\"'=1+1\""), std::string::npos) << out;
  EXPECT_NE(out.find("\"say \"\"hello\"\"\""), std::string::npos) << out;
}

INSTANTIATE_TEST_SUITE_P(Engines, JournalTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
