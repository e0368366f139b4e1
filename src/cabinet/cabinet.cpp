// SPDX-License-Identifier: Apache-2.0
#include "cabinet/cabinet.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "cabinet/errors.hpp"
#include "cabinet/page_policy.hpp"
#include "crypto/sha256.hpp"

namespace tamga::cabinet {
namespace {

constexpr std::string_view kPage = "/index.html";
/// Files whose names change with their content.
constexpr std::string_view kHashed = "/assets/";
/// Where the page has no addresses of its own: what is missing there is missing.
constexpr std::array<std::string_view, 3> kNotPages{"/api/", "/problems/", kHashed};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".wasm", "application/wasm"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(std::string_view extension) {
  auto const found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](auto const& row) { return row.first == extension; });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

bool takes(http::Request const& request, std::string_view coding) {
  return request.header("Accept-Encoding").value_or("").find(coding) != std::string_view::npos;
}

bool is_known_to_client(http::Request const& request, std::string_view etag) {
  return request.header("If-None-Match").value_or("").find(etag) != std::string_view::npos;
}

bool names_no_page(std::string_view path) {
  bool const elsewhere = std::any_of(kNotPages.begin(), kNotPages.end(),
                                     [&](std::string_view prefix) { return path.starts_with(prefix); });
  if (elsewhere) return true;
  // The serial of a GS1 Digital Link may hold a dot and is no file for it.
  if (path.starts_with("/01/") || path.starts_with("/00/")) return false;
  return path.substr(path.rfind('/')).find('.') != std::string_view::npos;
}

}  // namespace

Result<Cabinet> Cabinet::open(std::filesystem::path const& folder) {
  namespace fs = std::filesystem;
  Files files;
  std::size_t bytes = 0;
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error); entry != fs::end(entry);
       entry.increment(error)) {
    if (error || entry->is_symlink() || !entry->is_regular_file()) continue;
    std::ifstream file(entry->path(), std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), {}};
    bytes += content.size();
    if (bytes > kMaxBytes) return fail(Error(kCabinetTooLarge).with("folder", folder.string()));
    fs::path name = entry->path().lexically_relative(folder);
    fs::path const coding = name.extension();
    if (coding == ".br" || coding == ".gz") {
      File& whole = files["/" + name.replace_extension().generic_string()];
      (coding == ".br" ? whole.brotli : whole.gzip) = std::move(content);
      continue;
    }
    File& whole = files["/" + name.generic_string()];
    whole.type = type_of(name.extension().string());
    whole.etag = '"' + crypto::hex(crypto::sha256(content)).substr(0, 32) + '"';
    whole.plain = std::move(content);
  }
  std::erase_if(files, [](auto const& entry) { return entry.second.etag.empty(); });
  if (!files.contains(kPage)) return fail(Error(kCabinetMissing).with("folder", folder.string()));
  return Cabinet(std::move(files));
}

Cabinet::Files::const_iterator Cabinet::find(std::string_view path) const {
  auto const file = files_.find(path);
  if (file != files_.end() || names_no_page(path)) return file;
  return files_.find(kPage);
}

std::optional<http::Response> Cabinet::answer(http::Request const& request) const {
  auto const found = find(request.path());
  if (found == files_.end()) return std::nullopt;
  auto const& [name, file] = *found;
  http::Response out;
  out.header("ETag", file.etag)
      .header("Vary", "Accept-Encoding")
      .header("Cache-Control", name.starts_with(kHashed) ? "public, max-age=31536000, immutable" : "no-cache")
      .header("Content-Security-Policy", std::string(kPagePolicy))
      .header("Permissions-Policy", std::string(kPermissions))
      .header("Cross-Origin-Opener-Policy", "same-origin");
  if (is_known_to_client(request, file.etag)) {
    out.status = 304;
    return out;
  }
  out.content_type = file.type;
  if (!file.brotli.empty() && takes(request, "br")) {
    out.header("Content-Encoding", "br");
    out.body = file.brotli;
  } else if (!file.gzip.empty() && takes(request, "gzip")) {
    out.header("Content-Encoding", "gzip");
    out.body = file.gzip;
  } else {
    out.body = file.plain;
  }
  return out;
}

}  // namespace tamga::cabinet
