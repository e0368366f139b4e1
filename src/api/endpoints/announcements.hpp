// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "announcements/announcement.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// What a signed request about an announcement says it is.
enum class PublishAnnouncementWord : std::uint8_t { PublishAnnouncement };
enum class WithdrawAnnouncementWord : std::uint8_t { WithdrawAnnouncement };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::PublishAnnouncementWord> =
    tamga::shape::enumeration("PublishAnnouncementWord", "What is signed",
                              tamga::shape::value(tamga::api::PublishAnnouncementWord::PublishAnnouncement,
                                                  "publish_announcement", "An announcement"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::WithdrawAnnouncementWord> = tamga::shape::enumeration(
    "WithdrawAnnouncementWord", "What is signed",
    tamga::shape::value(tamga::api::WithdrawAnnouncementWord::WithdrawAnnouncement, "withdraw_announcement",
                        "An announcement is shown no more"));
template <>
inline constexpr auto tamga::shape::names<tamga::announcements::Audience> = tamga::shape::enumeration(
    "Audience", "Who is told",
    tamga::shape::value(tamga::announcements::Audience::Everybody, "everybody", "Whoever looks"),
    tamga::shape::value(tamga::announcements::Audience::Participants, "participants",
                        "Whoever is signed in"));

namespace tamga::api {

/// A text in the three languages.
struct AnnouncementWording {
  std::string ru;
  std::string uz;
  std::string en;
  static constexpr auto shape() {
    return shape::object("AnnouncementWording", "A text in the three languages",
                         shape::field("ru", &AnnouncementWording::ru, "Russian", shape::size(1, 5'000)),
                         shape::field("uz", &AnnouncementWording::uz, "Uzbek", shape::size(1, 5'000)),
                         shape::field("en", &AnnouncementWording::en, "English", shape::size(1, 5'000)));
  }
};

/// An announcement, in the reader's language.
struct AnnouncementView {
  std::string number;
  std::string title;
  std::string text;
  std::optional<std::string> group;
  UnixMs from;
  std::optional<UnixMs> until;
  announcements::Audience audience;
  std::optional<UnixMs> withdrawn;
  static AnnouncementView of(announcements::Announcement const& one, Language language);
  static constexpr auto shape() {
    return shape::object(
        "Announcement", "What the operator tells",
        shape::field("number", &AnnouncementView::number, "Its number"),
        shape::field("title", &AnnouncementView::title, "In the language of the call"),
        shape::field("text", &AnnouncementView::text, "In the language of the call"),
        shape::field("group", &AnnouncementView::group, "Product group it is about; absent: all"),
        shape::field("from", &AnnouncementView::from, "Shown from then on"),
        shape::field("until", &AnnouncementView::until, "Shown until then; absent: until it is withdrawn"),
        shape::field("audience", &AnnouncementView::audience, "Who is told"),
        shape::field("withdrawn", &AnnouncementView::withdrawn, "Not shown any more since then"));
  }
};

/// What is to be told now, to whoever asks; more to those who are signed in.
struct ListAnnouncements {
  static constexpr EndpointSpec kSpec{.name = "list_announcements",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/announcements",
                                      .access = Access::Public,
                                      .summary = "What the operator announces now, the newest first",
                                      .tag = "announcements"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<AnnouncementView> announcements;
    static constexpr auto shape() {
      return shape::object("Announcements", "What the operator announces",
                           shape::field("announcements", &Output::announcements, "The newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// All announcements, also past, future and withdrawn ones.
struct ListPublishedAnnouncements {
  static constexpr EndpointSpec kSpec{.name = "list_published_announcements",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/announcements",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Every announcement, the newest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListPublishedAnnouncementsInput", "",
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<AnnouncementView> announcements;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "PublishedAnnouncements", "A page of announcements",
          shape::field("announcements", &Output::announcements, "The newest first"),
          shape::field("next", &Output::next, "For `before` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Publishes an announcement.
struct PublishAnnouncement {
  static constexpr EndpointSpec kSpec{.name = "publish_announcement",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/announcements",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Announces something, in three languages, for a term",
                                      .tag = "operator",
                                      .step_up = true,
                                      .success = 201,
                                      .action = "announcement.publish"};
  using Input = NoInput;
  struct Body {
    PublishAnnouncementWord kind;
    announcements::Audience audience;
    std::optional<std::string> group;
    AnnouncementWording title;
    AnnouncementWording text;
    UnixMs from;
    std::optional<UnixMs> until;
    static constexpr auto shape() {
      return shape::object(
          "PublishAnnouncement", "An announcement; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("audience", &Body::audience, "Who is told"),
          shape::field("group", &Body::group, "Product group it is about", shape::size(1, 50)),
          shape::field("title", &Body::title, "A line"), shape::field("text", &Body::text, "The rest"),
          shape::field("from", &Body::from, "Shown from then on"),
          shape::field("until", &Body::until, "Shown until then"));
    }
  };
  using Output = AnnouncementView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Withdraws an announcement.
struct WithdrawAnnouncement {
  static constexpr EndpointSpec kSpec{.name = "withdraw_announcement",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/announcements/{announcement}/withdrawal",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Shows an announcement no more",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .action = "announcement.withdraw"};
  struct Input {
    std::int64_t announcement;
    static constexpr auto shape() {
      return shape::object("WithdrawAnnouncementInput", "",
                           shape::field("announcement", &Input::announcement, "Its number"));
    }
  };
  struct Body {
    WithdrawAnnouncementWord kind;
    std::string announcement;
    static constexpr auto shape() {
      return shape::object("WithdrawAnnouncement", "An announcement is shown no more; the bytes are signed",
                           shape::field("kind", &Body::kind, "What is signed"),
                           shape::field("announcement", &Body::announcement, "Its number, as in the address",
                                        shape::size(1, 20)));
    }
  };
  using Output = AnnouncementView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

extern template struct RowOf<ListAnnouncements>;
extern template struct RowOf<ListPublishedAnnouncements>;
extern template struct RowOf<PublishAnnouncement>;
extern template struct RowOf<WithdrawAnnouncement>;

}  // namespace tamga::api
