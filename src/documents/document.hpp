// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "documents/case.hpp"
#include "documents/naming.hpp"

namespace tamga::documents {

/// Stored with every document for ever; a number is never given to another kind.
using DocumentKind = Id<struct DocumentKindTag, std::uint16_t>;

/// Whether one refused code refuses the document.
enum class Atomicity : std::uint8_t { AllOrNothing, PerCode };

/// Whether codes must come with their tail, as scanned from the goods.
enum class Tails : std::uint8_t { Optional, Required };

/// A kind of document: its body, and four questions answered in this order. `name` lists the codes and says
/// where each part begins; `preflight` looks at the body alone; `check` reads the ledger, refuses items and
/// plans; `apply` cannot fail.
template <class D>
concept Document = requires(typename D::Body const& body, typename D::Parts const& parts,
                            typename D::Plan const& plan, Naming& naming, Case& one) {
  { D::kKind } -> std::convertible_to<DocumentKind>;
  { D::kName } -> std::convertible_to<std::string_view>;
  { D::kAtomicity } -> std::convertible_to<Atomicity>;
  { D::kTails } -> std::convertible_to<Tails>;
  D::Body::shape();
  { D::name(body, naming) } -> std::same_as<typename D::Parts>;
  { D::preflight(body) } -> std::same_as<Result<void>>;
  { D::check(body, parts, one) } -> std::same_as<Result<typename D::Plan>>;
  { D::apply(body, plan, one) } -> std::same_as<void>;
};

}  // namespace tamga::documents
