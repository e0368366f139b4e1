// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace tamga::server {

/// Where spec/ is when nobody says: in the working folder, installed beside the program, or in the source
/// tree around it.
std::filesystem::path default_spec();

}  // namespace tamga::server
