// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "documents/code_text.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Puts codes into a package that exists, and takes others out of it. Features 3.1, row 13.
struct Reaggregate {
  static constexpr Traits kTraits{
      .number = DocumentKind(7), .name = "reaggregate", .right = country::Right::Aggregate};

  struct Body {
    CodeText package;
    std::optional<shape::CodeList> add;
    std::optional<shape::CodeList> remove;
    static constexpr auto shape() {
      return shape::object(
          "Reaggregate", "Changes what a package holds",
          shape::field("package", &Body::package, "The package"),
          shape::field("add", &Body::add, "What is put in", shape::size(1, 30'000)),
          shape::field("remove", &Body::remove, "What is taken out", shape::size(1, 30'000)));
    }
  };
  struct Parts {
    Naming::Part package;
    Naming::Part add;
    Naming::Part remove;
  };
  struct Plan {
    ledger::CodeNo package;
    ledger::CodeSet add;
    ledger::CodeSet remove;
    /// The package and those around it whose stack grew.
    std::vector<std::pair<ledger::CodeNo, PackageContent>> contents;
  };

  static Parts name(Body const& body, Naming& naming);
  static Result<void> preflight(Body const& body);
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Reaggregate>;

}  // namespace tamga::documents
