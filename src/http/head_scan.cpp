// SPDX-License-Identifier: Apache-2.0
#include "http/head_scan.hpp"

namespace tamga::http {

HeadScan::Verdict HeadScan::look(std::string_view bytes) {
  while (position_ < bytes.size()) {
    char const c = bytes[position_];
    auto const byte = static_cast<unsigned char>(c);
    bool const at_line_start = position_ == line_start_;
    if (byte > 0x20 && byte != 0x7F) {
      ++position_;
    } else if (c == ' ' || c == '\t') {
      if (at_line_start || (c == '\t' && lines_ == 0)) return Verdict::Broken;
      ++position_;
    } else if (c == '\r') {
      if (position_ + 1 == bytes.size()) return Verdict::Incomplete;
      if (bytes[position_ + 1] != '\n') return Verdict::Broken;
      if (at_line_start && lines_ == 0) return Verdict::Broken;
      position_ += 2;
      if (at_line_start) return Verdict::Complete;
      line_start_ = position_;
      ++lines_;
    } else {
      return Verdict::Broken;
    }
  }
  return Verdict::Incomplete;
}

}  // namespace tamga::http
