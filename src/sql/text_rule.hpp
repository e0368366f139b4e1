// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tamga::sql {

/// Whether both engines can hold the text: UTF-8 (RFC 3629: no overlong forms, no surrogates) without NUL.
[[nodiscard]] bool is_storable_text(std::string_view text);

}  // namespace tamga::sql
