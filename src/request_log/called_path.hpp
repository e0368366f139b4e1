// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamga::request_log {

inline constexpr std::size_t kLongestPath = 500;

/// Path and query of a call, percent-encoded as they came, as a log may keep them. Values of parameters that
/// hold a code, a token or a signature, and of those whose name is spelled in an unusual way, are `***`. At
/// most kLongestPath characters; what is not printable ASCII is `?`.
std::string called_path(std::string_view target);

}  // namespace tamga::request_log
