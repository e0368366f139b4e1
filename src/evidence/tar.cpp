// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "evidence/bundle.hpp"

namespace tamga::evidence {
namespace {

constexpr std::size_t kBlock = 512;

/// Header of a regular file: POSIX.1-1988 ustar.
std::array<char, kBlock> header_of(std::string_view name, std::size_t size, UnixMs modified) {
  std::array<char, kBlock> block{};
  auto const put = [&](std::size_t at, std::string_view text) {
    std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at));
  };
  put(0, name.substr(0, 99));
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, fmt::format("{:011o}", size));
  put(136, fmt::format("{:011o}", modified.value() / 1000));
  put(148, "        ");
  put(156, "0");
  put(257, "ustar");
  put(263, "00");
  unsigned const sum = std::accumulate(block.begin(), block.end(), 0U, [](unsigned total, char byte) {
    return total + static_cast<unsigned char>(byte);
  });
  put(148, fmt::format("{:06o}", sum));
  block[154] = '\0';
  return block;
}

}  // namespace

std::string tar_of(std::string_view folder, std::vector<NamedFile> const& files, UnixMs modified) {
  std::string out;
  for (NamedFile const& file : files) {
    auto const header = header_of(std::string(folder) + '/' + file.name, file.bytes.size(), modified);
    out.append(header.data(), header.size());
    out += file.bytes;
    out.append((kBlock - file.bytes.size() % kBlock) % kBlock, '\0');
  }
  out.append(2 * kBlock, '\0');
  return out;
}

}  // namespace tamga::evidence
