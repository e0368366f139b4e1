// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "gs1/check_digit.hpp"

namespace tamga::demo {

/// Gives out the transport codes of a company: GS1 company prefix and indicator of a GTIN, then a counter of
/// seven digits. Not thread-safe.
class SsccNumbers {
 public:
  explicit SsccNumbers(std::string_view gtin) : stem_(gtin.substr(0, 10)) {}
  std::string next() {
    std::string digits = fmt::format("{}{:07}", stem_, ++last_);
    digits += static_cast<char>('0' + gs1::mod10_check_digit(digits));
    return "00" + digits;
  }

 private:
  std::string stem_;
  int last_ = 0;
};

}  // namespace tamga::demo
