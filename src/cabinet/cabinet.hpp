// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace tamga::cabinet {

/// The cabinet as it was built: pages, scripts and pictures of one folder, all in memory, so that no path of
/// a request ever touches the disk. Immutable, safe from any thread.
class Cabinet {
 public:
  /// What a whole cabinet may weigh, its compressed copies among it.
  static constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

  /// Reads a folder with `index.html`. `NAME.br` and `NAME.gz` are taken as the compressed copies of `NAME`.
  /// Links are not followed. Errors: CABINET_MISSING, CABINET_TOO_LARGE.
  static Result<Cabinet> open(std::filesystem::path const& folder);

  /// The answer to GET or HEAD: a file; the page itself for every other path that names no file, because
  /// the page knows its own addresses; nothing for paths of the interface and for files that are not there.
  [[nodiscard]] std::optional<http::Response> answer(http::Request const& request) const;

 private:
  struct File {
    std::string type;
    std::string etag;
    std::string plain;
    std::string gzip;
    std::string brotli;
  };
  using Files = std::map<std::string, File, std::less<>>;
  explicit Cabinet(Files files) : files_(std::move(files)) {}
  [[nodiscard]] Files::const_iterator find(std::string_view path) const;

  Files files_;
};

}  // namespace tamga::cabinet
