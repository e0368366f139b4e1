// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "documents/work.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// Brings applied goods into circulation, in one of the country's ways: the one that fits the origin for
/// which the codes were ordered. Imported goods are locked until customs release them; goods made to
/// somebody's order become his. A package stands for all it holds. Features 3.1, rows 8 to 12.
struct Introduce {
  static constexpr Traits kTraits{.number = DocumentKind(5),
                                  .name = "introduce",
                                  .right = country::Right::Introduce,
                                  .deed = admission::Deed::NewGoods};

  struct Body {
    std::string way;
    std::optional<std::string> declaration;
    std::optional<std::string> document;
    std::optional<std::string> customer;
    std::optional<std::string> contractor;
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "Introduce", "Brings goods into circulation",
          shape::field("way", &Body::way, "Code in the dictionary of introduction kinds", shape::size(1, 50)),
          shape::field("declaration", &Body::declaration, "Customs declaration or permit",
                       shape::size(1, 100)),
          shape::field("document", &Body::document, "Primary document: kind, number and date",
                       shape::size(1, 200)),
          shape::field("customer", &Body::customer,
                       "Tax number of who ordered the production: the goods will be his", shape::size(9, 14)),
          shape::field("contractor", &Body::contractor, "Tax number of who made the goods",
                       shape::size(9, 14)),
          shape::field("codes", &Body::codes, "Codes or packages", shape::size(1, 1'000'000)));
    }
  };
  using Parts = Naming::Part;
  struct Plan {
    ledger::Event event{};
    ledger::CodeSet codes;
    std::optional<ledger::ParticipantNo> customer;    ///< the new owner, if not the sender
    ledger::CodeSet handed_over;                      ///< already in circulation, goes with the codes
    std::map<ledger::LotNo, ledger::CodeSet> by_lot;  ///< when they get a declaration
  };

  static Parts name(Body const& body, Naming& naming) { return naming.add("/codes", body.codes); }
  static Result<void> preflight(Body const&) { return {}; }
  static Result<Plan> check(Body const& body, Parts const& parts, Case& one);
  static void apply(Body const& body, Plan const& plan, Case& one);
};

extern template struct KindOf<Introduce>;

}  // namespace tamga::documents
