// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "country/right.hpp"

namespace tamga::api {

using country::Right;
using country::Rights;

/// What a person must be allowed to do to reach an endpoint: one of several rights, or nothing beside being
/// signed in.
class NeededRight {
 public:
  /// Not said.
  constexpr NeededRight() = default;
  constexpr NeededRight(Right one) : rights_(one), declared_(true) {}
  constexpr NeededRight(Rights any_of) : rights_(any_of), declared_(true) {}

  [[nodiscard]] constexpr bool declared() const { return declared_; }
  [[nodiscard]] constexpr Rights rights() const { return rights_; }
  [[nodiscard]] constexpr bool admits(Rights held) const { return rights_.empty() || rights_.meets(held); }

 private:
  Rights rights_;
  bool declared_ = false;
};

/// Everybody who is signed in: it concerns himself, or each document says its right.
inline constexpr NeededRight kAnyUser{Rights{}};

}  // namespace tamga::api
