// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace tamga::bench {

/// Where benchmarks keep their data: TAMGA_BENCH_WORK, or the folder for temporary files. Must be on the disk
/// that is to be measured, not in memory.
std::filesystem::path work_root();

/// A fresh folder, deleted at the end. Short enough for the path of a socket.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Bytes of all files under it.
std::uint64_t bytes_under(std::filesystem::path const& folder);

}  // namespace tamga::bench
