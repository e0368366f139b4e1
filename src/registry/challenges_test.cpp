// SPDX-License-Identifier: Apache-2.0
#include "registry/challenges.hpp"

#include "registry/errors.hpp"
#include "registry/signing_test.hpp"

namespace tamga::registry {
namespace {

class ChallengesTest : public testing::SigningTest {
 protected:
  Challenges challenges(std::string system = "marking.example") {
    return Challenges(*keys_, rng_, clock_, std::move(system));
  }
  std::string const hash_ = crypto::hex(crypto::sha256("body"));
};

// What was signed for one thing is good for nothing else.
TEST_P(ChallengesTest, AChallengeIsGoodForItsPurposeOnly) {
  auto const ours = challenges();
  constexpr std::array kPurposes{Purpose::SignIn, Purpose::Apply, Purpose::StepUp};
  for (Purpose const made : kPurposes) {
    auto const text = ours.make(made).value();
    for (Purpose const asked : kPurposes)
      EXPECT_EQ(ours.judge(asked, text).has_value(), made == asked) << text;
  }
}

TEST_P(ChallengesTest, AConfirmationIsBoundToWhatIsConfirmed) {
  auto const ours = challenges();
  auto const text = ours.make(Purpose::StepUp, hash_).value();
  EXPECT_TRUE(text.starts_with("tamga confirm marking.example " + hash_ + " ")) << text;
  EXPECT_EQ(ours.judge(Purpose::StepUp, text, hash_).value(), crypto::sha256(text));
  auto const other = crypto::hex(crypto::sha256("other"));
  EXPECT_TRUE(ours.judge(Purpose::StepUp, text, other).error().is(kChallengeUnknown));
  EXPECT_TRUE(ours.judge(Purpose::StepUp, text).error().is(kChallengeUnknown));
  EXPECT_TRUE(challenges("other.example").judge(Purpose::StepUp, text, hash_).error().is(kChallengeUnknown));
  std::string moved = text;
  moved.replace(moved.find(hash_), hash_.size(), other);
  EXPECT_TRUE(ours.judge(Purpose::StepUp, moved, other).error().is(kChallengeUnknown));
  clock_.pass(Challenges::kGoodForMs + 1);
  EXPECT_TRUE(ours.judge(Purpose::StepUp, text, hash_).error().is(kChallengeExpired));
}

TEST_P(ChallengesTest, AChallengeIsUsedOnce) {
  auto const ours = challenges();
  auto const use = [&](std::string const& text) {
    return durably([&](sql::Connection& connection) { return ours.use(connection, crypto::sha256(text)); });
  };
  EXPECT_TRUE(use("one"));
  EXPECT_TRUE(use("one").error().is(kChallengeUsed));
  EXPECT_TRUE(use("two"));
  clock_.pass(Challenges::kGoodForMs * 2);
  EXPECT_TRUE(use("one").error().is(kChallengeUsed));
}

INSTANTIATE_TEST_SUITE_P(Engines, ChallengesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
