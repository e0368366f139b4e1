// SPDX-License-Identifier: Apache-2.0
#include "support/comments.hpp"

#include "sql/statement.hpp"
#include "support/errors.hpp"

namespace tamga::support {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

#define TAMGA_COMMENT_COLUMNS \
  "comment, article, participant, user_no, shown_name, content, written_at, hidden_at, hidden_by, reason"

constexpr sql::Statement kInsert{"support.comment.insert",
                                 "INSERT INTO help_comment (" TAMGA_COMMENT_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, '', '')"};
constexpr sql::Statement kHide{"support.comment.hide",
                               "UPDATE help_comment SET hidden_at = $2, hidden_by = $3, reason = $4 "
                               "WHERE comment = $1 AND hidden_at IS NULL"};
constexpr sql::Statement kShow{"support.comment.show",
                               "UPDATE help_comment SET hidden_at = NULL, hidden_by = '', reason = '' "
                               "WHERE comment = $1 AND hidden_at IS NOT NULL AND hidden_by <> ''"};
constexpr sql::Statement kErase{"support.comment.erase",
                                "UPDATE help_comment SET hidden_at = $4, shown_name = '', content = '' "
                                "WHERE comment = $1 AND article = $2 AND user_no = $3 AND hidden_at IS NULL"};
constexpr sql::Statement kFind{"support.comment",
                               "SELECT " TAMGA_COMMENT_COLUMNS " FROM help_comment WHERE comment = $1"};
constexpr sql::Statement kOfArticle{
    "support.comments", "SELECT " TAMGA_COMMENT_COLUMNS
                        " FROM help_comment WHERE article = $1 AND comment < $2 AND hidden_at IS NULL "
                        "ORDER BY comment DESC LIMIT $3"};
constexpr sql::Statement kAll{"support.comments.all",
                              "SELECT " TAMGA_COMMENT_COLUMNS
                              " FROM help_comment WHERE comment < $1 ORDER BY comment DESC LIMIT $2"};
constexpr sql::Statement kCountOfArticle{
    "support.comments.count", "SELECT COUNT(*) FROM help_comment WHERE article = $1 AND hidden_at IS NULL"};
constexpr sql::Statement kCountOfUser{
    "support.comments.of_user", "SELECT COUNT(*) FROM help_comment WHERE user_no = $1 AND written_at > $2"};

#undef TAMGA_COMMENT_COLUMNS

Comment comment_of(sql::Row const& row) {
  Comment out{.number = row.as<CommentNo>(0),
              .article = std::string(row.text(1)),
              .participant = row.as<ledger::ParticipantNo>(2),
              .user = row.as<registry::UserNo>(3),
              .name = std::string(row.text(4)),
              .text = std::string(row.text(5)),
              .at = row.as<UnixMs>(6)};
  if (!row.is_null(7)) out.hidden = row.as<UnixMs>(7);
  out.hidden_by = row.text(8);
  out.reason = row.text(9);
  return out;
}

Result<std::vector<Comment>> all_of(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Comment> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(comment_of(row)); }));
  return out;
}

std::int64_t count_of(sql::Row const& row) { return row.int64(0); }

Result<void> find_room(Rules const& rules, sql::Connection& connection, std::string const& article) {
  TAMGA_ASSIGN(shown, connection.find(kCountOfArticle, count_of, article));
  if (shown.value_or(0) < rules.comments_of_article) return {};
  return fail(Error(kArticleFull).with("limit", std::to_string(rules.comments_of_article)));
}

}  // namespace

Result<void> write_comment(Rules const& rules, sql::Connection& connection, Comment const& one) {
  TAMGA_ASSIGN(lately, connection.find(kCountOfUser, count_of, one.user, UnixMs(one.at.value() - kDayMs)));
  if (lately.value_or(0) >= rules.comments_a_day)
    return fail(Error(kTooManyComments).with("limit", std::to_string(rules.comments_a_day)));
  TAMGA_TRY(find_room(rules, connection, one.article));
  TAMGA_TRY(connection.execute(kInsert, one.number, one.article, one.participant, one.user, one.name,
                               one.text, one.at));
  return {};
}

Result<Comment> find_comment(sql::Connection& connection, CommentNo number) {
  TAMGA_ASSIGN(found, connection.find(kFind, comment_of, number));
  if (!found) return fail(kCommentUnknown);
  return *std::move(found);
}

Result<Comment> hide_comment(sql::Connection& connection, CommentNo number, std::string_view officer,
                             std::string_view reason, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kHide, number, now, officer, reason));
  if (changed == 0) return fail(kCommentUnknown);
  return find_comment(connection, number);
}

Result<Comment> show_comment(Rules const& rules, sql::Connection& connection, CommentNo number) {
  TAMGA_ASSIGN(found, find_comment(connection, number));
  if (!found.hidden || found.hidden_by.empty()) return fail(kCommentNotHidden);
  TAMGA_TRY(find_room(rules, connection, found.article));
  TAMGA_TRY(connection.execute(kShow, number));
  return find_comment(connection, number);
}

Result<void> erase_comment(sql::Connection& connection, CommentNo number, std::string_view article,
                           registry::UserNo author, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kErase, number, article, author, now));
  return changed == 0 ? Result<void>(fail(kCommentUnknown)) : Result<void>();
}

Result<std::vector<Comment>> comments_of(sql::Connection& connection, std::string_view article,
                                         CommentNo before, int limit) {
  return all_of(connection.query(kOfArticle, article, before, limit));
}

Result<std::vector<Comment>> all_comments(sql::Connection& connection, CommentNo before, int limit) {
  return all_of(connection.query(kAll, before, limit));
}

}  // namespace tamga::support
