// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/registrar_use.hpp"
#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Annuls codes that were lost between emission and application: spoiled in print, torn off with their label,
/// taken as samples of the roll. They come whole, so that nobody annuls what he has only guessed; what was
/// set aside for their fees follows the country's rule. After application codes are written off instead.
/// Features 3.1, row 5; requirement R-89.
struct DropOut {
  static constexpr Traits kTraits{.number = DocumentKind(39),
                                  .name = "drop_out",
                                  .right = country::Right::ReportApplication,
                                  .atomicity = Atomicity::PerCode,
                                  .tails = Tails::Required,
                                  .by_provider = true};

  struct Body {
    std::optional<std::string> principal;
    std::string reason;
    std::optional<std::string> text;
    std::optional<std::string> registrar;
    std::optional<std::string> production_order;
    std::optional<std::string> line;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "DropOut", "Annuls codes that were lost before they were applied",
          shape::field("principal", &Body::principal,
                       "Tax number of whom a service provider does it for; left out: the sender",
                       shape::size(1, 20)),
          shape::field("reason", &Body::reason, "Code in the dictionary of write-off reasons",
                       shape::size(1, 50)),
          shape::field("text", &Body::text, "The reason in words, where it needs them", shape::size(1, 500)),
          shape::field(
              "registrar", &Body::registrar,
              "Number of the emission registrar at which they were lost; left out: the only one that "
              "works, where the product group asks for one",
              shape::size(1, 20)),
          shape::field("production_order", &Body::production_order,
                       "Number of the production order in the participant's own system", shape::size(1, 100)),
          shape::field("line", &Body::line, "Production line", shape::size(1, 100)),
          shape::field("codes", &Body::codes, "Codes with their tails", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    std::uint8_t reason = 0;
    registrars::RegistrarNo registrar;
    ledger::CodeSet codes;
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<DropOut>;

}  // namespace tamga::documents
