// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// What the check part of a code says.
enum class TailVerdict : std::uint8_t { Absent, Genuine, Wrong };

/// What is known of one code that anybody may know, and whether it may be sold now.
struct CheckedCode {
  bool sale_allowed;
  std::optional<std::string> reason;
  std::optional<std::string> text;
  std::optional<std::string> remedy;
  std::optional<std::string> cis;
  std::vector<std::string> diagnoses;
  TailVerdict tail;
  std::optional<std::string> status;
  std::vector<std::string> holds;
  std::optional<GtinText> gtin;
  std::optional<std::string> product;
  std::optional<std::string> group;
  std::optional<Date> expires_on;
  std::optional<std::string> recall;
  std::optional<std::string> owner;

  static constexpr auto shape() {
    return shape::object(
        "CheckedCode", "What is known of a code, and whether it may be sold now",
        shape::field("sale_allowed", &CheckedCode::sale_allowed, "Whether the goods may be sold now"),
        shape::field("reason", &CheckedCode::reason, "Name of the error when not"),
        shape::field("text", &CheckedCode::text, "The reason in the reader's language"),
        shape::field("remedy", &CheckedCode::remedy, "What to do"),
        shape::field("cis", &CheckedCode::cis, "Identity of the code as it was understood, without tail"),
        shape::field("diagnoses", &CheckedCode::diagnoses, "What was odd about the text and was put right"),
        shape::field("tail", &CheckedCode::tail, "Whether the operator made this code"),
        shape::field("status", &CheckedCode::status,
                     "emitted, applied, introduced, retired, written_off, disbanded; absent: never issued"),
        shape::field("holds", &CheckedCode::holds,
                     "in_transit, under_customs, blocked, disputed, recalled, expired"),
        shape::field("gtin", &CheckedCode::gtin, "GTIN"),
        shape::field("product", &CheckedCode::product, "Name of the product in the reader's language"),
        shape::field("group", &CheckedCode::group, "Code of the product group"),
        shape::field("expires_on", &CheckedCode::expires_on, "Last day on which the goods may be sold"),
        shape::field("recall", &CheckedCode::recall, "What to do about goods that were recalled"),
        shape::field("owner", &CheckedCode::owner, "Tax number of the owner, when it is you"));
  }
};

/// Judges texts as a cash register asks: one answer a text, in order. A text that is no code is an answer
/// too; an error is a failure of ours.
Result<std::vector<CheckedCode>> check_codes(Call const& call, std::span<std::string_view const> texts);

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::TailVerdict> = tamga::shape::enumeration(
    "TailVerdict", "What the check part of a code says",
    tamga::shape::value(tamga::api::TailVerdict::Absent, "absent", "It was not read along, or there is none"),
    tamga::shape::value(tamga::api::TailVerdict::Genuine, "genuine", "The operator made this code"),
    tamga::shape::value(tamga::api::TailVerdict::Wrong, "wrong", "The operator did not make this code"));
