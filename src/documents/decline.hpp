// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// One reason why an order that waited got no codes when its turn came, kept with the order: an error of the
/// catalogue by its name, the place in the order, and the values of its text.
struct DeclineReason {
  std::string code;
  std::optional<std::string> pointer;
  std::optional<shape::Attributes> values;
  static constexpr auto shape() {
    return shape::object("DeclineReason", "Why an order got no codes",
                         shape::field("code", &DeclineReason::code, "Name of the error"),
                         shape::field("pointer", &DeclineReason::pointer, "JSON pointer into the order"),
                         shape::field("values", &DeclineReason::values, "Values named in its text"));
  }
};

/// As text that `emission::Order::declined` keeps.
std::string kept_reasons(std::vector<Error> const& errors);
/// Back from it; nothing of an order that was not declined.
std::vector<DeclineReason> read_reasons(std::string const& kept);

}  // namespace tamga::documents
