// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace tamga {

/// Something of the repository that a test or a benchmark reads: "spec/uz" and the like. Where the clone lies
/// is known to one source file only, so that what was compiled in another clone need not be compiled again.
std::filesystem::path source_path(std::string_view inside);

}  // namespace tamga
