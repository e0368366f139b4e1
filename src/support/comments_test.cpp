// SPDX-License-Identifier: Apache-2.0
#include "support/comments.hpp"

#include "support/errors.hpp"
#include "support/testing/desk_case.hpp"

namespace tamga::support {
namespace {

class CommentsTest : public testing::DeskCase {
 protected:
  Result<void> say(std::int64_t number, std::string const& article, std::int64_t now, std::int64_t user = 5) {
    return durably([&](auto& writer) {
      return write_comment(rules_, writer,
                           {.number = CommentNo(number),
                            .article = article,
                            .participant = shop_,
                            .user = registry::UserNo(user),
                            .name = "Zulfiya",
                            .text = "Useful",
                            .at = UnixMs(now)});
    });
  }
  std::vector<std::int64_t> shown(std::string const& article, std::int64_t before = 100) {
    auto const reader = store().reader().value();
    std::vector<std::int64_t> out;
    auto const found = comments_of(*reader, article, CommentNo(before), 10).value();
    for (Comment const& one : found) out.push_back(one.number.value());
    return out;
  }
  Result<Comment> hide(std::int64_t number) {
    return durably(
        [&](auto& writer) { return hide_comment(writer, CommentNo(number), "Rahimova", "Rude", UnixMs(9)); });
  }
  Result<Comment> show(std::int64_t number) {
    return durably([&](auto& writer) { return show_comment(rules_, writer, CommentNo(number)); });
  }
};

using Numbers = std::vector<std::int64_t>;

TEST_P(CommentsTest, AreShownUntilTheyAreHidden) {
  ASSERT_TRUE(say(1, "first-steps", 1));
  ASSERT_TRUE(say(2, "first-steps", 2));
  ASSERT_TRUE(say(3, "labels", 3));
  EXPECT_EQ(shown("first-steps"), (Numbers{2, 1}));
  EXPECT_EQ(shown("first-steps", 2), Numbers{1});
  EXPECT_EQ(shown("nothing"), Numbers{});
  auto const hidden = hide(2);
  ASSERT_TRUE(hidden);
  EXPECT_EQ(hidden->hidden, UnixMs(9));
  EXPECT_EQ(hidden->reason, "Rude");
  EXPECT_EQ(shown("first-steps"), Numbers{1});
  EXPECT_TRUE(hide(2).error().is(kCommentUnknown));
  EXPECT_TRUE(hide(7).error().is(kCommentUnknown));
  auto const reader = store().reader().value();
  EXPECT_EQ(all_comments(*reader, CommentNo(100), 10).value().size(), 3U);
  EXPECT_EQ(all_comments(*reader, CommentNo(3), 1).value().front().number, CommentNo(2));
}

// What the operator hid he shows again; what its author took back stays away.
TEST_P(CommentsTest, AreShownAgain) {
  rules_.comments_of_article = 2;
  ASSERT_TRUE(say(1, "labels", 1));
  ASSERT_TRUE(say(2, "labels", 2));
  EXPECT_TRUE(show(1).error().is(kCommentNotHidden)) << "it is shown";
  EXPECT_TRUE(show(7).error().is(kCommentUnknown));
  ASSERT_TRUE(hide(1));
  ASSERT_TRUE(say(3, "labels", 3));
  EXPECT_TRUE(show(1).error().is(kArticleFull));
  ASSERT_TRUE(durably([&](auto& writer) {
    return erase_comment(writer, CommentNo(3), "labels", registry::UserNo(5), UnixMs(4));
  }));
  EXPECT_TRUE(show(3).error().is(kCommentNotHidden)) << "its author did";
  auto const again = show(1);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->hidden, std::nullopt);
  EXPECT_EQ(again->reason, "");
  EXPECT_EQ(again->text, "Useful");
  EXPECT_EQ(shown("labels"), (Numbers{2, 1}));
}

TEST_P(CommentsTest, HaveLimits) {
  rules_.comments_a_day = 2;
  rules_.comments_of_article = 3;
  ASSERT_TRUE(say(1, "labels", 0));
  ASSERT_TRUE(say(2, "labels", 1));
  EXPECT_TRUE(say(3, "other", 2).error().is(kTooManyComments));
  ASSERT_TRUE(say(3, "labels", 2, 6)) << "somebody else";
  EXPECT_TRUE(say(4, "labels", 3, 7).error().is(kArticleFull));
  ASSERT_TRUE(hide(1));
  EXPECT_TRUE(say(4, "labels", 3, 7)) << "what is hidden makes room";
  EXPECT_TRUE(say(5, "other", 86'400'001)) << "a day later";
}

INSTANTIATE_TEST_SUITE_P(Engines, CommentsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::support
