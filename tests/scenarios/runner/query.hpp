// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamga::scenario {

/// A text as the value of a query parameter: everything but letters and digits percent-encoded.
std::string in_query(std::string_view text);

}  // namespace tamga::scenario
