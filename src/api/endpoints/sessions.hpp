// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// An open session as its participant sees it.
struct SessionView {
  std::string session;
  std::string person;
  std::string method;
  std::string certificate;
  UnixMs opened;
  UnixMs used;
  UnixMs expires;
  std::string address;
  std::string agent;
  bool current;
  static constexpr auto shape() {
    return shape::object(
        "SessionView", "An open session",
        shape::field("session", &SessionView::session, "Names it; not its token"),
        shape::field("person", &SessionView::person, "Who signed in"),
        shape::field("method", &SessionView::method,
                     "certificate, or the identity portal that named the person"),
        shape::field("certificate", &SessionView::certificate,
                     "SHA-256 of the certificate, hexadecimal; zeros where none was used"),
        shape::field("opened", &SessionView::opened, "When"),
        shape::field("used", &SessionView::used, "When it was last used, to the minute"),
        shape::field("expires", &SessionView::expires, "When it ends at the latest"),
        shape::field("address", &SessionView::address, "Network address it was opened from"),
        shape::field("agent", &SessionView::agent, "What the browser or program called itself"),
        shape::field("current", &SessionView::current, "True for the session that asks"));
  }
};

/// Who is signed in for the participant.
struct ListSessions {
  static constexpr EndpointSpec kSpec{
      .name = "list_sessions",
      .method = http::Method::Get,
      .path = "/api/v1/sessions",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .summary = "Own open sessions, lately used first; with the right to users, those of everybody",
      .tag = "sign-in"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<SessionView> sessions;
    static constexpr auto shape() {
      return shape::object("SessionList", "Open sessions",
                           shape::field("sessions", &Output::sessions, "Lately used first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Ends a session: a lost device, a colleague who left.
struct EndSession {
  static constexpr EndpointSpec kSpec{
      .name = "end_session",
      .method = http::Method::Delete,
      .path = "/api/v1/sessions/{session}",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .summary = "Ends an own open session; with the right to users, anybody's",
      .tag = "sign-in",
      .idempotency_key = true,
      .success = 204,
      .action = "session.end"};
  struct Input {
    std::string session;
    static constexpr auto shape() {
      return shape::object(
          "EndSessionInput", "",
          shape::field("session", &Input::session, "Its name of the list", shape::size(1, 64)));
    }
  };
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Ends all others.
struct EndOtherSessions {
  static constexpr EndpointSpec kSpec{
      .name = "end_other_sessions",
      .method = http::Method::Delete,
      .path = "/api/v1/sessions",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .summary = "Ends own sessions but the one that asks; with the right to users, everybody's",
      .tag = "sign-in",
      .idempotency_key = true,
      .action = "session.end_others"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::int64_t ended;
    static constexpr auto shape() {
      return shape::object("EndedSessions", "What was ended",
                           shape::field("ended", &Output::ended, "How many"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Gives a text to sign that confirms one request.
struct AskStepUp {
  static constexpr EndpointSpec kSpec{
      .name = "ask_step_up",
      .method = http::Method::Post,
      .path = "/api/v1/step-up/challenge",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .run = http::Run::Inline,
      .summary = "A text to be signed that confirms one request, good for two minutes",
      .tag = "sign-in"};
  using Input = NoInput;
  struct Body {
    std::string request;
    static constexpr auto shape() {
      return shape::object(
          "StepUp", "What is to be confirmed",
          shape::field("request", &Body::request,
                       "SHA-256 of the body of the request, 64 lower-case hexadecimal digits",
                       shape::size(64, 64)));
    }
  };
  struct Output {
    std::string challenge;
    static constexpr auto shape() {
      return shape::object("StepUpChallenge", "A text to be signed",
                           shape::field("challenge", &Output::challenge,
                                        "Sign exactly these characters (UTF-8), content attached; send the "
                                        "CMS in base64 as X-Step-Up with the request"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListSessions>;
extern template struct RowOf<EndSession>;
extern template struct RowOf<EndOtherSessions>;
extern template struct RowOf<AskStepUp>;

}  // namespace tamga::api
