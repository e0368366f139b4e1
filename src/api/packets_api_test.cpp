// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "api/testing/running_system.hpp"
#include "labels/testing/samples.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

constexpr char const* kGtin = "04780000000014";

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) out.push_back(line);
  return out;
}

/// A maker with an order of water, and a shop.
class PacketsTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
    shop_.emplace(person("Market", "302222222"));
    for (Person* one : {&*maker_, &*shop_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, kGtin);
  }
  void TearDown() override {
    maker_.reset();
    shop_.reset();
    RunningSystem::TearDown();
  }
  /// An order; requests go to its line from now on.
  void order(int quantity) {
    auto const answer = maker_->document({{"kind", "order_codes"},
                                          {"group", "water"},
                                          {"release_method", "OWN_PRODUCTION"},
                                          {"lines", {{{"gtin", kGtin}, {"quantity", quantity}}}}});
    ASSERT_EQ(answer.status, 201) << answer.json;
    order_ = answer.json.value("document", "");
    line_ = "/api/v1/orders/" + order_ + "/lines/0";
  }
  std::vector<std::string> codes(std::string const& query = "") {
    return lines_of(maker_->get(line_ + "/codes" + query).raw.body);
  }
  Json blocks() { return maker_->get(line_ + "/blocks").json; }

  Reply post(Person& who, std::string const& target, Json const& body, std::string const& key) {
    return who.send(http::Method::Post, target, {{"Idempotency-Key", key}}, body.dump());
  }
  Json ended(Person& who, std::string const& task) {
    for (int i = 0; i < 2000; ++i) {
      auto const answer = who.get("/api/v1/tasks/" + task);
      EXPECT_EQ(answer.status, 200) << answer.json;
      if (answer.status != 200) return {};
      std::string const state = answer.json.at("state");
      if (state != "queued" && state != "preparing") return answer.json;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ADD_FAILURE() << "the task does not end";
    return {};
  }
  std::optional<Person> maker_;
  std::optional<Person> shop_;
  std::string order_;
  std::string line_;
};

TEST_P(PacketsTest, FormatsHoldTheSameCodes) {
  order(5);
  auto const plain = codes();
  ASSERT_EQ(plain.size(), 5U);
  auto const json = maker_->get(line_ + "/codes?format=json");
  EXPECT_EQ(json.status, 200);
  EXPECT_EQ(json.raw.header("Content-Type"), "application/json");
  ASSERT_EQ(json.json.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(json.json[i].at("code"), plain[i]);
    EXPECT_EQ(json.json[i].at("gtin"), kGtin);
    std::string const serial = json.json[i].at("serial");
    EXPECT_TRUE(plain[i].starts_with(std::string("01") + kGtin + "21" + serial)) << serial;
    EXPECT_EQ(plain[i][18 + serial.size()], '\x1D');
  }
  auto const jsonl = lines_of(maker_->get(line_ + "/codes?format=jsonl&from=4").raw.body);
  ASSERT_EQ(jsonl.size(), 1U);
  EXPECT_EQ(Json::parse(jsonl[0]).at("code"), plain[4]);
  auto const table = maker_->get(line_ + "/codes?format=xlsx&count=2");
  EXPECT_EQ(table.status, 200);
  EXPECT_TRUE(table.raw.body.starts_with("PK"));
  EXPECT_EQ(table.raw.header("X-Packet-Block"), "3");
}

