// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/right_words.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Whether a power begins or ends.
enum class PowerDecision : std::uint8_t { Give, Revoke };

}  // namespace tamga::documents

template <>
inline constexpr auto tamga::shape::names<tamga::documents::PowerDecision> =
    tamga::shape::enumeration("PowerDecision", "Whether a power of attorney begins or ends",
                              tamga::shape::value(tamga::documents::PowerDecision::Give, "give",
                                                  "The person may act; says who, what and how long"),
                              tamga::shape::value(tamga::documents::PowerDecision::Revoke, "revoke",
                                                  "It ends at once; says its number only"));

namespace tamga::documents {

/// The head lets a person act for the organisation with a personal certificate: within these rights, for this
/// term; or ends that. Signed with a certificate of the organisation, never under another power: none is
/// passed on. In Russia the machine-readable power of attorney of law 63-FZ, article 17.2. Features 3.8, 4.1.
struct GivePower {
  static constexpr Traits kTraits{.number = DocumentKind(29),
                                  .name = "power_of_attorney",
                                  .right = country::Right::PowersOfAttorney,
                                  .from = From::Either,
                                  .before_profile = true};
  static constexpr int kMostPowers = 10'000;  ///< of an organisation, ended ones too

  struct Body {
    std::string number;
    PowerDecision decision;
    std::optional<std::string> person_id;
    std::optional<std::string> person;
    std::optional<std::vector<country::Right>> rights;
    std::optional<Date> from;
    std::optional<Date> until;
    static constexpr auto shape() {
      return shape::object(
          "PowerOfAttorneyDocument", "Gives or revokes a power of attorney",
          shape::field("number", &Body::number,
                       "Its number: the organisation's own, or of the register of powers",
                       shape::size(1, 60)),
          shape::field("decision", &Body::decision, "Whether it begins or ends"),
          shape::field("person_id", &Body::person_id,
                       "Personal number of the representative, as the certificate has it: SNILS, PINFL",
                       shape::size(9, 14)),
          shape::field("person", &Body::person, "Name of the representative", shape::size(3, 200)),
          shape::field("rights", &Body::rights, "What the representative may do", shape::size(1, 40)),
          shape::field("from", &Body::from, "First day"), shape::field("until", &Body::until, "Last day"));
    }
  };
  struct Parts {};
  struct Plan {
    registry::PowerOfAttorney power;
    registry::Facts before;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<GivePower>;

}  // namespace tamga::documents
