// SPDX-License-Identifier: Apache-2.0
#include "business_register/register_chain.hpp"

#include <gtest/gtest.h>

#include "business_register/errors.hpp"

namespace tamga::business_register {
namespace {

class FixedClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override {
    return UnixMs(std::int64_t{Date::parse("2026-03-10")->days()} * 86'400'000);
  }
};

/// A book that always answers the same.
class Book final : public BusinessRegister {
 public:
  explicit Book(Result<std::optional<BusinessEntity>> answer) : answer_(std::move(answer)) {}
  Result<std::optional<BusinessEntity>> find(std::string_view) override {
    ++asked;
    return answer_;
  }
  int asked = 0;

 private:
  Result<std::optional<BusinessEntity>> answer_;
};

Book says(char const* name, char const* as_of) {
  return Book(std::optional(BusinessEntity{.tax_id = "1",
                                           .as_of = *Date::parse(as_of),
                                           .name = name,
                                           .short_name = {},
                                           .legal_form = {},
                                           .registry_id = {},
                                           .status = EntityStatus::Active,
                                           .address = {},
                                           .director = {},
                                           .main_activity = {},
                                           .registered_on = {},
                                           .vat_payer = {}}));
}
Book none() { return Book(std::optional<BusinessEntity>()); }
Book down() { return Book(fail(kRegisterUnreachable)); }

std::string ask(std::vector<RegisterChain::Link> links) {
  FixedClock const clock;
  auto const answer = RegisterChain(std::move(links), clock).find("1");
  if (!answer) return std::string(answer.error().name());
  return *answer ? (*answer)->name : "none";
}

TEST(RegisterChain, TheFirstThatKnowsAnswers) {
  Book file = says("file", "2026-03-01");
  Book net = says("net", "2026-03-10");
  EXPECT_EQ(ask({{&file}, {&net}}), "file");
  EXPECT_EQ(net.asked, 0);
  EXPECT_EQ(ask({{&net}, {&file}}), "net");
}

// A business may be younger than the extract: only all books together say that there is none.
TEST(RegisterChain, AbsenceNeedsEveryBook) {
  Book empty = none();
  Book off = down();
  Book net = says("net", "2026-03-10");
  EXPECT_EQ(ask({{&empty}, {&net}}), "net");
  EXPECT_EQ(ask({{&empty}, {&off}}), "REGISTER_UNREACHABLE");
  EXPECT_EQ(ask({{&off}, {&empty}}), "REGISTER_UNREACHABLE");
  EXPECT_EQ(ask({{&off}, {&net}}), "net");
  EXPECT_EQ(ask({{&empty}, {&empty}}), "none");
  EXPECT_EQ(ask({}), "REGISTER_UNREACHABLE");
}

// Nine days are trusted or not; an old word is better than none.
TEST(RegisterChain, OldWordsAreAskedAgain) {
  Book file = says("file", "2026-03-01");
  Book net = says("net", "2026-03-10");
  Book off = down();
  Book empty = none();
  EXPECT_EQ(ask({{&file, 9}, {&net}}), "file");
  EXPECT_EQ(ask({{&file, 8}, {&net}}), "net");
  EXPECT_EQ(ask({{&file, 8}, {&off}}), "file");
  EXPECT_EQ(ask({{&file, 8}, {&empty}}), "file");
  Book older = says("older", "2026-02-01");
  EXPECT_EQ(ask({{&older, 1}, {&file, 1}}), "file");
  EXPECT_EQ(ask({{&file, 1}, {&older, 1}}), "file");
}

}  // namespace
}  // namespace tamga::business_register
