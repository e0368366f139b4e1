// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <sstream>
#include <thread>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

constexpr char const* kGtin = "04780000000014";
constexpr char const* kSecond = "04780000000021";
constexpr char const* kPallet = "00047800000000000014";

/// A maker with two products and two orders, a part of them applied, packed and shipped.
class CodeSearchTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    for (Person* one : {&*maker_, &*shop_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, kGtin);
    add_water(1, kSecond);
    first_ = order(kGtin, 30);
    second_ = order(kSecond, 5);
    codes_ = fetch(first_);
    ASSERT_EQ(codes_.size(), 30U);
    apply({codes_.begin(), codes_.begin() + 12}, "2026-02-20", "B-7");
    apply({codes_.begin() + 12, codes_.begin() + 20}, "2026-02-25", "B-8");
    auto const packed = maker_->document(
        {{"kind", "aggregate"},
         {"packages", {{{"package", kPallet}, {"codes", {codes_[0], codes_[1], codes_[2]}}}}}});
    packed_ = packed.status == 201 && packed.json.value("status", "") == "accepted";
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    RunningSystem::TearDown();
  }
  std::string order(char const* gtin, int quantity) {
    auto const answer = maker_->document({{"kind", "order_codes"},
                                          {"group", "water"},
                                          {"release_method", "OWN_PRODUCTION"},
                                          {"lines", {{{"gtin", gtin}, {"quantity", quantity}}}}});
    EXPECT_EQ(answer.status, 201) << answer.json;
    return answer.json.value("document", "");
  }
  std::vector<std::string> fetch(std::string const& order) {
    std::vector<std::string> out;
    std::istringstream lines(maker_->get("/api/v1/orders/" + order + "/lines/0/codes").raw.body);
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    return out;
  }
  void apply(std::vector<std::string> const& codes, std::string const& day, std::string const& batch) {
    auto const answer = maker_->document({{"kind", "apply"},
                                          {"produced_on", day},
                                          {"expires_on", "2026-12-31"},
                                          {"batch", batch},
                                          {"codes", codes}});
    ASSERT_EQ(answer.json.value("status", ""), "accepted") << answer.json;
  }
  static std::string cis(std::string const& code) { return code.substr(0, code.find('\x1D')); }
  Json search(std::string const& query, Person* who = nullptr) {
    auto const answer = (who != nullptr ? who : &*maker_)->get("/api/v1/codes/search?" + query);
    EXPECT_EQ(answer.status, 200) << answer.json;
    return answer.json;
  }
  std::multiset<std::string> found(std::string const& query) {
    std::multiset<std::string> out;
    for (std::string after;;) {
      auto const page = search(query + "&limit=7" + (after.empty() ? "" : "&after=" + escaped(after)));
      for (Json const& code : page.value("codes", Json::array())) out.insert(code.at("cis"));
      if (!page.contains("next")) return out;
      after = page.at("next");
    }
  }
  std::multiset<std::string> part(std::size_t from, std::size_t to) {
    std::multiset<std::string> out;
    for (std::size_t i = from; i < to; ++i) out.insert(cis(codes_[i]));
    return out;
  }
  std::int64_t counted(std::string const& query, std::string const& status) {
    auto const answer = maker_->get("/api/v1/codes/counts?" + query);
    EXPECT_EQ(answer.status, 200) << answer.json;
    EXPECT_TRUE(answer.json.at("complete"));
    for (Json const& one : answer.json.at("counts"))
      if (one.at("status") == status) return one.at("quantity");
    return 0;
  }

  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::string first_;
  std::string second_;
  std::vector<std::string> codes_;
  bool packed_ = false;
};

TEST_P(CodeSearchTest, EveryFilterFindsItsCodesPageByPage) {
  ASSERT_TRUE(packed_);
  std::string const gtin = std::string("gtin=") + kGtin;
  EXPECT_EQ(found(gtin), part(0, 30));
  EXPECT_EQ(found("order=" + first_), part(0, 30));
  EXPECT_EQ(found("order=" + second_).size(), 5U);
  EXPECT_EQ(found(gtin + "&status=emitted"), part(20, 30));
  EXPECT_EQ(found(gtin + "&status=introduced"), part(0, 20));
  EXPECT_EQ(found("batch=B-7"), part(0, 12));
  EXPECT_EQ(found("batch=B-8&status=introduced"), part(12, 20));
  EXPECT_TRUE(found("batch=B-8&status=emitted").empty());
  EXPECT_EQ(found("produced_from=2026-02-21"), part(12, 20));
  EXPECT_EQ(found("produced_from=2026-02-20&produced_to=2026-02-20"), part(0, 12));
  EXPECT_EQ(found("expires_to=2026-12-31&order=" + first_), part(0, 20));
  EXPECT_TRUE(found("expires_from=2027-01-01").empty());
  EXPECT_EQ(found(gtin + "&packed=true"), part(0, 3));
  EXPECT_EQ(found(gtin + "&packed=false"), part(3, 30));
  // With the package itself, and the codes of the second order.
  EXPECT_EQ(found("packed=false").size(), 27U + 5U + 1U);
}

