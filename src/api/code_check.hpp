// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// What the check part of a code says.
enum class TailVerdict : std::uint8_t { Absent, Genuine, Wrong };

/// What is known of one code that anybody may know, and whether it may be sold now. Texts are borrowed.
struct CheckedCode {
  bool sale_allowed;
  std::optional<std::string_view> reason;
  std::optional<std::string_view> text;
  std::optional<std::string_view> remedy;
  std::optional<std::string_view> cis;
  std::vector<std::string_view> diagnoses;
  TailVerdict tail;
  std::optional<std::string_view> status;
  std::vector<std::string_view> holds;
  std::optional<GtinText> gtin;
  std::optional<std::string_view> product;
  std::optional<std::string_view> group;
  std::optional<Date> produced_on;
  std::optional<Date> expires_on;
  std::optional<std::string_view> producer;
  std::optional<std::string_view> recall;
  std::optional<std::string_view> owner;
  std::shared_ptr<void const> kept;  ///< of an answer that stands alone: what it borrows from

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
        shape::field("produced_on", &CheckedCode::produced_on, "Day of production"),
        shape::field("expires_on", &CheckedCode::expires_on, "Last day on which the goods may be sold"),
        shape::field("producer", &CheckedCode::producer,
                     "Name of who made or brought in the goods; absent before the code was applied"),
        shape::field("recall", &CheckedCode::recall, "What to do about goods that were recalled"),
        shape::field("owner", &CheckedCode::owner, "Tax number of the owner, when it is you"));
  }
};

/// Answers in the order of the question.
struct CheckedCodes {
  std::vector<CheckedCode> codes;
  std::shared_ptr<void const> kept;  ///< what the answers borrow from, beside the texts asked about

  /// About how long the answer is.
  [[nodiscard]] std::size_t json_bytes() const { return 64 + codes.size() * 384; }
  static constexpr auto shape() {
    return shape::object("CheckedCodes", "Answers in the order of the question",
                         shape::field("codes", &CheckedCodes::codes, "One for each code"));
  }
};

/// Judges texts as a cash register asks: one answer a text, in order. A text that is no code is an answer
/// too; an error is a failure of ours. The answers are good as long as the texts.
Result<CheckedCodes> check_codes(Call const& call, std::span<std::string_view const> texts);

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::TailVerdict> = tamga::shape::enumeration(
    "TailVerdict", "What the check part of a code says",
    tamga::shape::value(tamga::api::TailVerdict::Absent, "absent", "It was not read along, or there is none"),
    tamga::shape::value(tamga::api::TailVerdict::Genuine, "genuine", "The operator made this code"),
    tamga::shape::value(tamga::api::TailVerdict::Wrong, "wrong", "The operator did not make this code"));
