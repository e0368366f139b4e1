// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamga::outward {

/// Names and values in the order they are sent.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// "name=value&...", everything but letters, digits and "-._~" percent-encoded: for addresses and for bodies
/// of the type application/x-www-form-urlencoded.
std::string form_of(Fields const& fields);

/// The fields of such a text; what is badly encoded is left as it is. For tests and for reading a
/// redirection.
Fields read_form(std::string_view text);

}  // namespace tamga::outward
