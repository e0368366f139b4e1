// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "admission/passage.hpp"
#include "base/result.hpp"
#include "country/right.hpp"
#include "documents/case.hpp"
#include "documents/naming.hpp"
#include "emission/resolver.hpp"

namespace tamga::documents {

/// Stored with every document for ever; a number is never given to another kind.
using DocumentKind = Id<struct DocumentKindTag, std::uint16_t>;

/// Whether one refused code refuses the document.
enum class Atomicity : std::uint8_t { AllOrNothing, PerCode };

/// Who may send a kind at all; whose codes it may touch is the life cycle's to say.
enum class From : std::uint8_t { Participant, Operator, Either };

/// Whether the sender signs the bytes, or the session of a technical account is enough (receipts of cash
/// registers).
enum class Signing : std::uint8_t { Required, Optional };

/// Whether a document may name transport units that do not exist yet.
enum class NewPackages : std::uint8_t { No, Yes };

using emission::Tails;

/// What whoever signs must be allowed to do; a kind that does not say it does not compile.
struct RightOf {
  constexpr RightOf(country::Right given) : value(given) {}
  country::Right value;
};

/// What is fixed for a kind, in one place.
struct Traits {
  DocumentKind number;
  std::string_view name;  ///< in interfaces and in the rules of product groups
  RightOf right;          ///< of the user who signs, or of whom an unsigned one comes from
  Atomicity atomicity = Atomicity::AllOrNothing;
  Tails tails = Tails::Optional;
  From from = From::Participant;
  Signing signing = Signing::Required;
  NewPackages new_packages = NewPackages::No;
  bool before_profile = false;  ///< may be sent by who has not said yet how he takes part
  /// Needs no contracts with the operator: what protects people does not wait for a signature.
  bool without_contracts = false;
  /// A service provider may send it for somebody who gave him a mandate: the body's `principal`.
  bool by_provider = false;
  /// Whether it brings goods into the register that were not there.
  admission::Deed deed = admission::Deed::WithGoods;
};

/// The identity of what a cash register prints: its number counts within the register.
std::string fiscal_identity(std::string_view kind, std::string_view cash_register, std::string_view number);

/// A kind of document: its body, and four questions answered in this order. `name` lists the codes and says
/// where each part begins; `preflight` looks at the body alone (its errors carry the JSON pointer); `check`
/// reads the ledger and the desk, refuses items and plans, or refuses the document as a whole by its error;
/// `apply` cannot fail. `check` may run again on another state: it changes nothing. A kind that is known by a
/// number of its own says so by `identity(body)`: accepted once under it, whatever idempotency key it comes
/// with.
template <class D>
concept Document = requires(typename D::Body const& body, typename D::Parts const& parts,
                            typename D::Plan const& plan, Naming& naming, Case& one) {
  { D::kTraits } -> std::convertible_to<Traits>;
  D::Body::shape();
  { D::name(body, naming) } -> std::same_as<typename D::Parts>;
  { D::preflight(body) } -> std::same_as<Result<void>>;
  { D::check(body, parts, one) } -> std::same_as<Result<typename D::Plan>>;
  { D::apply(body, plan, one) } -> std::same_as<void>;
};

}  // namespace tamga::documents
