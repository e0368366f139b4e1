// SPDX-License-Identifier: Apache-2.0
#include "api/scan_text.hpp"

#include <algorithm>

namespace tamga::api {

std::string kept_text(std::string text, std::size_t most_bytes) {
  std::size_t end = std::min(text.size(), most_bytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  return text;
}

}  // namespace tamga::api
