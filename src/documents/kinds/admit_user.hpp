// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/user.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// An administrator adds a person to the organisation by the person's certificate, gives him roles, and may
/// limit him to product groups and places of business. He is written to, and works from his first sign-in on.
/// Features 1.15.
struct AdmitUser {
  static constexpr Traits kTraits{.number = DocumentKind(27),
                                  .name = "admit_user",
                                  .right = country::Right::Users,
                                  .from = From::Either,
                                  .before_profile = true};
  static constexpr std::size_t kMostUsers = 1000;  ///< of an organisation

  struct Body {
    std::string certificate;
    std::string email;
    std::optional<std::string> language;
    std::vector<std::string> roles;
    std::optional<std::vector<std::string>> groups;
    std::optional<std::vector<std::string>> places;
    static constexpr auto shape() {
      return shape::object(
          "AdmitUser", "Adds a user to the organisation",
          shape::field("certificate", &Body::certificate,
                       "The person's certificate: PEM, certificates of its authorities may follow; or DER in "
                       "base64",
                       shape::size(1, 60'000), shape::multiline()),
          shape::field("email", &Body::email, "Where letters to the person go", shape::size(3, 254)),
          shape::field("language", &Body::language, "Of these letters: ru, uz or en; absent: the country's",
                       shape::size(2, 2)),
          shape::field("roles", &Body::roles, "Codes of the country's roles", shape::size(1, 20),
                       shape::each(1, 50)),
          shape::field("groups", &Body::groups, "Product groups the person is limited to; absent: none",
                       shape::size(0, 100), shape::each(1, 50)),
          shape::field("places", &Body::places, "Sites of the profile the person is limited to; absent: none",
                       shape::size(0, 100), shape::each(1, 200)));
    }
  };
  struct Parts {};
  struct Plan {
    registry::User user;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<AdmitUser>;

}  // namespace tamga::documents
