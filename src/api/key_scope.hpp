// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "registry/api_key.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

using registry::Scope;
using registry::Scopes;

/// What a key must hold to reach an endpoint: one of several scopes.
class KeyScope {
 public:
  /// Not said.
  constexpr KeyScope() = default;
  constexpr KeyScope(Scope one) : scopes_(one), declared_(true) {}
  constexpr KeyScope(Scopes any_of) : scopes_(any_of), declared_(true) {}

  [[nodiscard]] constexpr bool declared() const { return declared_; }
  [[nodiscard]] constexpr Scopes scopes() const { return scopes_; }
  [[nodiscard]] constexpr bool admits(Scopes held) const { return scopes_.meets(held); }

 private:
  Scopes scopes_;
  bool declared_ = false;
};

/// No key reaches it: it concerns people.
inline constexpr KeyScope kSessionOnly{Scopes{}};
/// Every key reaches it.
inline constexpr KeyScope kAnyScope{Scopes::all()};

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::registry::Scope> = tamga::shape::enumeration(
    "Scope", "What a program may be trusted with",
    tamga::shape::value(tamga::registry::Scope::Receipts, "receipts",
                        "Send receipts and refunds of cash registers"),
    tamga::shape::value(tamga::registry::Scope::Checks, "checks", "Check codes as its participant"),
    tamga::shape::value(tamga::registry::Scope::Documents, "documents", "Send and read all other documents"),
    tamga::shape::value(tamga::registry::Scope::Orders, "orders", "Order codes and fetch them"),
    tamga::shape::value(tamga::registry::Scope::Read, "read",
                        "Read documents, orders, codes, goods, stock and events"));
