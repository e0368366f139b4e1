// SPDX-License-Identifier: Apache-2.0
#include "support/violations.hpp"

#include "identifiers/errors.hpp"
#include "support/errors.hpp"
#include "support/testing/desk_case.hpp"
#include "support/violation_rows.hpp"

namespace tamga::support {
namespace {

constexpr std::int64_t kDay = 86'400'000;
UnixMs at(std::int64_t days) { return UnixMs((20'514 + days) * kDay); }

class ViolationsTest : public testing::DeskCase {
 protected:
  static Violation seen(std::int64_t number) {
    Violation out{
        .number = ViolationNo(number),
        .kind = "expired",
        .code = "0104780000000014215ABCDEFGHIJKL",
        .gtin = "04780000000014",
        .holder = registry::ParticipantNo(7),
        .owner = registry::ParticipantNo(8),
        .place = {.shop = "Do'kon", .address = "Navoiy 1", .latitude = 41'311'081, .longitude = 69'240'562},
        .text = "Old",
        .language = Language::Uz};
    out.contact = "me@example.uz";
    out.origin = "origin";
    return out;
  }
  Result<Violation> send(Violation const& one, UnixMs now = at(0), bool consent = true) {
    return durably([&](auto& writer) { return report(*desk_, writer, one, consent, now); });
  }
  Violation stored(std::int64_t number) {
    auto const reader = store().reader().value();
    return find_violation(*reader, ViolationNo(number)).value();
  }
  Result<Violation> judge(std::int64_t number, Author const& who, UnixMs now) {
    return durably(
        [&](auto& writer) { return decide(*desk_, writer, stored(number), who, true, "Fined", now); });
  }
  std::vector<ViolationNo> erase(UnixMs now) {
    return durably([&](auto& writer) { return erase_contacts(*desk_, writer, now, 100); }).value();
  }
};

// From the shop to the decision, and who may ask.
TEST_P(ViolationsTest, GoFromReportToDecision) {
  auto const sent = send(seen(1));
  ASSERT_TRUE(sent) << describe(sent.error());
  EXPECT_EQ(sent->secret.size(), 12U);
  EXPECT_NE(send(seen(2))->secret, sent->secret);
  auto const reader = store().reader().value();
  EXPECT_EQ(find_by_secret(*reader, ViolationNo(1), sent->secret)->state, ViolationState::Received);
  EXPECT_TRUE(find_by_secret(*reader, ViolationNo(1), "").error().is(kViolationUnknown));
  EXPECT_TRUE(find_by_secret(*reader, ViolationNo(9), sent->secret).error().is(kViolationUnknown));
  EXPECT_EQ(stored(1).place.longitude, 69'240'562);
  EXPECT_EQ(stored(1).language, Language::Uz);

  auto const took = [&](Author const& who, bool over) {
    return durably([&](auto& writer) { return take(writer, stored(1), who, over); });
  };
  ASSERT_TRUE(took(officer(), false));
  EXPECT_EQ(stored(1).state, ViolationState::InWork);
  EXPECT_TRUE(took(officer(901, "Aliyeva"), false).error().is(kViolationTaken));
  EXPECT_TRUE(judge(1, officer(901, "Aliyeva"), at(1)).error().is(kViolationTaken));
  ASSERT_TRUE(took(officer(901, "Aliyeva"), true));
  ASSERT_TRUE(judge(1, officer(901, "Aliyeva"), at(1)));
  EXPECT_EQ(stored(1).state, ViolationState::Confirmed);
  EXPECT_EQ(stored(1).answer, "Fined");
  EXPECT_EQ(letters(), std::vector<std::string>{"violation_decided me@example.uz"});
  EXPECT_TRUE(judge(1, officer(901), at(2)).error().is(kViolationDecided));
  EXPECT_TRUE(took(officer(901), true).error().is(kViolationDecided));
}

// The holder of the code and the owner of the number see it, nobody else.
TEST_P(ViolationsTest, AreSeenByWhomTheyConcern) {
  ASSERT_TRUE(send(seen(1)));
  Violation other = seen(2);
  other.kind = "price";
  other.holder = registry::ParticipantNo(8);
  ASSERT_TRUE(send(other));
  auto const reader = store().reader().value();
  auto const about = [&](std::uint32_t whose, std::int64_t before = 100) {
    return violations_about(*reader, registry::ParticipantNo(whose), ViolationNo(before), 10).value().size();
  };
  EXPECT_EQ(about(7), 1U);
  EXPECT_EQ(about(8), 2U);
  EXPECT_EQ(about(8, 2), 1U);
  EXPECT_EQ(about(9), 0U);
  auto const waiting = [&](ViolationFilter const& filter, std::int64_t after = 0) {
    return violations(*reader, filter, ViolationNo(after), 10).value().size();
  };
  EXPECT_EQ(waiting({}), 2U);
  EXPECT_EQ(waiting({}, 1), 1U);
  EXPECT_EQ(waiting({.kind = "price"}), 1U);
  EXPECT_EQ(waiting({.state = ViolationState::InWork}), 0U);
}

TEST_P(ViolationsTest, AreRefusedWhenTheySayTooLittle) {
  Violation one = seen(1);
  one.kind = "moon";
  EXPECT_TRUE(send(one).error().is(kViolationKindUnknown));
  one = seen(1);
  one.code.clear();
  one.gtin.clear();
  EXPECT_TRUE(send(one).error().is(kViolationGoodsMissing));
  one = seen(1);
  one.place.longitude.reset();
  EXPECT_EQ(send(one).error().where(), "/longitude");
  EXPECT_TRUE(send(seen(1), at(0), false).error().is(kContactConsentMissing));
  one = seen(1);
  one.contact = "nowhere";
  EXPECT_EQ(send(one).error().where(), "/email");
  rules_.reports_a_day = 1;
  ASSERT_TRUE(send(seen(1)));
  EXPECT_TRUE(send(seen(2)).error().is(kTooManyViolations));
  one = seen(3);
  one.origin = "elsewhere";
  EXPECT_TRUE(send(one));
  EXPECT_TRUE(send(seen(4), at(1)));
}

// Nothing personal stays longer than the country says, and the rest of the report does.
TEST_P(ViolationsTest, ForgetWhoReported) {
  ASSERT_TRUE(send(seen(1)));
  ASSERT_TRUE(send(seen(2)));
  ASSERT_TRUE(judge(1, officer(), at(3)));
  ASSERT_EQ(rules_.contact_days, 60);
  auto const due = [&](UnixMs now) {
    auto const reader = store().reader().value();
    return is_to_be_erased(*desk_, *reader, now).value();
  };
  EXPECT_FALSE(due(at(1)));
  EXPECT_TRUE(due(at(2)));
  EXPECT_TRUE(erase(at(63)).empty());
  EXPECT_FALSE(due(at(63)));
  EXPECT_TRUE(due(at(64)));
  EXPECT_EQ(stored(1).origin, "") << "addresses are gone after a day";
  EXPECT_EQ(stored(1).contact, "me@example.uz");
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute(sql::Statement{"test.sent", "UPDATE letter SET state = 2, finished_at = 1"}));
  }
  EXPECT_EQ(erase(at(64)), std::vector<ViolationNo>{ViolationNo(1)});
  EXPECT_EQ(stored(1).contact, "");
  EXPECT_EQ(stored(1).answer, "Fined");
  EXPECT_EQ(stored(2).contact, "me@example.uz") << "nobody has decided yet";
  auto const reader = store().reader().value();
  std::array const sent{mail::LetterState::Sent};
  EXPECT_TRUE(mail::letters(*reader, sent, 10).value().empty());
  EXPECT_TRUE(erase(at(65)).empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, ViolationsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::support
