// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "registry/right_words.hpp"

namespace tamga::api {

/// A certificate of a user.
struct UserCertificateView {
  std::string certificate;
  bool personal;
  std::optional<UnixMs> ends;
  static constexpr auto shape() {
    return shape::object(
        "UserCertificate", "A certificate by which a user signs",
        shape::field("certificate", &UserCertificateView::certificate, "SHA-256 of it, hexadecimal"),
        shape::field("personal", &UserCertificateView::personal,
                     "True: names the person alone, acts under a power of attorney"),
        shape::field("ends", &UserCertificateView::ends, "Until when it is valid; absent: not known"));
  }
};

/// A user as his organisation sees him.
struct UserView {
  std::string user;
  std::string person;
  std::string email;
  registry::UserState state;
  std::vector<std::string> roles;
  std::vector<Right> rights;
  std::vector<std::string> groups;
  std::vector<std::string> places;
  std::vector<UserCertificateView> certificates;
  std::optional<UnixMs> added;
  std::string added_by;
  static UserView of(registry::User const& user, country::CountryRules const& rules);
  static constexpr auto shape() {
    return shape::object(
        "User", "A person of the organisation", shape::field("user", &UserView::user, "Number"),
        shape::field("person", &UserView::person, "Name as in the certificate"),
        shape::field("email", &UserView::email, "Where letters go; empty: not known"),
        shape::field("state", &UserView::state, "How the user stands"),
        shape::field("roles", &UserView::roles, "Codes of the country's roles"),
        shape::field("rights", &UserView::rights, "What these roles give"),
        shape::field("groups", &UserView::groups, "Product groups the user is limited to; empty: none"),
        shape::field("places", &UserView::places, "Sites the user is limited to; empty: none"),
        shape::field("certificates", &UserView::certificates, "By which the user signs"),
        shape::field("added", &UserView::added, "When; absent: with the organisation itself"),
        shape::field("added_by", &UserView::added_by, "By whom; empty: with the organisation itself"));
  }
};

struct ListUsers {
  static constexpr EndpointSpec kSpec{.name = "list_users",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/users",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Users,
                                      .summary = "People of the organisation, in order of number",
                                      .tag = "users"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<UserView> users;
    static constexpr auto shape() {
      return shape::object("UserList", "People of the organisation",
                           shape::field("users", &Output::users, "In order of number"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetUser {
  static constexpr EndpointSpec kSpec{.name = "get_user",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/users/{user}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Users,
                                      .summary = "A person of the organisation",
                                      .tag = "users"};
  struct Input {
    std::int64_t user;
    static constexpr auto shape() {
      return shape::object("GetUserInput", "", shape::field("user", &Input::user, "Number of the user"));
    }
  };
  using Body = NoBody;
  using Output = UserView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// A role with its words in the language of the answer.
struct RoleView {
  std::string role;
  std::string name;
  std::string about;
  std::vector<Right> rights;
  static constexpr auto shape() {
    return shape::object("Role", "A preset of rights", shape::field("role", &RoleView::role, "Code"),
                         shape::field("name", &RoleView::name, "Name in the language of the answer"),
                         shape::field("about", &RoleView::about, "What it is for, in one sentence"),
                         shape::field("rights", &RoleView::rights, "What it gives"));
  }
};

struct ListRoles {
  static constexpr EndpointSpec kSpec{.name = "list_roles",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/roles",
                                      .access = Access::Participant,
                                      .scope = kAnyScope,
                                      .right = kAnyUser,
                                      .run = http::Run::Inline,
                                      .summary = "Roles that people of the organisation can have",
                                      .tag = "users"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<RoleView> roles;
    static constexpr auto shape() {
      return shape::object("RoleList", "Roles of the caller's side",
                           shape::field("roles", &Output::roles, "In the country's order"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A power of attorney.
struct PowerView {
  std::string number;
  std::string person;
  std::string person_id;
  std::vector<Right> rights;
  Date from;
  Date until;
  bool valid;
  bool revoked;
  std::string document;
  static PowerView of(registry::PowerOfAttorney const& power, Date today);
  static constexpr auto shape() {
    return shape::object(
        "PowerOfAttorney", "By which a person acts for the organisation",
        shape::field("number", &PowerView::number, "Its number"),
        shape::field("person", &PowerView::person, "The representative"),
        shape::field("person_id", &PowerView::person_id, "Personal number of the representative"),
        shape::field("rights", &PowerView::rights, "What the representative may do"),
        shape::field("from", &PowerView::from, "First day"),
        shape::field("until", &PowerView::until, "Last day"),
        shape::field("valid", &PowerView::valid, "Whether it holds today"),
        shape::field("revoked", &PowerView::revoked, "Whether somebody ended it"),
        shape::field("document", &PowerView::document, "Number of the document that gave it"));
  }
};

struct ListPowers {
  static constexpr EndpointSpec kSpec{.name = "list_powers_of_attorney",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/powers-of-attorney",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Rights{Right::Users, Right::PowersOfAttorney},
                                      .summary = "Powers of attorney of the organisation, newest first",
                                      .tag = "users"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<PowerView> powers;
    static constexpr auto shape() {
      return shape::object(
          "PowerList", "Powers of attorney",
          shape::field("powers", &Output::powers, "Newest first, ended ones too", shape::size(0, 10'000)));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListUsers>;
extern template struct RowOf<GetUser>;
extern template struct RowOf<ListRoles>;
extern template struct RowOf<ListPowers>;

}  // namespace tamga::api
