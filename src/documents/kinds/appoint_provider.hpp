// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/mandates.hpp"
#include "registry/right_words.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Lets a service provider act for the sender: order codes, fetch them, report their application, within
/// these rights and groups, for this term. What comes of it is the sender's. Signed by who may give powers of
/// attorney. Features 2.4, 3.8.
struct AppointProvider {
  static constexpr Traits kTraits{
      .number = DocumentKind(36), .name = "appoint_provider", .right = country::Right::PowersOfAttorney};
  /// What can be given away: work with codes, and nothing that concerns people or money.
  static constexpr country::Rights kGiven{country::Right::OrderCodes, country::Right::ReportApplication};

  struct Body {
    std::string provider;
    std::vector<country::Right> rights;
    std::optional<std::vector<std::string>> groups;
    Date from = Date::from_days(0);
    Date until = Date::from_days(0);
    static constexpr auto shape() {
      return shape::object(
          "AppointProvider", "Lets a service provider act in the sender's name",
          shape::field("provider", &Body::provider, "Tax number of the provider", shape::size(1, 20)),
          shape::field("rights", &Body::rights, "What he may do: order_codes, report_application",
                       shape::size(1, 10)),
          shape::field("groups", &Body::groups, "Product groups; all when left out", shape::size(1, 100)),
          shape::field("from", &Body::from, "First day"), shape::field("until", &Body::until, "Last day"));
    }
  };
  struct Parts {};
  struct Plan {
    registry::Mandate mandate;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<AppointProvider>;

}  // namespace tamga::documents