// A country says how many codes leave in one packet; more are prepared aside.
TEST_P(PacketsTest, APacketIsNoLargerThanTheCountryLets) {
  order(10'001);
  for (char const* format : {"txt", "json", "xlsx"}) {
    auto const whole = maker_->get(line_ + "/codes?format=" + format);
    EXPECT_EQ(whole.json.value("code", ""), "PACKET_NEEDS_TASK") << whole.status;
    EXPECT_NE(whole.raw.body.find("10000"), std::string::npos) << whole.json;
  }
  EXPECT_TRUE(blocks().at("blocks").empty());
  EXPECT_EQ(codes("?count=10000").size(), 10'000U);
  EXPECT_EQ(codes("?from=10000").size(), 1U);
  auto const aside = post(*maker_, line_ + "/codes/tasks", {{"format", "txt"}}, "one");
  EXPECT_EQ(aside.status, 201) << aside.json;
}

// What was given out is noted as it was asked for; the same again is the same block.
TEST_P(PacketsTest, BlocksAreListedAndFetchedAgain) {
  order(10);
  auto const first = codes("?count=4");
  auto const second = codes("?from=4&count=3");
  EXPECT_EQ(codes("?count=4"), first);
  auto const list = blocks();
  ASSERT_EQ(list.at("blocks").size(), 2U) << list;
  EXPECT_EQ(list.at("blocks")[0].at("times"), 2);
  EXPECT_EQ(list.at("blocks")[1].at("from"), 4);
  EXPECT_EQ(list.at("blocks")[1].at("count"), 3);
  EXPECT_EQ(list.at("blocks")[1].at("first_by"), "Karimov Anvar");
  EXPECT_EQ(list.at("codes"), 10);
  EXPECT_EQ(list.at("delivered"), 7);
  EXPECT_EQ(list.at("fetched"), 7);
  auto const again = maker_->get(line_ + "/blocks/2?format=txt");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(lines_of(again.raw.body), second);
  EXPECT_EQ(again.raw.header("X-Packet-Block"), "2");
  EXPECT_EQ(blocks().at("blocks")[1].at("times"), 2);
  EXPECT_EQ(maker_->get(line_ + "/blocks/3").json.at("code"), "PACKET_BLOCK_UNKNOWN");
  EXPECT_EQ(maker_->get(line_ + "/blocks?limit=1").json.at("next"), 1);
  EXPECT_EQ(maker_->get(line_ + "/blocks?after=1").json.at("blocks").size(), 1U);
}

// Parts that are fetched at the same time, and out of order, count each code once.
TEST_P(PacketsTest, ParallelFetchesCountOnce) {
  order(80);
  std::vector<std::thread> threads;
  std::vector<Person> people;
  for (int thread = 0; thread < 4; ++thread) {
    people.emplace_back(port_, maker_->identity(), clock_);
    ASSERT_EQ(people.back().sign_in().status, 201);
  }
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 7; i >= 0; --i) {
        int const from = ((i + thread * 3) % 8) * 10;
        EXPECT_EQ(people[static_cast<std::size_t>(thread)]
                      .get(line_ + "/codes?from=" + std::to_string(from) + "&count=10")
                      .status,
                  200);
      }
    });
  for (std::thread& thread : threads) thread.join();
  auto const list = blocks();
  EXPECT_EQ(list.at("blocks").size(), 8U);
  EXPECT_EQ(list.at("delivered"), 80);
  EXPECT_EQ(list.at("fetched"), 80);
  std::int64_t times = 0;
  for (Json const& block : list.at("blocks")) times += block.at("times").get<int>();
  EXPECT_EQ(times, 32);
  EXPECT_EQ(maker_->get("/api/v1/orders/" + order_).json.at("lines")[0].at("delivered"), 80);
}

