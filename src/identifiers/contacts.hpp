// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::identifiers {

/// An address as mail programs take it: one @, a dotted domain, no spaces, 254 bytes at most. Errors:
/// EMAIL_WRONG.
Result<void> check_email(std::string_view email);
/// "+" and 7 to 15 digits (E.164); spaces, dashes and brackets are dropped. Errors: PHONE_WRONG.
Result<std::string> read_phone(std::string_view phone);

}  // namespace tamga::identifiers
