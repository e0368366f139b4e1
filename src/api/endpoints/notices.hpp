// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "notices/notice.hpp"

namespace tamga::api {

struct NoticeView {
  std::string notice;
  UnixMs at;
  std::string event;
  std::string data;
  bool unread;
  static constexpr auto shape() {
    return shape::object(
        "Notice", "Something that was told to a participant",
        shape::field("notice", &NoticeView::notice, "Its number; they grow with time"),
        shape::field("at", &NoticeView::at, "When it happened"),
        shape::field("event", &NoticeView::event, "What: shipment.incoming, order.ready ..."),
        shape::field("data", &NoticeView::data, "About what, as in the live event: JSON as text"),
        shape::field("unread", &NoticeView::unread, "Whether whoever asks has not seen it yet"));
  }
};

/// What the participant was told, kept for half a year; who asks has a mark of what he has seen.
struct ListNotices {
  static constexpr EndpointSpec kSpec{.name = "list_notices",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/notices",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "What the organisation was told, newest first",
                                      .tag = "notices"};
  struct Input {
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListNoticesInput", "",
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<NoticeView> notices;
    std::int64_t unread;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "NoticePage", "A page of notices", shape::field("notices", &Output::notices, "Newest first"),
          shape::field("unread", &Output::unread, "Not seen yet, of all; at most a thousand"),
          shape::field("next", &Output::next, "For `before` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct ReadNotices {
  static constexpr EndpointSpec kSpec{.name = "read_notices",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/notices/read",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Notes that whoever asks has seen notices up to one",
                                      .tag = "notices",
                                      .idempotency_key = true};
  using Input = NoInput;
  struct Body {
    std::string up_to;
    static constexpr auto shape() {
      return shape::object(
          "ReadNotices", "What was seen",
          shape::field("up_to", &Body::up_to, "Number of the newest that was seen", shape::size(1, 20)));
    }
  };
  struct Output {
    std::int64_t unread;
    static constexpr auto shape() {
      return shape::object("NoticesRead", "What is left",
                           shape::field("unread", &Output::unread, "Not seen yet"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListNotices>;
extern template struct RowOf<ReadNotices>;

}  // namespace tamga::api
