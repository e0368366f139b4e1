// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

namespace tamga {

std::string describe(Error const& error) {
  std::string text{error.name()};
  if (!error.where().empty()) text += " at " + error.where();
  for (auto const& [name, value] : error.arguments()) text += " {" + name + "=" + value + "}";
  if (!error.log_detail().empty()) text += " (" + error.log_detail() + ")";
  return text;
}

}  // namespace tamga
