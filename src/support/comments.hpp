// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "registry/user.hpp"
#include "sql/connection.hpp"
#include "support/rules.hpp"

namespace tamga::support {

using CommentNo = Id<struct CommentNoTag, std::int64_t>;

/// What somebody says about an article of the help. Who he is, is known to the operator alone.
struct Comment {
  CommentNo number;
  std::string article;  ///< its id: a-z, 0-9, -
  ledger::ParticipantNo participant;
  registry::UserNo user;
  std::string name;  ///< as he wants to be shown
  std::string text;
  UnixMs at{};
  std::optional<UnixMs> hidden{};  ///< by the operator or its author, since then
  std::string hidden_by{};         ///< officer of the operator; empty: its author
  std::string reason{};
};

/// Within the caller's transaction; a refusal leaves it as it was. Errors: TOO_MANY_COMMENTS, ARTICLE_FULL.
Result<void> write_comment(Rules const& rules, sql::Connection& connection, Comment const& comment);
/// Nobody sees it any more but the operator. Errors: COMMENT_UNKNOWN, also when it was hidden before.
Result<Comment> hide_comment(sql::Connection& connection, CommentNo number, std::string_view officer,
                             std::string_view reason, UnixMs now);
/// What the operator hid is shown again. Errors: COMMENT_NOT_HIDDEN, also when its author took it back;
/// COMMENT_UNKNOWN, ARTICLE_FULL.
Result<Comment> show_comment(Rules const& rules, sql::Connection& connection, CommentNo number);
/// Its author takes it back: name and text are erased, and it is shown to nobody. Errors: COMMENT_UNKNOWN,
/// also when it is another's, of another article or hidden.
Result<void> erase_comment(sql::Connection& connection, CommentNo number, std::string_view article,
                           registry::UserNo author, UnixMs now);
/// Errors: COMMENT_UNKNOWN.
Result<Comment> find_comment(sql::Connection& connection, CommentNo number);
/// That are shown, the newest first, numbers below `before`.
Result<std::vector<Comment>> comments_of(sql::Connection& connection, std::string_view article,
                                         CommentNo before, int limit);
/// All, also hidden ones, the newest first, numbers below `before`.
Result<std::vector<Comment>> all_comments(sql::Connection& connection, CommentNo before, int limit);

}  // namespace tamga::support
