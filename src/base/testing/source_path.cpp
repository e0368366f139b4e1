// SPDX-License-Identifier: Apache-2.0
#include "base/testing/source_path.hpp"

namespace tamga {

std::filesystem::path source_path(std::string_view inside) {
  return std::filesystem::path(TAMGA_SOURCE_DIR) / inside;
}

}  // namespace tamga
