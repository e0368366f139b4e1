// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/document.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Packs goods, or packages, into transport units: cases into boxes, boxes onto pallets, five levels at most.
/// Features 3.1, row 13. A transport unit comes into being with this document and belongs to the packer.
struct Aggregate {
  static constexpr DocumentKind kKind{4};
  static constexpr std::string_view kName = "aggregate";
  static constexpr auto kAtomicity = Atomicity::AllOrNothing;
  static constexpr auto kTails = Tails::Optional;

  struct Package {
    std::string package;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "AggregatedPackage", "One package and what was put into it",
          shape::field("package", &Package::package, "SSCC of the package", shape::size(18, 74)),
          shape::field("codes", &Package::codes, "What lies in it directly", shape::size(1, 30'000)));
    }
  };
  struct Body {
    std::vector<Package> packages;
    static constexpr auto shape() {
      return shape::object(
          "Aggregate", "Packs goods into packages",
          shape::field("packages", &Body::packages, "The packages", shape::size(1, 100'000)));
    }
  };
  struct Parts {
    std::vector<Naming::Part> packages;
    std::vector<Naming::Part> contents;
  };
  struct Plan {
    std::vector<ledger::CodeNo> packages;
    std::vector<PackageContent> contents;
  };

  static Parts name(Body const& body, Naming& naming);
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};
static_assert(Document<Aggregate>);

}  // namespace tamga::documents