// Two places of business: each finds its own, an order without a place belongs to none.
TEST_P(CodeSearchTest, CodesOfAPlaceOfBusiness) {
  Json const sites{{{"name", "Plant North"}, {"address", "Toshkent, 1"}},
                   {{"name", "Plant South"}, {"address", "Termiz, 2"}}};
  auto const profile = maker_->document({{"kind", "complete_profile"},
                                         {"address", "Toshkent, Navoiy 1"},
                                         {"phone", "+998712000001"},
                                         {"email", "office@suv.example"},
                                         {"groups", {"water"}},
                                         {"types", {"manufacturer"}},
                                         {"sites", sites}});
  ASSERT_EQ(profile.json.at("status"), "accepted") << profile.json;
  auto const order_at = [&](char const* place, int quantity) {
    auto const answer = maker_->document({{"kind", "order_codes"},
                                          {"group", "water"},
                                          {"release_method", "OWN_PRODUCTION"},
                                          {"place", place},
                                          {"lines", {{{"gtin", kGtin}, {"quantity", quantity}}}}});
    EXPECT_EQ(answer.json.at("status"), "accepted") << answer.json;
    return answer.json.at("document").get<std::string>();
  };
  std::string const north = order_at("Plant North", 4);
  order_at("Plant South", 3);
  order_at("Plant North", 2);
  EXPECT_EQ(found("place=Plant%20North").size(), 6U);
  EXPECT_EQ(found("place=Plant%20North&order=" + north).size(), 4U);
  EXPECT_EQ(found("place=Plant%20South").size(), 3U);
  EXPECT_TRUE(found("place=Plant%20South&order=" + north).empty());
  EXPECT_TRUE(found("place=Elsewhere").empty());
  EXPECT_EQ(counted("place=Plant%20South", "emitted"), 3);
  EXPECT_TRUE(search("place=Plant%20North", &*shop_).at("codes").empty());
}

// By the day in the country on which they were ordered, whoever has them now.
TEST_P(CodeSearchTest, CodesOfADayOfEmission) {
  ASSERT_TRUE(packed_);
  Date const first = country_->day_of(clock_.now());
  clock_.pass(2 * 86'400'000);
  ASSERT_EQ(maker_->sign_in().status, 201);
  Date const later = country_->day_of(clock_.now());
  order(kGtin, 4);
  std::string const gtin = std::string("gtin=") + kGtin;
  std::string const since = "&emitted_from=" + later.text();
  std::string const until = "&emitted_until=" + first.text();
  EXPECT_EQ(found(gtin + until), part(0, 30));
  EXPECT_EQ(found(gtin + since).size(), 4U);
  EXPECT_EQ(found(gtin + "&emitted_from=" + first.text() + "&emitted_until=" + later.text()).size(), 34U);
  EXPECT_TRUE(found(gtin + since + until).empty());
  EXPECT_TRUE(found(gtin + "&status=introduced" + since).empty());
  EXPECT_EQ(found("batch=B-7" + until), part(0, 12));
  EXPECT_EQ(counted(gtin + since, "emitted"), 4);
  EXPECT_EQ(counted(gtin + until, "introduced"), 20);
  auto const rows = maker_->get("/api/v1/codes/export?format=jsonl&" + gtin + since).raw.body;
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 4);
  EXPECT_EQ(maker_->get("/api/v1/codes/search?emitted_from=yesterday").status, 400);
}

TEST_P(CodeSearchTest, ARowTellsWhatIsKnown) {
  ASSERT_TRUE(packed_);
  auto const page = search(std::string("gtin=") + kGtin + "&limit=1");
  Json const& row = page.at("codes")[0];
  EXPECT_EQ(row.at("cis"), cis(codes_[0]));
  EXPECT_EQ(row.at("gtin"), kGtin);
  EXPECT_EQ(row.at("status"), "introduced");
  EXPECT_EQ(row.at("order"), first_);
  EXPECT_EQ(row.at("produced_on"), "2026-02-20");
  EXPECT_EQ(row.at("expires_on"), "2026-12-31");
  EXPECT_EQ(row.at("batch"), "B-7");
  EXPECT_EQ(row.at("package"), kPallet);
  EXPECT_TRUE(row.at("emitted_at").get<std::string>().starts_with("2026-03-0"));
  EXPECT_FALSE(row.at("product").get<std::string>().empty());
  EXPECT_EQ(page.at("next"), cis(codes_[0]));
  EXPECT_EQ(maker_->get("/api/v1/codes/search?after=nothing").status, 400);
}

