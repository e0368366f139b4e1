// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "api/errors.hpp"
#include "base/result.hpp"
#include "gs1/gtin.hpp"
#include "gs1/scan.hpp"
#include "ledger/code_no.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// Number of a document or order: 64 bits, more than a number of JavaScript holds, so a text on the wire.
struct DocumentNumber {
  ledger::DocumentNo number;
  friend bool operator==(DocumentNumber, DocumentNumber) = default;
};

/// A GTIN; 8, 12, 13 and 14 digits are read, 14 written.
struct GtinText {
  gs1::Gtin gtin;
};

/// A code as a scanner gave it: separators and whatever a keyboard made of it.
struct ScannedText {
  std::string text;
};

}  // namespace tamga::api

namespace tamga::shape {

template <>
struct Scalar<api::DocumentNumber> {
  static constexpr ScalarInfo kInfo{.name = "DocumentNumber",
                                    .about = "Number of a document; later documents have larger ones",
                                    .pattern = "^[1-9][0-9]{0,18}$",
                                    .format = {},
                                    .example = "1856953483264000000"};
  static Result<api::DocumentNumber> parse(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || value <= 0 || text.front() == '0') return fail(api::kNumberMalformed);
    return api::DocumentNumber{ledger::DocumentNo(value)};
  }
  static std::string text(api::DocumentNumber const& number) { return std::to_string(number.number.value()); }
};

template <>
struct Scalar<api::GtinText> {
  static constexpr ScalarInfo kInfo{.name = "Gtin",
                                    .about = "Global Trade Item Number with its check digit",
                                    .pattern = "^([0-9]{8}|[0-9]{12,14})$",
                                    .format = {},
                                    .example = "04780000000014"};
  static Result<api::GtinText> parse(std::string_view text) {
    TAMGA_ASSIGN(gtin, gs1::Gtin::parse(text));
    return api::GtinText{gtin};
  }
  static std::string text(api::GtinText const& value) { return value.gtin.text(); }
};

template <>
struct Scalar<api::ScannedText> {
  static constexpr ScalarInfo kInfo{
      .name = "ScannedCode",
      .about = "A marking code or the code of a package, as scanned or typed; at most 400 characters",
      .pattern = {},
      .format = {},
      .example = "0104780000000014215ABCDEFGHIJKL"};
  /// Any text: what cannot be a code is an answer, not an error.
  static Result<api::ScannedText> parse(std::string_view text) { return api::ScannedText{std::string(text)}; }
  static std::string_view text(api::ScannedText const& scanned) { return scanned.text; }
};

}  // namespace tamga::shape
