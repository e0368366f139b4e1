// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints/sign_in.hpp"

namespace tamga::api {

/// A portal of the state that names people.
struct IdentityProviderView {
  std::string code;
  std::string name;
  bool sign_in;
  bool application;
  static constexpr auto shape() {
    return shape::object(
        "IdentityProvider", "A portal of the state that names people",
        shape::field("code", &IdentityProviderView::code, "By which it is asked for"),
        shape::field("name", &IdentityProviderView::name, "Its name"),
        shape::field("sign_in", &IdentityProviderView::sign_in, "Whether one may sign in this way"),
        shape::field("application", &IdentityProviderView::application,
                     "Whether an application may be filled from it"));
  }
};

struct ListIdentityProviders {
  static constexpr EndpointSpec kSpec{.name = "list_identity_providers",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/identity-providers",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "Portals of the state through which one may sign in",
                                      .tag = "sign-in"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<IdentityProviderView> providers;
    static constexpr auto shape() {
      return shape::object("IdentityProviders", "Portals of the state",
                           shape::field("providers", &Output::providers, "In the country's order"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Sends a browser to a portal.
struct BeginExternalSignIn {
  static constexpr EndpointSpec kSpec{
      .name = "begin_external_sign_in",
      .method = http::Method::Post,
      .path = "/api/v1/sign-in/external",
      .access = Access::Public,
      .summary = "Begins signing in through a portal: where to send the browser, and what it keeps",
      .tag = "sign-in"};
  using Input = NoInput;
  struct Body {
    std::string provider;
    std::string purpose;
    static constexpr auto shape() {
      return shape::object(
          "BeginExternalSignIn", "Which portal, and what for",
          shape::field("provider", &Body::provider, "Code of the portal", shape::size(1, 40)),
          shape::field("purpose", &Body::purpose, "sign_in or application", shape::size(1, 20)));
    }
  };
  struct Output {
    std::string url;
    std::string handle;
    UnixMs expires;
    static constexpr auto shape() {
      return shape::object(
          "BegunExternalSignIn", "A sign-in that was begun",
          shape::field("url", &Output::url, "Where to send the browser"),
          shape::field("handle", &Output::handle,
                       "Kept by the browser that began, shown to nobody, given back at the end"),
          shape::field("expires", &Output::expires, "Until when it can be finished"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// An organisation a portal connects a person with.
struct NamedOrganization {
  std::string tax_id;
  std::string name;
  static constexpr auto shape() {
    return shape::object("NamedOrganization", "An organisation a portal connects a person with",
                         shape::field("tax_id", &NamedOrganization::tax_id, "Tax number"),
                         shape::field("name", &NamedOrganization::name, "Its name"));
  }
};

/// Whom a portal named, to fill an application with. Nothing of it is proof of an organisation: the
/// application is signed with a certificate all the same.
struct NamedPerson {
  std::string person;
  std::optional<std::string> person_id;
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::vector<NamedOrganization> organizations;
  static constexpr auto shape() {
    return shape::object("NamedPerson", "Whom a portal named",
                         shape::field("person", &NamedPerson::person, "Full name"),
                         shape::field("person_id", &NamedPerson::person_id, "Personal number"),
                         shape::field("email", &NamedPerson::email, "E-mail address the portal knows"),
                         shape::field("phone", &NamedPerson::phone, "Telephone the portal knows"),
                         shape::field("organizations", &NamedPerson::organizations,
                                      "Organisations the portal connects him with"));
  }
};

/// The browser came back.
struct FinishExternalSignIn {
  static constexpr EndpointSpec kSpec{
      .name = "finish_external_sign_in",
      .method = http::Method::Post,
      .path = "/api/v1/sign-in/external/finish",
      .access = Access::Public,
      .summary = "Ends signing in through a portal: a session, or what an application may be filled with",
      .tag = "sign-in",
      .success = 201};
  using Input = NoInput;
  struct Body {
    std::string provider;
    std::string purpose;
    std::string handle;
    std::string state;
    std::string code;
    std::optional<std::string> tax_id;
    std::optional<bool> cookie;
    static constexpr auto shape() {
      return shape::object(
          "FinishExternalSignIn", "What the portal sent the browser back with",
          shape::field("provider", &Body::provider, "As it was begun", shape::size(1, 40)),
          shape::field("purpose", &Body::purpose, "As it was begun", shape::size(1, 20)),
          shape::field("handle", &Body::handle, "As it was given", shape::size(1, 1000)),
          shape::field("state", &Body::state, "From the address", shape::size(1, 200)),
          shape::field("code", &Body::code, "From the address", shape::size(1, 4096)),
          shape::field("tax_id", &Body::tax_id, "For which organisation, when there are several",
                       shape::size(1, 20)),
          shape::field("cookie", &Body::cookie, "True: the session is kept in a cookie, as at sign-in"));
    }
  };
  struct Output {
    std::string method;
    std::optional<std::string> token;
    std::optional<UnixMs> expires;
    std::optional<std::int64_t> idle_seconds;
    std::optional<ParticipantView> participant;
    NamedPerson person;
    static constexpr auto shape() {
      return shape::object(
          "FinishedExternalSignIn", "A session, or whom the portal named",
          shape::field("method", &Output::method, "Code of the portal"),
          shape::field("token", &Output::token, "Of a session: send it as Authorization: Bearer"),
          shape::field("expires", &Output::expires, "When the session ends at the latest"),
          shape::field("idle_seconds", &Output::idle_seconds,
                       "It ends earlier when it is not used for so long"),
          shape::field("participant", &Output::participant, "For whom"),
          shape::field("person", &Output::person, "Whom the portal named"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListIdentityProviders>;
extern template struct RowOf<BeginExternalSignIn>;
extern template struct RowOf<FinishExternalSignIn>;

}  // namespace tamga::api
