// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tamga::demo {

/// Draws the code as a Data Matrix and reads the picture with another reader than our own; throws Difference
/// when it reads something else.
void print_and_scan(std::string const& code);

}  // namespace tamga::demo