TEST_P(CodeSearchTest, CountsAreThoseOfTheSearch) {
  ASSERT_TRUE(packed_);
  std::string const gtin = std::string("gtin=") + kGtin;
  EXPECT_EQ(counted(gtin, "emitted"), 10);
  EXPECT_EQ(counted(gtin, "introduced"), 20);
  EXPECT_EQ(counted(gtin + "&status=introduced", "introduced"), 20);
  EXPECT_EQ(counted(gtin + "&status=introduced", "emitted"), 0);
  EXPECT_EQ(counted("batch=B-8", "introduced"), 8);
  EXPECT_EQ(counted("order=" + first_, "emitted"), 10);
  EXPECT_EQ(counted("order=" + second_, "emitted"), 5);
}

TEST_P(CodeSearchTest, OthersFindNothing) {
  for (std::string const& query :
       {std::string("gtin=") + kGtin, "order=" + first_, std::string("batch=B-7")}) {
    EXPECT_TRUE(search(query, &*shop_).at("codes").empty());
    auto const counts = shop_->get("/api/v1/codes/counts?" + query);
    EXPECT_EQ(counts.json.at("quantity"), 0);
  }
  EXPECT_EQ(shop_->get("/api/v1/codes/export?order=" + first_).raw.body,
            "\"gtin\",\"product\",\"cis\",\"status\",\"order\",\"produced_on\",\"expires_on\",\"batch\","
            "\"package\"\r\n");
}

TEST_P(CodeSearchTest, AnExportHoldsExactlyWhatIsFound) {
  auto const lines = maker_->get("/api/v1/codes/export?format=jsonl&batch=B-7");
  ASSERT_EQ(lines.status, 200);
  std::multiset<std::string> exported;
  std::istringstream rows(lines.raw.body);
  for (std::string row; std::getline(rows, row);) exported.insert(Json::parse(row).at("cis"));
  EXPECT_EQ(exported, part(0, 12));
  EXPECT_EQ(journal_of(1, 1).front().action, "codes.export");
  Json const filter{{{"field", "batch"}, {"before", ""}, {"after", "B-7"}},
                    {{"field", "format"}, {"before", ""}, {"after", "jsonl"}}};
  auto const told = maker_->get("/api/v1/journal?action=codes.export").json.at("entries");
  EXPECT_EQ(told.at(0).at("changes"), filter);

  auto const made = maker_->send(http::Method::Post, "/api/v1/codes/export", {{"Idempotency-Key", "e"}},
                                 Json{{"batch", "B-7"}, {"format", "xlsx"}}.dump());
  ASSERT_EQ(made.status, 201) << made.json;
  EXPECT_EQ(made.json.at("total"), 12);
  auto const ordered = maker_->get("/api/v1/journal?action=task.codes").json.at("entries");
  EXPECT_EQ(ordered.at(0).at("object"), made.json.at("task"));
  EXPECT_EQ(ordered.at(0).at("changes").at(0), filter.at(0));
  std::string const task = "/api/v1/tasks/" + made.json.at("task").get<std::string>();
  for (int i = 0; i < 2000 && maker_->get(task).json.at("state") != "ready"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  auto const file = maker_->get(task + "/file");
  ASSERT_EQ(file.status, 200) << file.json;
  EXPECT_TRUE(file.raw.body.starts_with("PK"));
  EXPECT_EQ(shop_->get(task).json.at("code"), "TASK_UNKNOWN");
  // Whoever is limited to other goods has no part in it.
  EXPECT_TRUE(maker_->get("/api/v1/codes/export?format=jsonl&batch=none").raw.body.empty());
}

// Many blocks: pages join without a gap, also where runs and blocks end in the middle of one.
TEST_P(CodeSearchTest, PagesGoOverBlocks) {
  auto const third = order(kSecond, 2'500);
  auto const codes = fetch(third);
  ASSERT_EQ(codes.size(), 2'500U);
  apply({codes.begin() + 700, codes.begin() + 1'800}, "2026-02-27", "B-9");
  std::vector<std::string> found;
  int pages = 0;
  for (std::string after;; ++pages) {
    auto const page =
        search("order=" + third + "&limit=999" + (after.empty() ? "" : "&after=" + escaped(after)));
    for (Json const& code : page.value("codes", Json::array())) found.push_back(code.at("cis"));
    if (!page.contains("next")) break;
    after = page.at("next");
  }
  EXPECT_LE(pages, 3);
  std::vector<std::string> expected;
  for (auto const& code : codes) expected.push_back(cis(code));
  EXPECT_EQ(found, expected);
  EXPECT_EQ(counted("batch=B-9", "introduced"), 1'100);
  EXPECT_EQ(counted("order=" + third, "emitted"), 1'400);
  EXPECT_EQ(search("batch=B-9&limit=1000").at("codes").size(), 1'000U);
}

INSTANTIATE_TEST_SUITE_P(Engines, CodeSearchTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
