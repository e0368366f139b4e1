// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace tamga::server {

/// Where spec/ is when nobody says: in the working folder, installed beside the program, or in the source
/// tree around it.
std::filesystem::path default_spec();
/// Where the built cabinet is, likewise; empty when it was not built.
std::filesystem::path default_cabinet();

}  // namespace tamga::server