TEST_P(PacketsTest, LabelsAreADeliveryLikeAnyOther) {
  order(30);
  auto const picture = maker_->get(line_ + "/labels?format=png&count=2&layout=roll_58x40");
  EXPECT_EQ(picture.json.value("code", ""), "LABEL_PAGE_FULL") << picture.status;
  EXPECT_TRUE(blocks().at("blocks").empty()) << "a refusal is no delivery";
  auto const png = maker_->get(line_ + "/labels?format=png&from=3&count=1&layout=roll_58x40&note=12%20900");
  ASSERT_EQ(png.status, 200) << png.json;
  EXPECT_EQ(png.raw.header("Content-Type"), "image/png");
  auto const list = blocks();
  ASSERT_EQ(list.at("blocks").size(), 1U);
  EXPECT_EQ(list.at("blocks")[0].at("from"), 3);
  EXPECT_EQ(journal_of(1, 1).front().action, "order.fetch");
  auto const all = codes();
  EXPECT_EQ(labels::testing::read_all(labels::testing::pixels_of(png.raw.body)), std::vector{all[3]});

  auto const pdf = maker_->get(line_ + "/labels?language=uz");
  ASSERT_EQ(pdf.status, 200) << pdf.json;
  EXPECT_TRUE(pdf.raw.body.starts_with("%PDF-"));
  EXPECT_TRUE(pdf.raw.body.ends_with("%%EOF\n"));
  auto const zpl = maker_->get(line_ + "/labels?format=zpl&layout=roll_43x25");
  ASSERT_EQ(zpl.status, 200);
  EXPECT_TRUE(zpl.raw.body.starts_with("~DG"));
  EXPECT_EQ(maker_->get(line_ + "/labels?format=svg").status, 200);
  EXPECT_EQ(maker_->get(line_ + "/labels?format=zpl").json.at("code"), "LABEL_ROLL_NEEDED");
  EXPECT_EQ(maker_->get(line_ + "/labels?layout=none").json.at("code"), "LABEL_LAYOUT_UNKNOWN");
  EXPECT_GE(maker_->get("/api/v1/labels/layouts").json.at("layouts").size(), 5U);
}

