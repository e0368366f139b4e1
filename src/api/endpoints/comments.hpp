// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "api/endpoint_row.hpp"
#include "api/errors.hpp"
#include "api/wire.hpp"
#include "support/comments.hpp"

namespace tamga::api {

/// Id of an article of the help. Which articles there are is known to the site alone.
struct ArticleId {
  std::string text;
};

}  // namespace tamga::api

namespace tamga::shape {

template <>
struct Scalar<api::ArticleId> {
  static constexpr ScalarInfo kInfo{.name = "ArticleId",
                                    .about = "Id of an article of the help",
                                    .pattern = "^[a-z0-9-]{1,80}$",
                                    .format = {},
                                    .example = "first-steps"};
  static Result<api::ArticleId> parse(std::string_view text) {
    bool const good = !text.empty() && text.size() <= 80 && std::all_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!good) return fail(api::kArticleMalformed);
    return api::ArticleId{std::string(text)};
  }
  static std::string_view text(api::ArticleId const& article) { return article.text; }
};

}  // namespace tamga::shape

namespace tamga::api {

/// A comment as everybody sees it.
struct CommentView {
  std::string comment;
  std::string name;
  std::string text;
  UnixMs at;
  bool own;
  static CommentView of(support::Comment const& one, Call const& call);
  static constexpr auto shape() {
    return shape::object("HelpComment", "What somebody says about an article",
                         shape::field("comment", &CommentView::comment, "Its number"),
                         shape::field("name", &CommentView::name, "As he wants to be shown"),
                         shape::field("text", &CommentView::text, "What he says"),
                         shape::field("at", &CommentView::at, "When"),
                         shape::field("own", &CommentView::own, "Whether the caller wrote it"));
  }
};

struct ListComments {
  static constexpr EndpointSpec kSpec{.name = "list_comments",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/help/{article}/comments",
                                      .access = Access::Public,
                                      .summary = "What people say about an article, the newest first",
                                      .tag = "support"};
  struct Input {
    ArticleId article;
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListCommentsInput", "", shape::field("article", &Input::article, "Which article"),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<CommentView> comments;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("HelpComments", "A page of comments",
                           shape::field("comments", &Output::comments, "The newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct WriteComment {
  static constexpr EndpointSpec kSpec{.name = "write_comment",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/help/{article}/comments",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Says something about an article",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .max_body_bytes = 32 << 10,
                                      .action = "comment.write"};
  struct Input {
    ArticleId article;
    static constexpr auto shape() {
      return shape::object("WriteCommentInput", "",
                           shape::field("article", &Input::article, "Which article"));
    }
  };
  struct Body {
    std::string name;
    std::string text;
    static constexpr auto shape() {
      return shape::object(
          "WriteComment", "A comment",
          shape::field("name", &Body::name, "As one wants to be shown to everybody", shape::size(1, 60)),
          shape::field("text", &Body::text, "What one says", shape::size(1, 2'000), shape::multiline()));
    }
  };
  using Output = CommentView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct DeleteComment {
  static constexpr EndpointSpec kSpec{.name = "delete_comment",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/help/{article}/comments/{comment}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Takes an own comment back: its text is erased",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .success = 204,
                                      .action = "comment.delete"};
  struct Input {
    ArticleId article;
    DocumentNumber comment;
    static constexpr auto shape() {
      return shape::object("DeleteCommentInput", "",
                           shape::field("article", &Input::article, "Of which article"),
                           shape::field("comment", &Input::comment, "Its number"));
    }
  };
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

/// A comment as the operator sees it.
struct OperatorComment {
  CommentView comment;
  std::string article;
  std::string company;
  std::string tax_id;
  std::optional<UnixMs> hidden_at;
  std::optional<std::string> hidden_by;
  std::optional<std::string> reason;
  static constexpr auto shape() {
    return shape::object(
        "OperatorComment", "A comment, and who wrote it",
        shape::field("comment", &OperatorComment::comment, "The comment"),
        shape::field("article", &OperatorComment::article, "Id of the article"),
        shape::field("company", &OperatorComment::company, "Whose user wrote it"),
        shape::field("tax_id", &OperatorComment::tax_id, "Its tax number"),
        shape::field("hidden_at", &OperatorComment::hidden_at, "Nobody else sees it since then"),
        shape::field("hidden_by", &OperatorComment::hidden_by,
                     "Who hid it; absent beside `hidden_at`: its author took it back"),
        shape::field("reason", &OperatorComment::reason, "Why"));
  }
};

struct ListAllComments {
  static constexpr EndpointSpec kSpec{
      .name = "list_all_comments",
      .method = http::Method::Get,
      .path = "/api/v1/operator/comments",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Comments on all articles, hidden ones too, the newest first",
      .tag = "operator"};
  struct Input {
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListAllCommentsInput", "",
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<OperatorComment> comments;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("OperatorComments", "A page of comments",
                           shape::field("comments", &Output::comments, "The newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct HideComment {
  static constexpr EndpointSpec kSpec{.name = "hide_comment",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/comments/{comment}/hiding",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Shows a comment to nobody any more",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .action = "comment.hide"};
  struct Input {
    DocumentNumber comment;
    static constexpr auto shape() {
      return shape::object("HideCommentInput", "", shape::field("comment", &Input::comment, "Its number"));
    }
  };
  struct Body {
    std::string reason;
    static constexpr auto shape() {
      return shape::object("HideComment", "Why a comment is hidden",
                           shape::field("reason", &Body::reason, "For the operator", shape::size(1, 500)));
    }
  };
  using Output = OperatorComment;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct ShowComment {
  static constexpr EndpointSpec kSpec{.name = "show_comment",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/comments/{comment}/showing",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Shows a comment again that the operator hid",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .action = "comment.show"};
  using Input = HideComment::Input;
  using Body = NoBody;
  using Output = OperatorComment;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListComments>;
extern template struct RowOf<WriteComment>;
extern template struct RowOf<DeleteComment>;
extern template struct RowOf<ListAllComments>;
extern template struct RowOf<HideComment>;
extern template struct RowOf<ShowComment>;

}  // namespace tamga::api
