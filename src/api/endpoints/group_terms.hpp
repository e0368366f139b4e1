// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "contracts/facts.hpp"

namespace tamga::api {

enum class AmendGroupWord : std::uint8_t { AmendGroup };

/// What one code costs.
struct TariffView {
  std::int64_t price_minor;
  bool vat_included;
  country::ChargeAt charge_at;
  std::optional<std::vector<std::string>> free_package_types;
  static constexpr auto shape() {
    return shape::object(
        "GroupTariff", "What one code of the group costs",
        shape::field("price_minor", &TariffView::price_minor, "Kopecks, tiyin; 0 where nothing is charged"),
        shape::field("vat_included", &TariffView::vat_included, "Whether VAT is in the price"),
        shape::field("charge_at", &TariffView::charge_at, "When a code is charged"),
        shape::field("free_package_types", &TariffView::free_package_types,
                     "Packages whose codes cost nothing: words of the country", shape::size(0, 9),
                     shape::each(1, 20)));
  }
};

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::AmendGroupWord> =
    tamga::shape::enumeration("AmendGroupWord", "What is signed",
                              tamga::shape::value(tamga::api::AmendGroupWord::AmendGroup, "amend_group"));

namespace tamga::api {

/// From which day marking of a group is a pilot or mandatory, and what its codes cost, as the operator
/// decides.
struct AmendGroup {
  static constexpr EndpointSpec kSpec{
      .name = "amend_group",
      .method = http::Method::Post,
      .path = "/api/v1/operator/group-terms",
      .access = Access::Operator,
      .right = Right::Settlements,
      .summary = "Decides about mode and price of a product group, from a day after today",
      .tag = "operator",
      .step_up = true,
      .success = 201,
      .max_body_bytes = 16 << 10,
      .action = "group.amend"};
  using Input = NoInput;
  struct Body {
    AmendGroupWord kind;
    std::string group;
    Date from = Date::from_days(0);
    std::optional<country::GroupMode> mode;
    std::optional<TariffView> tariff;
    std::string reason;
    static constexpr auto shape() {
      return shape::object(
          "AmendGroupBody", "What is decided about a product group; the bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("group", &Body::group, "Product group", shape::size(1, 50)),
          shape::field("from", &Body::from, "First day on which it counts: after today"),
          shape::field("mode", &Body::mode, "Pilot or mandatory; absent: as it is"),
          shape::field("tariff", &Body::tariff, "What codes cost; absent: as it is"),
          shape::field("reason", &Body::reason, "The act or order it follows from", shape::size(3, 500)));
    }
  };
  struct Output {
    std::string decision;
    std::string group;
    Date from = Date::from_days(0);
    static constexpr auto shape() {
      return shape::object("GroupDecision", "What was decided about a product group",
                           shape::field("decision", &Output::decision, "Its number"),
                           shape::field("group", &Output::group, "Product group"),
                           shape::field("from", &Output::from, "First day on which it counts"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Since when the mode of a group was or will be one.
struct ModeRow {
  Date from = Date::from_days(0);
  country::GroupMode mode;
  static constexpr auto shape() {
    return shape::object("GroupModeRow", "A mode, in force until the next begins",
                         shape::field("from", &ModeRow::from, "First day"),
                         shape::field("mode", &ModeRow::mode, "Pilot or mandatory"));
  }
};
struct TariffRow {
  Date from = Date::from_days(0);
  TariffView tariff;
  static constexpr auto shape() {
    return shape::object("GroupTariffRow", "A tariff, in force until the next begins",
                         shape::field("from", &TariffRow::from, "First day"),
                         shape::field("tariff", &TariffRow::tariff, "What codes cost"));
  }
};
/// What the operator decided, as everybody may read it.
struct DecisionView {
  std::string decision;
  Date from = Date::from_days(0);
  std::optional<country::GroupMode> mode;
  std::optional<TariffView> tariff;
  std::string reason;
  UnixMs at;
  static constexpr auto shape() {
    return shape::object(
        "GroupDecisionView", "What the operator decided about a product group",
        shape::field("decision", &DecisionView::decision, "Its number"),
        shape::field("from", &DecisionView::from, "First day on which it counts"),
        shape::field("mode", &DecisionView::mode, "Pilot or mandatory, if that was decided"),
        shape::field("tariff", &DecisionView::tariff, "What codes cost, if that was decided"),
        shape::field("reason", &DecisionView::reason, "The act or order it follows from"),
        shape::field("at", &DecisionView::at, "When it was decided"));
  }
};

struct GetGroupTerms {
  static constexpr EndpointSpec kSpec{
      .name = "get_group_terms",
      .method = http::Method::Get,
      .path = "/api/v1/groups/{group}/terms",
      .access = Access::Public,
      .summary = "Modes and prices of a product group: past ones, the one in force, those to come",
      .tag = "registration"};
  struct Input {
    std::string group;
    static constexpr auto shape() {
      return shape::object("GetGroupTermsInput", "",
                           shape::field("group", &Input::group, "Its code", shape::size(1, 50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::string group;
    std::string currency;
    std::vector<ModeRow> modes;
    std::vector<TariffRow> tariffs;
    std::vector<DecisionView> decisions;
    static constexpr auto shape() {
      return shape::object("GroupTerms", "Modes and prices of a product group",
                           shape::field("group", &Output::group, "Its code"),
                           shape::field("currency", &Output::currency, "ISO 4217"),
                           shape::field("modes", &Output::modes, "In order of day"),
                           shape::field("tariffs", &Output::tariffs,
                                        "In order of day; a pilot costs nothing whatever they say"),
                           shape::field("decisions", &Output::decisions,
                                        "What the operator decided beside the law, oldest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<AmendGroup>;
extern template struct RowOf<GetGroupTerms>;

}  // namespace tamga::api
