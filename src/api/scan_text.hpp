// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tamga::api {

/// A scanned text as it is kept to be read by people: control characters (separators of a code) are spaces,
/// and it ends before the character that no longer fits into so many bytes.
std::string kept_text(std::string text, std::size_t most_bytes);

}  // namespace tamga::api
