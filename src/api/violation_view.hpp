// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/call.hpp"
#include "api/errors.hpp"
#include "shape/describe.hpp"
#include "support/violation.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::support::ViolationState> = tamga::shape::enumeration(
    "ViolationState", "Where a report stands",
    tamga::shape::value(tamga::support::ViolationState::Received, "received", "Nobody has looked at it yet"),
    tamga::shape::value(tamga::support::ViolationState::InWork, "in_work", "The operator looks into it"),
    tamga::shape::value(tamga::support::ViolationState::Confirmed, "confirmed", "The operator agrees"),
    tamga::shape::value(tamga::support::ViolationState::Dismissed, "dismissed", "The operator does not"));

namespace tamga::api {

/// Degrees of latitude or longitude, in millionths. `Most`: the largest there is, in degrees.
template <std::int64_t Most>
struct Degrees {
  std::int64_t millionths;
};
using Latitude = Degrees<90>;
using Longitude = Degrees<180>;

/// "-41.311081" as millionths; nothing when it is none, or beyond `most` degrees.
std::optional<std::int64_t> read_degrees(std::string_view text, std::int64_t most);
std::string degrees_text(std::int64_t millionths);

}  // namespace tamga::api

namespace tamga::shape {

template <std::int64_t Most>
struct Scalar<api::Degrees<Most>> {
  static constexpr ScalarInfo kInfo{.name = Most == 90 ? "Latitude" : "Longitude",
                                    .about = "Degrees, north and east positive (WGS 84)",
                                    .pattern = "^-?[0-9]{1,3}(\\.[0-9]{1,6})?$",
                                    .format = {},
                                    .example = Most == 90 ? "41.311081" : "69.240562"};
  static Result<api::Degrees<Most>> parse(std::string_view text) {
    auto const value = api::read_degrees(text, Most);
    if (!value) return fail(api::kDegreesMalformed);
    return api::Degrees<Most>{*value};
  }
  static std::string text(api::Degrees<Most> const& value) { return api::degrees_text(value.millionths); }
};

}  // namespace tamga::shape

namespace tamga::api {

/// A report as the holder of the goods sees it: without who sent it.
struct ViolationView {
  std::string violation;
  std::string kind;
  std::string kind_name;
  std::optional<std::string> code;
  std::optional<std::string> gtin;
  std::optional<std::string> product;
  std::optional<std::string> shop;
  std::optional<std::string> address;
  std::optional<Latitude> latitude;
  std::optional<Longitude> longitude;
  std::optional<std::string> text;
  UnixMs reported_at;
  support::ViolationState state;
  std::optional<UnixMs> decided_at;
  std::optional<std::string> answer;
  static constexpr auto shape() {
    return shape::object(
        "Violation", "What a consumer reported",
        shape::field("violation", &ViolationView::violation, "Number of the report"),
        shape::field("kind", &ViolationView::kind, "Code of its kind"),
        shape::field("kind_name", &ViolationView::kind_name, "In the language of the call"),
        shape::field("code", &ViolationView::code, "The code on the goods"),
        shape::field("gtin", &ViolationView::gtin, "GTIN of the goods"),
        shape::field("product", &ViolationView::product, "Their name in the language of the call"),
        shape::field("shop", &ViolationView::shop, "Name of the shop"),
        shape::field("address", &ViolationView::address, "Where it is"),
        shape::field("latitude", &ViolationView::latitude, "Where it was seen"),
        shape::field("longitude", &ViolationView::longitude, "Where it was seen"),
        shape::field("text", &ViolationView::text, "In the words of who reported it"),
        shape::field("reported_at", &ViolationView::reported_at, "When"),
        shape::field("state", &ViolationView::state, "Where it stands"),
        shape::field("decided_at", &ViolationView::decided_at, "When the operator decided"),
        shape::field("answer", &ViolationView::answer, "Of the operator, for everybody"));
  }
};

/// The same with what the operator alone knows.
struct OperatorViolation {
  ViolationView violation;
  std::optional<std::string> contact;
  std::string language;
  std::optional<std::string> holder;
  std::optional<std::string> owner;
  std::optional<std::string> taken_by;
  std::optional<std::string> decided_by;
  std::optional<UnixMs> due_at;
  bool overdue;
  static constexpr auto shape() {
    return shape::object(
        "OperatorViolation", "A report of a consumer with what the operator alone knows",
        shape::field("violation", &OperatorViolation::violation, "The report"),
        shape::field("contact", &OperatorViolation::contact, "E-mail of who reported, until it is erased"),
        shape::field("language", &OperatorViolation::language, "His language: ru, uz or en"),
        shape::field("holder", &OperatorViolation::holder, "Tax number of who held the code then"),
        shape::field("owner", &OperatorViolation::owner, "Tax number of the owner of the GTIN"),
        shape::field("taken_by", &OperatorViolation::taken_by, "Who looks after it"),
        shape::field("decided_by", &OperatorViolation::decided_by, "Who decided"),
        shape::field("due_at", &OperatorViolation::due_at, "By when it has to be decided; absent: it is"),
        shape::field("overdue", &OperatorViolation::overdue, "It should have been decided"));
  }
};

/// Name of a kind in the language of the call.
std::string kind_name(Call const& call, std::string const& kind);
Result<ViolationView> view_of(Call const& call, support::Violation const& report);
Result<OperatorViolation> operator_view_of(Call const& call, support::Violation const& report);

}  // namespace tamga::api
