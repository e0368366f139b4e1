// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/language.hpp"

namespace tamga::api {

/// The language of the product that the header Accept-Language (RFC 9110, 12.5.4) likes best; `otherwise`
/// when it names none of ours.
Language accepted_language(std::string_view header, Language otherwise);

}  // namespace tamga::api
