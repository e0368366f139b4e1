// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/user.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Whether a user goes on working.
enum class UserDecision : std::uint8_t { Block, Unblock };

}  // namespace tamga::documents

template <>
inline constexpr auto tamga::shape::names<tamga::documents::UserDecision> = tamga::shape::enumeration(
    "UserDecision", "Whether a user goes on working",
    tamga::shape::value(tamga::documents::UserDecision::Block, "block",
                        "Sessions and keys end at once, nothing can be signed"),
    tamga::shape::value(tamga::documents::UserDecision::Unblock, "unblock", "May sign in again"));

namespace tamga::documents {

/// An administrator changes what a user may do, where he is written to, blocks him or lets him in again, or
/// adds the certificate that follows one of his. What is not said stays. The last active administrator stays
/// one. Features 1.15, 3.8.
struct ChangeUser {
  static constexpr Traits kTraits{.number = DocumentKind(28),
                                  .name = "change_user",
                                  .right = country::Right::Users,
                                  .from = From::Either,
                                  .before_profile = true};
  static constexpr std::size_t kMostCertificates = 10;  ///< of a user

  struct Body {
    std::string user;
    std::optional<std::vector<std::string>> roles;
    std::optional<std::vector<std::string>> groups;
    std::optional<std::vector<std::string>> places;
    std::optional<std::string> email;
    std::optional<UserDecision> decision;
    std::optional<std::string> certificate;
    static constexpr auto shape() {
      return shape::object(
          "ChangeUser", "Changes a user of the organisation",
          shape::field("user", &Body::user, "Number of the user", shape::size(1, 20)),
          shape::field("roles", &Body::roles, "All roles from now on", shape::size(1, 20),
                       shape::each(1, 50)),
          shape::field("groups", &Body::groups, "All product groups from now on; empty: no limit",
                       shape::size(0, 100), shape::each(1, 50)),
          shape::field("places", &Body::places, "All sites from now on; empty: no limit", shape::size(0, 100),
                       shape::each(1, 200)),
          shape::field("email", &Body::email, "Where letters to the person go", shape::size(3, 254)),
          shape::field("decision", &Body::decision, "Whether the user goes on working"),
          shape::field("certificate", &Body::certificate,
                       "A further certificate of the same person: PEM, or DER in base64",
                       shape::size(1, 60'000), shape::multiline()));
    }
  };
  struct Parts {};
  struct Plan {
    registry::User user;
    std::optional<registry::UserCertificate> certificate;
    std::vector<registry::FieldChange> changes;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<ChangeUser>;

}  // namespace tamga::documents
