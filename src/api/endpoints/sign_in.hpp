// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "registry/right_words.hpp"

namespace tamga::api {

/// An organisation as it sees itself.
struct ParticipantView {
  std::uint32_t number;
  std::string tax_id;
  std::string name;
  std::vector<std::string> types;
  bool authority;
  static ParticipantView of(registry::Participant const& participant);
  static constexpr auto shape() {
    return shape::object(
        "Participant", "An organisation that takes part in marking",
        shape::field("number", &ParticipantView::number, "Number in the system"),
        shape::field("tax_id", &ParticipantView::tax_id, "Tax number"),
        shape::field("name", &ParticipantView::name, "Name as in its certificate"),
        shape::field("types", &ParticipantView::types, "What it does: codes of the country's dictionary"),
        shape::field("authority", &ParticipantView::authority, "True for the operator"));
  }
};

/// Address and program of whoever asks.
registry::Origin origin_of(http::Request const& request);

/// Gives a text to sign.
struct AskChallenge {
  static constexpr EndpointSpec kSpec{.name = "ask_challenge",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/sign-in/challenge",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "A text to be signed, good for two minutes and one session",
                                      .tag = "sign-in"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string challenge;
    static constexpr auto shape() {
      return shape::object("Challenge", "A text to be signed",
                           shape::field("challenge", &Output::challenge,
                                        "Sign exactly these characters (UTF-8), content attached"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Opens a session by a signed challenge.
struct SignIn {
  static constexpr EndpointSpec kSpec{.name = "sign_in",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/sign-in",
                                      .access = Access::Public,
                                      .summary = "Opens a session with a signed challenge",
                                      .tag = "sign-in",
                                      .success = 201};
  using Input = NoInput;
  struct Body {
    std::string challenge;
    std::string signature;
    std::optional<bool> cookie;
    static constexpr auto shape() {
      return shape::object(
          "SignIn", "A signed challenge",
          shape::field("challenge", &Body::challenge, "As it was given", shape::size(1, 1000)),
          shape::field("signature", &Body::signature,
                       "CMS SignedData with the challenge as attached content, in base64",
                       shape::size(1, 100'000), shape::multiline()),
          shape::field("cookie", &Body::cookie,
                       "True: the session is kept in a cookie of the browser that no script reads, and no "
                       "token is given; for pages of the cabinet only"));
    }
  };
  struct Output {
    std::optional<std::string> token;
    UnixMs expires;
    std::int64_t idle_seconds;
    std::string person;
    ParticipantView participant;
    static constexpr auto shape() {
      return shape::object(
          "OpenedSession", "A session",
          shape::field("token", &Output::token,
                       "Send it as Authorization: Bearer; absent where a cookie was asked for"),
          shape::field("expires", &Output::expires, "When it ends at the latest"),
          shape::field("idle_seconds", &Output::idle_seconds,
                       "It ends earlier when it is not used for so long"),
          shape::field("person", &Output::person, "Who signed"),
          shape::field("participant", &Output::participant, "For whom"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// Who is signed in.
struct GetMe {
  static constexpr EndpointSpec kSpec{.name = "get_me",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/me",
                                      .access = Access::Participant,
                                      .scope = kAnyScope,
                                      .right = kAnyUser,
                                      .run = http::Run::Inline,
                                      .summary = "Who is signed in",
                                      .tag = "sign-in"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    ParticipantView participant;
    std::string person;
    std::string user;
    std::vector<std::string> roles;
    std::vector<Right> rights;
    std::vector<std::string> groups;
    std::vector<std::string> places;
    std::optional<UnixMs> certificate_ends;
    std::string method;
    UnixMs opened;
    UnixMs expires;
    std::optional<std::string> api_key;
    std::optional<std::vector<Scope>> scopes;
    static constexpr auto shape() {
      return shape::object(
          "Me", "Who is signed in", shape::field("participant", &Output::participant, "For whom"),
          shape::field("person", &Output::person, "Who signed in; of a program, the name of its key"),
          shape::field("user", &Output::user, "Number of the user; of a program, of whoever made its key"),
          shape::field("roles", &Output::roles, "Of the user"),
          shape::field("rights", &Output::rights,
                       "What the user may do now: what the roles give, within the powers of attorney"),
          shape::field("groups", &Output::groups, "Product groups the user is limited to; empty: none"),
          shape::field("places", &Output::places, "Sites the user is limited to; empty: none"),
          shape::field("certificate_ends", &Output::certificate_ends,
                       "When the certificate of the session ends; absent: not known"),
          shape::field(
              "method", &Output::method,
              "certificate, or the identity portal that named the person: then nothing can be done that "
              "needs a certificate"),
          shape::field("opened", &Output::opened, "When"),
          shape::field("expires", &Output::expires, "When the session or key ends"),
          shape::field("api_key", &Output::api_key, "Of a program: id of its key"),
          shape::field("scopes", &Output::scopes, "Of a program: what it may do"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Ends the session.
struct SignOut {
  static constexpr EndpointSpec kSpec{.name = "sign_out",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/session",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Ends the session",
                                      .tag = "sign-in",
                                      .success = 204};
  using Input = NoInput;
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<AskChallenge>;
extern template struct RowOf<SignIn>;
extern template struct RowOf<GetMe>;
extern template struct RowOf<SignOut>;

}  // namespace tamga::api
