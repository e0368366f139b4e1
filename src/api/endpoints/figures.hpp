// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// How much there is of everything, for the operator: who takes part, codes by group and status, money.
struct GetFigures {
  static constexpr EndpointSpec kSpec{.name = "get_figures",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/figures",
                                      .access = Access::Operator,
                                      .right = Rights{Right::Support, Right::Settlements},
                                      .summary = "How much there is: participants, codes of each group, money",
                                      .tag = "operator"};
  using Input = NoInput;
  using Body = NoBody;
  struct Codes {
    std::int64_t emitted = 0;
    std::int64_t applied = 0;
    std::int64_t introduced = 0;
    std::int64_t retired = 0;
    std::int64_t written_off = 0;
    std::int64_t disbanded = 0;
    static constexpr auto shape() {
      return shape::object("CodeFigures", "How many codes are in each status",
                           shape::field("emitted", &Codes::emitted, "Ordered, not applied"),
                           shape::field("applied", &Codes::applied, "On a package, not in circulation"),
                           shape::field("introduced", &Codes::introduced, "In circulation"),
                           shape::field("retired", &Codes::retired, "Out of circulation"),
                           shape::field("written_off", &Codes::written_off, "Annulled"),
                           shape::field("disbanded", &Codes::disbanded, "Packages taken apart"));
    }
  };
  struct Group {
    std::string group;
    std::string name;
    Codes codes;
    static constexpr auto shape() {
      return shape::object("GroupFigures", "Codes of a product group",
                           shape::field("group", &Group::group, "Its code"),
                           shape::field("name", &Group::name, "Its name in the reader's language"),
                           shape::field("codes", &Group::codes, "Of all participants"));
    }
  };
  struct Money {
    std::string currency;
    std::int64_t funds;
    std::int64_t reserved;
    std::int64_t owed;
    std::int64_t fees;
    std::int64_t vat;
    std::int64_t unmatched;
    static constexpr auto shape() {
      return shape::object("MoneyFigures", "What stands on the accounts, in minor units",
                           shape::field("currency", &Money::currency, "ISO 4217"),
                           shape::field("funds", &Money::funds, "Of participants: paid in and free to use"),
                           shape::field("reserved", &Money::reserved, "Of participants: set aside for codes"),
                           shape::field("owed", &Money::owed, "Of participants: charged and not paid yet"),
                           shape::field("fees", &Money::fees, "Charged for codes, without VAT, refunds taken off"),
                           shape::field("vat", &Money::vat, "VAT on it"),
                           shape::field("unmatched", &Money::unmatched, "Payments of which nobody knows whose"));
    }
  };
  struct Output {
    std::int64_t participants;
    std::vector<Group> groups;
    Codes packages;
    std::optional<Money> money;
    static constexpr auto shape() {
      return shape::object("Figures", "How much there is",
                           shape::field("participants", &Output::participants, "Who takes part"),
                           shape::field("groups", &Output::groups, "Groups that have codes, by name"),
                           shape::field("packages", &Output::packages, "Transport units (SSCC)"),
                           shape::field("money", &Output::money, "For who works with payments"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetFigures>;

}  // namespace tamga::api
