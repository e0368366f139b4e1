// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tamga::bench {

/// What the figures depend on: processor, cores, memory, kernel, file system, compiler, flags, versions of
/// the peers that are installed, day.
std::vector<std::pair<std::string, std::string>> machine_facts();

}  // namespace tamga::bench
