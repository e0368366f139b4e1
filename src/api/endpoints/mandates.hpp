// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "registry/mandates.hpp"
#include "registry/right_words.hpp"

namespace tamga::api {

struct MandateView {
  DocumentNumber mandate;
  std::string principal;
  std::string principal_name;
  std::string provider;
  std::string provider_name;
  std::vector<country::Right> rights;
  std::vector<std::string> groups;
  Date from = Date::from_days(0);
  Date until = Date::from_days(0);
  bool in_force = false;
  static Result<MandateView> of(registry::Mandate const& mandate, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Mandate", "A power of attorney given to a service provider",
        shape::field("mandate", &MandateView::mandate, "Number of the document that gave it"),
        shape::field("principal", &MandateView::principal, "Tax number of who gave it"),
        shape::field("principal_name", &MandateView::principal_name, "His name"),
        shape::field("provider", &MandateView::provider, "Tax number of the service provider"),
        shape::field("provider_name", &MandateView::provider_name, "His name"),
        shape::field("rights", &MandateView::rights, "What he may do"),
        shape::field("groups", &MandateView::groups, "In these product groups; empty: in all"),
        shape::field("from", &MandateView::from, "First day"),
        shape::field("until", &MandateView::until, "Last day"),
        shape::field("in_force", &MandateView::in_force, "Today"));
  }
};

/// Powers of attorney between organisations: those one gave to service providers, those one got.
struct ListMandates {
  static constexpr EndpointSpec kSpec{.name = "list_mandates",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/mandates",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Rights{Right::PowersOfAttorney, Right::OrderCodes},
                                      .summary = "Mandates of service providers, given and received",
                                      .tag = "users"};
  struct Input {
    int limit = 100;
    static constexpr auto shape() {
      return shape::object("ListMandatesInput", "",
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<MandateView> mandates;
    static constexpr auto shape() {
      return shape::object("Mandates", "Mandates of service providers",
                           shape::field("mandates", &Output::mandates, "Newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListMandates>;

}  // namespace tamga::api
