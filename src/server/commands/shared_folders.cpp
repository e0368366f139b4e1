// SPDX-License-Identifier: Apache-2.0
#include "server/commands/shared_folders.hpp"

#include <initializer_list>
#include <system_error>

namespace tamga::server {
namespace {

std::filesystem::path program_folder() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

/// The first place that has `sign` in it; empty: none.
std::filesystem::path first_with(std::string_view sign, std::initializer_list<std::filesystem::path> places) {
  std::error_code error;
  for (auto const& place : places)
    if (std::filesystem::exists(place / sign, error)) return place;
  return {};
}

}  // namespace

std::filesystem::path default_spec() {
  auto const program = program_folder();
  auto const found =
      first_with("errors", {"spec", program / "../share/tamga/spec", program / "../../../spec"});
  return found.empty() ? "spec" : found;
}

std::filesystem::path default_cabinet() {
  auto const program = program_folder();
  return first_with("index.html", {program / "../share/tamga/cabinet", program / "../../../web/dist"});
}

}  // namespace tamga::server
