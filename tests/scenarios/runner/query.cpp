// SPDX-License-Identifier: Apache-2.0
#include "runner/query.hpp"

#include <fmt/format.h>
#include <cctype>

namespace tamga::scenario {

std::string in_query(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0)
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace tamga::scenario
