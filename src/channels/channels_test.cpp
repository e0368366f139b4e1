// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "base/testing/source_path.hpp"
#include "channels/channel.hpp"
#include "channels/errors.hpp"
#include "channels/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::channels {
namespace {

constexpr ParticipantNo kShop(1);
constexpr ParticipantNo kOther(2);

Directory directory_of(char const* country) {
  auto read = Directory::read(source_path("spec") / country / "channels.toml");
  if (!read) throw std::runtime_error(describe(read.error()));
  return *std::move(read);
}

class ChannelsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("channels", kMigrations);
  }
  Result<Channel> ask(ParticipantNo who, ChannelKind kind, std::string code,
                      std::optional<std::string> requisite = {}) {
    auto writer = store().writer().value();
    ++numbers_;
    return connect(*writer, directory_, ChannelNo(numbers_), who,
                   {kind, std::move(code), std::move(requisite)}, "Director", UnixMs(numbers_));
  }
  Result<Channel> leave(ParticipantNo who, ChannelNo number) {
    auto writer = store().writer().value();
    return disconnect(*writer, who, number, UnixMs(9));
  }
  Result<Channel> answer(ChannelNo number, std::optional<std::string> refusal = {}) {
    auto writer = store().writer().value();
    return settle(*writer, number, std::move(refusal), UnixMs(20));
  }
  /// An operator that is not built in and wants to know something.
  ChannelOperator const& commercial() {
    for (ChannelOperator const& one : directory_.operators())
      if (!one.built_in && one.requisite && one.kind == ChannelKind::Edo) return one;
    throw std::runtime_error("no commercial operator");
  }
  Directory directory_ = directory_of("ru");
  std::int64_t numbers_ = 0;
};

// The built-in operator is free and answers at once.
TEST_P(ChannelsTest, BuiltInIsActiveAtOnce) {
  auto const channel = ask(kShop, ChannelKind::Edo, "tamga");
  ASSERT_TRUE(channel) << describe(channel.error());
  EXPECT_EQ(channel->state, ChannelState::Active);
  auto const again = ask(kShop, ChannelKind::Edo, "tamga");
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(kChannelOpen));
  EXPECT_TRUE(ask(kOther, ChannelKind::Edo, "tamga"));
  EXPECT_TRUE(ask(kShop, ChannelKind::Ofd, "tamga"));
  EXPECT_TRUE(leave(kOther, channel->number).error().is(kChannelUnknown));
  ASSERT_TRUE(leave(kShop, channel->number));
  EXPECT_TRUE(leave(kShop, channel->number).error().is(kChannelUnknown));
  EXPECT_TRUE(ask(kShop, ChannelKind::Edo, "tamga"));
}

// A commercial one wants its requisites and says yes or no.
TEST_P(ChannelsTest, CommercialOperatorAnswers) {
  std::string const code = commercial().code;
  std::string const requisite(static_cast<std::size_t>(commercial().requisite->least), '7');
  EXPECT_TRUE(ask(kShop, ChannelKind::Edo, "nobody").error().is(kChannelOperatorUnknown));
  EXPECT_TRUE(ask(kShop, ChannelKind::Edo, code).error().is(kRequisiteMissing));
  EXPECT_TRUE(ask(kShop, ChannelKind::Edo, code, std::string(201, '7')).error().is(kRequisiteLength));
  EXPECT_TRUE(ask(kShop, ChannelKind::Edo, "tamga", "7").error().is(kRequisiteNotAsked));
  auto const channel = ask(kShop, ChannelKind::Edo, code, requisite);
  ASSERT_TRUE(channel) << describe(channel.error());
  EXPECT_EQ(channel->state, ChannelState::Requested);
  auto reader = store().reader().value();
  ASSERT_EQ(channels_waiting(*reader, ChannelNo(), 10).value().size(), 1U);
  auto const refused = answer(channel->number, "no such account");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->state, ChannelState::Refused);
  EXPECT_TRUE(answer(channel->number).error().is(kChannelNotWaiting));
  EXPECT_TRUE(answer(ChannelNo(999)).error().is(kChannelUnknown));
  EXPECT_TRUE(channels_waiting(*reader, ChannelNo(), 10).value().empty());
  auto const second = ask(kShop, ChannelKind::Edo, code, requisite);
  ASSERT_TRUE(second);
  EXPECT_EQ(answer(second->number)->state, ChannelState::Active);
  auto const mine = channels_of(*reader, kShop).value();
  ASSERT_EQ(mine.size(), 2U);
  EXPECT_EQ(mine.front().state, ChannelState::Active);
  EXPECT_EQ(mine.back().reason, "no such account");
  EXPECT_TRUE(channels_of(*reader, kOther).value().empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, ChannelsTest, sql::testing::engines());

// Both countries have a free channel of each kind; a directory without one is refused.
TEST(ChannelDirectory, HasBuiltInOperators) {
  for (char const* country : {"ru", "uz"}) {
    Directory const directory = directory_of(country);
    EXPECT_TRUE(directory.find(ChannelKind::Edo, "tamga")->built_in);
    EXPECT_TRUE(directory.find(ChannelKind::Ofd, "tamga")->built_in);
    EXPECT_GE(directory.operators().size(), 4U);
  }
  auto const file = std::filesystem::path(testing::TempDir()) / "channels.toml";
  std::ofstream(file)
      << "[[operators]]\nkind = \"edo\"\ncode = \"x\"\nnames = { ru = \"a\", uz = \"b\", en = \"c\" }\n";
  auto const wrong = Directory::read(file);
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(wrong.error().is(kNoBuiltInChannel)) << describe(wrong.error());
}

}  // namespace
}  // namespace tamga::channels
