// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "shape/describe.hpp"
#include "shape/errors.hpp"

namespace tamga::documents {

/// One marking code or package in a document, as it was scanned: its separators (GS) belong to it.
struct CodeText {
  std::string text;
};

}  // namespace tamga::documents

/// 1 to 255 bytes, no control characters but GS. Errors: JSON_TEXT_SIZE, JSON_CONTROL_CHARACTER.
template <>
struct tamga::shape::Scalar<tamga::documents::CodeText> {
  static constexpr std::size_t kMaxSize = 255;
  static constexpr ScalarInfo kInfo{
      .name = "Code",
      .about = "A marking code or package, as scanned, separators (GS) included",
      .pattern = "^[^\\u0000-\\u001c\\u001e\\u001f]{1,255}$",
      .format = "",
      .example = "010460000000001521AbCdEfGhIjKl5"};
  static Result<documents::CodeText> parse(std::string_view text) {
    if (text.empty() || text.size() > kMaxSize)
      return fail(Error(kTextSize)
                      .with("size", std::to_string(text.size()))
                      .with("min", "1")
                      .with("max", std::to_string(kMaxSize)));
    auto const control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\x1d'; };
    if (std::any_of(text.begin(), text.end(), control)) return fail(kControlCharacter);
    return documents::CodeText{std::string(text)};
  }
  static std::string_view text(documents::CodeText const& code) { return code.text; }
};
