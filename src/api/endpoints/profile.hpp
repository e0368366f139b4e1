// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "business_register/business_entity.hpp"
#include "registry/profile.hpp"

namespace tamga::api {

/// An organisation's profile, and what the form is filled with before it has one.
struct GetProfile {
  /// As the application gave them.
  struct Contacts {
    std::string email;
    std::string phone;
    static constexpr auto shape() {
      return shape::object("AppliedContacts", "What the application said",
                           shape::field("email", &Contacts::email, "E-mail"),
                           shape::field("phone", &Contacts::phone, "Telephone"));
    }
  };
  static constexpr EndpointSpec kSpec{
      .name = "get_profile",
      .method = http::Method::Get,
      .path = "/api/v1/profile",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = kAnyUser,
      .summary = "Own profile, and what the state's register says of the organisation",
      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::optional<registry::Profile> profile;
    std::optional<UnixMs> since;
    std::optional<business_register::BusinessEntity> registered;
    bool register_answers;
    std::optional<Contacts> applied;
    bool has_kpp;
    static constexpr auto shape() {
      return shape::object(
          "OwnProfile", "Own profile, and what is known beside it",
          shape::field("profile", &Output::profile, "As it was signed; absent before the first"),
          shape::field("since", &Output::since, "When it was signed"),
          shape::field("registered", &Output::registered,
                       "What the state's register says: fills the form, is not changed here"),
          shape::field("register_answers", &Output::register_answers,
                       "False: the register is silent now, ask again later"),
          shape::field("applied", &Output::applied,
                       "What the application said, before the first profile: a beginning for the form"),
          shape::field(
              "has_kpp", &Output::has_kpp,
              "Such an organisation of this country has a KPP: the form asks for it, also of sites"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetProfile>;

}  // namespace tamga::api
