// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamga {

/// A text as people search for it: small letters of Latin and Cyrillic, no quotation marks and none of the
/// marks of o' and g', one space where there were several, none at the ends. What is no UTF-8 stays as it is.
std::string folded(std::string_view text);

}  // namespace tamga
