// SPDX-License-Identifier: Apache-2.0
#include "api/code_stream.hpp"

#include <algorithm>

namespace tamga::api {

Result<bool> CodeStream::next(std::string& chunk) {
  std::int64_t const count = std::min(kCodesOfPiece, end_ - at_);
  TAMGA_TRY(writer_.write(at_, count, chunk));
  at_ += count;
  return at_ < end_;
}

}  // namespace tamga::api
