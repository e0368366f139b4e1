// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/folder.hpp"

#include <unistd.h>

#include <cstdlib>

#include "bench/measure/child.hpp"

namespace tamga::bench {

std::filesystem::path work_root() {
  char const* chosen = std::getenv("TAMGA_BENCH_WORK");
  return chosen ? std::filesystem::path(chosen) : std::filesystem::temp_directory_path();
}

Folder::Folder() {
  auto pattern = (work_root() / "tamga-bench-XXXXXX").string();
  require(mkdtemp(pattern.data()) != nullptr, "no folder under " + work_root().string());
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::uint64_t bytes_under(std::filesystem::path const& folder) {
  std::uint64_t total = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) total += entry.file_size();
  return total;
}

}  // namespace tamga::bench
