// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/code_text.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Packs goods, or packages, into packages: cases into boxes, boxes onto pallets, five levels at most.
/// Features 3.1, row 13. A transport unit comes into being with this document and belongs to the packer; a
/// group pack or a set has a code of its own, which exists already, and is filled once.
struct Aggregate {
  static constexpr Traits kTraits{.number = DocumentKind(4),
                                  .name = "aggregate",
                                  .right = country::Right::Aggregate,
                                  .new_packages = NewPackages::Yes};

  struct Package {
    CodeText package;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "AggregatedPackage", "One package and what was put into it",
          shape::field("package", &Package::package, "SSCC, or the code of a group pack or set"),
          shape::field("codes", &Package::codes, "What lies in it directly", shape::size(1, 30'000)));
    }
  };
  struct Body {
    std::vector<Package> packages;
    static constexpr auto shape() {
      return shape::object("Aggregate", "Packs goods into packages",
                           shape::field("packages", &Body::packages, "The packages, inner ones first",
                                        shape::size(1, 100'000)));
    }
  };
  struct Parts {
    std::vector<Naming::Part> packages;
    std::vector<Naming::Part> contents;
  };
  struct Plan {
    ledger::CodeSet formed;  ///< transport units that begin to exist
    ledger::CodeSet filled;  ///< group packs and sets
    std::vector<ledger::CodeNo> packages;
    std::vector<PackageContent> contents;
  };

  static Parts name(Body const& body, Naming& naming);
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Aggregate>;

}  // namespace tamga::documents
