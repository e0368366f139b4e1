// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/work.hpp"
#include "registry/change_notes.hpp"
#include "registry/profile.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// What an organisation says of itself: where it is, how it is reached, with which goods and in which part it
/// deals, who pays. The whole profile each time, the first and every change, confirmed by signature. Features
/// 1.7 to 1.10.
struct CompleteProfile {
  static constexpr Traits kTraits{.number = DocumentKind(26),
                                  .name = "complete_profile",
                                  .right = country::Right::Profile,
                                  .before_profile = true};

  using Body = registry::Profile;
  struct Parts {};
  struct Plan {
    registry::Profile profile;  ///< numbers in their normal form
    registry::Participant participant;
    registry::Facts before;
  };

  static Parts name(Body const&, Naming&) { return {}; }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<CompleteProfile>;

}  // namespace tamga::documents
