// SPDX-License-Identifier: Apache-2.0
#include "request_log/called_path.hpp"

#include <algorithm>
#include <array>

namespace tamga::request_log {
namespace {

constexpr std::array<std::string_view, 4> kSecrets{"code", "codes", "token", "signature"};

bool is_plain(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_secret(std::string_view name) {
  return !is_plain(name) || std::find(kSecrets.begin(), kSecrets.end(), name) != kSecrets.end();
}

void append_parameter(std::string& out, std::string_view parameter) {
  auto const sign = parameter.find('=');
  std::string_view const name = parameter.substr(0, sign);
  if (sign == std::string_view::npos || !is_secret(name)) {
    out += parameter;
    return;
  }
  out += name;
  out += "=***";
}

}  // namespace

std::string called_path(std::string_view target) {
  auto const query = target.find('?');
  std::string out(target.substr(0, query));
  if (query != std::string_view::npos) {
    out += '?';
    std::string_view rest = target.substr(query + 1);
    while (!rest.empty() && out.size() < kLongestPath) {
      auto const end = rest.find('&');
      append_parameter(out, rest.substr(0, end));
      if (end == std::string_view::npos) break;
      out += '&';
      rest.remove_prefix(end + 1);
    }
  }
  if (out.size() > kLongestPath) out.resize(kLongestPath);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return out;
}

}  // namespace tamga::request_log
