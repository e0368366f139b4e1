// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "drafts/draft.hpp"

namespace tamga::api {

/// A draft in a list.
struct DraftView {
  std::string name;
  std::string kind;
  std::string person;
  UnixMs saved;
  std::optional<std::string> body;
  static DraftView of(drafts::Draft const& draft);
  static constexpr auto shape() {
    return shape::object(
        "Draft", "A form that is not sent yet", shape::field("name", &DraftView::name, "Given by the writer"),
        shape::field("kind", &DraftView::kind, "What it will be: a kind of document"),
        shape::field("person", &DraftView::person, "Who saved it last"),
        shape::field("saved", &DraftView::saved, "When"),
        shape::field("body", &DraftView::body, "What the form holds, JSON as text; absent in lists"));
  }
};

struct DraftName {
  std::string draft;
  static constexpr auto shape() {
    return shape::object("DraftName", "",
                         shape::field("draft", &DraftName::draft, "Of the draft", shape::size(1, 100)));
  }
};

/// Keeps what a form holds.
struct SaveDraft {
  static constexpr EndpointSpec kSpec{.name = "save_draft",
                                      .method = http::Method::Put,
                                      .path = "/api/v1/drafts/{draft}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Keeps a form that is not sent yet; again: replaces it",
                                      .tag = "drafts",
                                      .idempotency_key = true,
                                      .max_body_bytes = drafts::kMaxBodyBytes * 2};
  using Input = DraftName;
  struct Body {
    std::string kind;
    std::string body;
    static constexpr auto shape() {
      return shape::object(
          "SaveDraft", "What a form holds",
          shape::field("kind", &Body::kind, "What it will be: a kind of document", shape::size(1, 50)),
          shape::field("body", &Body::body, "JSON, as text",
                       shape::size(1, static_cast<std::int64_t>(drafts::kMaxBodyBytes))));
    }
  };
  using Output = DraftView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct GetDraft {
  static constexpr EndpointSpec kSpec{.name = "get_draft",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/drafts/{draft}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "A form that is not sent yet",
                                      .tag = "drafts"};
  using Input = DraftName;
  using Body = NoBody;
  using Output = DraftView;
  static Result<Output> handle(Input const& input, Call& call);
};

struct ListDrafts {
  static constexpr EndpointSpec kSpec{.name = "list_drafts",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/drafts",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Forms that are not sent yet, lately saved first",
                                      .tag = "drafts"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<DraftView> drafts;
    static constexpr auto shape() {
      return shape::object("Drafts", "Forms that are not sent yet",
                           shape::field("drafts", &Output::drafts, "Lately saved first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct DiscardDraft {
  static constexpr EndpointSpec kSpec{.name = "discard_draft",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/drafts/{draft}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Throws a form away",
                                      .tag = "drafts",
                                      .idempotency_key = true,
                                      .success = 204};
  using Input = DraftName;
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<SaveDraft>;
extern template struct RowOf<GetDraft>;
extern template struct RowOf<ListDrafts>;
extern template struct RowOf<DiscardDraft>;

}  // namespace tamga::api