TEST_P(PacketsTest, LongWorkIsDoneAside) {
  order(300);
  auto const made =
      post(*maker_, line_ + "/labels/tasks", {{"layout", "roll_58x40"}, {"format", "pdf"}}, "one");
  ASSERT_EQ(made.status, 201) << made.json;
  std::string const task = made.json.at("task");
  EXPECT_EQ(made.json.at("total"), 300);
  EXPECT_EQ(post(*maker_, line_ + "/labels/tasks", {{"layout", "roll_58x40"}, {"format", "pdf"}}, "one")
                .json.at("task"),
            task);
  EXPECT_EQ(post(*maker_, line_ + "/labels/tasks", {{"layout", "roll_43x25"}}, "one").json.at("code"),
            "CALL_KEY_REUSED");
  auto const ready = ended(*maker_, task);
  ASSERT_EQ(ready.at("state"), "ready") << ready;
  EXPECT_EQ(ready.at("percent"), 100);
  EXPECT_TRUE(blocks().at("blocks").empty()) << "nothing has left yet";

  auto const file = maker_->get("/api/v1/tasks/" + task + "/file");
  ASSERT_EQ(file.status, 200);
  EXPECT_EQ(static_cast<std::int64_t>(file.raw.body.size()), ready.at("bytes").get<std::int64_t>());
  EXPECT_TRUE(file.raw.body.ends_with("%%EOF\n"));
  EXPECT_EQ(blocks().at("fetched"), 300);
  auto const part =
      maker_->send(http::Method::Get, "/api/v1/tasks/" + task + "/file", {{"Range", "bytes=100-299"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.raw.body, file.raw.body.substr(100, 200));
  EXPECT_EQ(part.raw.header("Content-Range"), "bytes 100-299/" + std::to_string(file.raw.body.size()));
  EXPECT_EQ(blocks().at("blocks")[0].at("times"), 1) << "the rest of a file is no second delivery";
  EXPECT_EQ(maker_->send(http::Method::Get, "/api/v1/tasks/" + task + "/file", {{"Range", "bytes=99999999-"}})
                .status,
            416);

  EXPECT_EQ(maker_->get("/api/v1/tasks").json.at("tasks").size(), 1U);
  auto const cancelled = post(*maker_, "/api/v1/tasks/" + task + "/cancel", Json::object(), "two");
  EXPECT_EQ(cancelled.json.value("state", ""), "cancelled") << cancelled.json;
  EXPECT_EQ(maker_->get("/api/v1/tasks/" + task + "/file").json.at("code"), "TASK_NOT_READY");
  EXPECT_EQ(post(*maker_, line_ + "/labels/tasks", {{"format", "png"}}, "three").json.at("code"),
            "LABEL_PICTURE_AT_ONCE");
}

// A part of a file that was never begun is a delivery too: nobody gets codes of which nothing is noted.
TEST_P(PacketsTest, APartOfAFileIsNotedUnlessItsBeginningWas) {
  order(300);
  auto const made = post(*maker_, line_ + "/codes/tasks", {{"format", "txt"}}, "one");
  ASSERT_EQ(made.status, 201) << made.json;
  std::string const target = "/api/v1/tasks/" + made.json.at("task").get<std::string>() + "/file";
  ended(*maker_, made.json.at("task"));
  auto const part = maker_->send(http::Method::Get, target, {{"Range", "bytes=1-"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(blocks().at("fetched"), 300);
  EXPECT_EQ("0" + part.raw.body, maker_->get(target).raw.body);
  std::string joined;
  for (auto const& code : codes()) joined += code + "\n";
  EXPECT_EQ("0" + part.raw.body, joined);
}

TEST_P(PacketsTest, OthersGetNothing) {
  order(3);
  auto const made = post(*maker_, line_ + "/codes/tasks", {{"format", "csv"}}, "one");
  ASSERT_EQ(made.status, 201) << made.json;
  std::string const task = made.json.at("task");
  ended(*maker_, task);
  for (char const* target : {"/blocks", "/blocks/1", "/labels", "/codes?format=json"})
    EXPECT_EQ(shop_->get(line_ + target).json.at("code"), "ORDER_UNKNOWN") << target;
  EXPECT_EQ(post(*shop_, line_ + "/labels/tasks", Json::object(), "x").json.at("code"), "ORDER_UNKNOWN");
  EXPECT_EQ(post(*shop_, line_ + "/codes/tasks", Json::object(), "x").json.at("code"), "ORDER_UNKNOWN");
  for (char const* target : {"", "/file"})
    EXPECT_EQ(shop_->get("/api/v1/tasks/" + task + std::string(target)).json.at("code"), "TASK_UNKNOWN");
  EXPECT_EQ(post(*shop_, "/api/v1/tasks/" + task + "/cancel", Json::object(), "y").json.at("code"),
            "TASK_UNKNOWN");
  EXPECT_TRUE(shop_->get("/api/v1/tasks").json.at("tasks").empty());
  EXPECT_EQ(ended(*maker_, task).at("state"), "ready");
  // Of the same organisation, whoever may not order codes sees no task with codes.
  Person observer = hire(*maker_, "301234567", "Observer", {"observer"});
  EXPECT_EQ(observer.get("/api/v1/tasks/" + task).json.at("code"), "TASK_UNKNOWN");
  EXPECT_EQ(observer.get("/api/v1/tasks/" + task + "/file").json.at("code"), "TASK_UNKNOWN");
}

// Opened by OpenSSL with the key of whoever fetched.
TEST_P(PacketsTest, CodesAreEncryptedForTheCertificateOfTheSession) {
  order(5);
  auto const plain = maker_->get(line_ + "/codes").raw.body;
  auto const sealed = maker_->get(line_ + "/codes?encrypted=true");
  ASSERT_EQ(sealed.status, 200) << sealed.json;
  EXPECT_EQ(sealed.raw.body.find(kGtin), std::string::npos);
  auto const folder = std::filesystem::path(::testing::TempDir()) / ("sealed_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "message", std::ios::binary) << sealed.raw.body;
  std::ofstream(folder / "key.pem") << maker_->identity().pem().value();
  std::string const command =
      "cd " + folder.string() +
      " && openssl cms -decrypt -inform DER -binary -in message -inkey key.pem -recip "
      "key.pem -out plain";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::stringstream opened;
  opened << std::ifstream(folder / "plain", std::ios::binary).rdbuf();
  EXPECT_EQ(opened.str(), plain);
  std::filesystem::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Engines, PacketsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
