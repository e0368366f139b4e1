// SPDX-License-Identifier: Apache-2.0
#include "server/commands/spec_folder.hpp"

#include <system_error>

namespace tamga::server {

std::filesystem::path default_spec() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (auto const& place :
       {std::filesystem::path("spec"), program / "../share/tamga/spec", program / "../../../spec"})
    if (std::filesystem::exists(place / "errors", error)) return place;
  return "spec";
}

}  // namespace tamga::server
