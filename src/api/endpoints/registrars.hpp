// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/registrar_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// What a signed request about a registrar says it is.
enum class ApplyRegistrarWord : std::uint8_t { ApplyRegistrar };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ApplyRegistrarWord> =
    tamga::shape::enumeration("ApplyRegistrarWord", "What is signed",
                              tamga::shape::value(tamga::api::ApplyRegistrarWord::ApplyRegistrar,
                                                  "apply_registrar", "A registrar is asked for"));

namespace tamga::api {

/// Groups whose codes are issued and printed only through a registrar.
struct RegistrarNeedView {
  std::vector<std::string> groups;
  std::vector<registrars::RegistrarKind> kinds;
  Date from = Date::from_days(0);
  static constexpr auto shape() {
    return shape::object("RegistrarNeed", "Product groups that ask for a registrar",
                         shape::field("groups", &RegistrarNeedView::groups, "Their codes"),
                         shape::field("kinds", &RegistrarNeedView::kinds, "Registrars that will do"),
                         shape::field("from", &RegistrarNeedView::from, "First day"));
  }
};

/// Whether the country has registrars, who needs one, and one's own.
struct ListRegistrars {
  static constexpr EndpointSpec kSpec{.name = "list_registrars",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/registrars",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = kAnyUser,
                                      .summary = "Own emission registrars, and what the country asks for",
                                      .tag = "registrars"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    bool used;
    std::vector<registrars::RegistrarKind> kinds;
    std::vector<CountryWordView> access;
    std::vector<RegistrarNeedView> needs;
    std::vector<std::string> grades;
    std::string least_grade;
    std::vector<RegistrarView> registrars;
    static constexpr auto shape() {
      return shape::object("Registrars", "Own registrars, and what the country says of them",
                           shape::field("used", &Output::used, "Whether the country has registrars"),
                           shape::field("kinds", &Output::kinds, "That are offered"),
                           shape::field("access", &Output::access, "Contracts by which remote access is had"),
                           shape::field("needs", &Output::needs, "Groups that ask for one"),
                           shape::field("grades", &Output::grades, "Of printed codes, the best first"),
                           shape::field("least_grade", &Output::least_grade, "That is good enough for goods"),
                           shape::field("registrars", &Output::registrars, "Own ones, the newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// One registrar with what was reported of it.
struct GetRegistrar {
  static constexpr EndpointSpec kSpec{.name = "get_registrar",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/registrars/{registrar}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = kAnyUser,
                                      .summary = "A registrar, and how many codes were printed, graded, lost",
                                      .tag = "registrars"};
  struct Input {
    std::int64_t registrar;
    static constexpr auto shape() {
      return shape::object("GetRegistrarInput", "",
                           shape::field("registrar", &Input::registrar, "Its number"));
    }
  };
  using Body = NoBody;
  struct Output {
    RegistrarView registrar;
    std::vector<PrintTotalView> totals;
    static constexpr auto shape() {
      return shape::object("RegistrarWithTotals", "A registrar and what was reported of it",
                           shape::field("registrar", &Output::registrar, "The registrar"),
                           shape::field("totals", &Output::totals, "Codes, by what was told of them"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Asks for a registrar, signed.
struct ApplyRegistrar {
  static constexpr EndpointSpec kSpec{.name = "apply_registrar",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/registrars",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Profile,
                                      .summary = "Registers a device, or asks for remote access",
                                      .tag = "registrars",
                                      .step_up = true,
                                      .success = 201,
                                      .action = "registrar.apply"};
  using Input = NoInput;
  struct Body {
    ApplyRegistrarWord kind;
    registrars::RegistrarKind registrar;
    std::optional<std::string> serial;
    std::optional<std::string> model;
    std::optional<std::string> software;
    std::optional<std::string> access;
    std::string place;
    static constexpr auto shape() {
      return shape::object(
          "ApplyRegistrar", "Asks for a registrar; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("registrar", &Body::registrar, "Which kind"),
          shape::field("serial", &Body::serial, "Of a device: its serial number", shape::size(1, 60)),
          shape::field("model", &Body::model, "Of a device", shape::size(1, 60)),
          shape::field("software", &Body::software, "Of a device: version of its software",
                       shape::size(1, 40)),
          shape::field("access", &Body::access, "Of remote access: code of its contract", shape::size(1, 40)),
          shape::field("place", &Body::place, "Place of business, as the profile names it",
                       shape::size(1, 200)));
    }
  };
  using Output = RegistrarView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Gives a registrar up.
struct WithdrawRegistrar {
  static constexpr EndpointSpec kSpec{.name = "withdraw_registrar",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/registrars/{registrar}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Profile,
                                      .summary = "Takes a registrar out of use, for ever",
                                      .tag = "registrars",
                                      .idempotency_key = true,
                                      .action = "registrar.withdraw"};
  struct Input {
    std::int64_t registrar;
    static constexpr auto shape() {
      return shape::object("WithdrawRegistrarInput", "",
                           shape::field("registrar", &Input::registrar, "Its number"));
    }
  };
  using Body = NoBody;
  using Output = RegistrarView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListRegistrars>;
extern template struct RowOf<GetRegistrar>;
extern template struct RowOf<ApplyRegistrar>;
extern template struct RowOf<WithdrawRegistrar>;

}  // namespace tamga::api
