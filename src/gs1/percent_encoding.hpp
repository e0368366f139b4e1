// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tamga::gs1 {

/// RFC 3986, section 2: everything but the unreserved characters becomes %XX.
void append_percent_encoded(std::string& out, std::string_view text);
/// The way back; nothing when a % is not followed by two hexadecimal digits. A plus sign stays a plus sign.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace tamga::gs1
