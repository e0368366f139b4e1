// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.hpp"

namespace tamga::mail {

/// Refuses (MAIL_ADDRESS) what is not one plain address: `local@domain`, a dot-atom of RFC 5321 of at most 64
/// bytes and a domain of at least two labels, 254 bytes in all. Quoted local parts, address literals, names
/// beside the address and letters outside ASCII are refused: a domain of other letters is written in its
/// xn-- form. Nothing that passes can end a header line or an SMTP command.
Result<void> check_address(std::string_view address);

}  // namespace tamga::mail
