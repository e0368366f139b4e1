// SPDX-License-Identifier: Apache-2.0
#include "api/accept_language.hpp"

#include <charconv>

#include "http/text.hpp"

namespace tamga::api {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view cut(std::string_view& text, char end) {
  auto const at = text.find(end);
  auto const part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return trimmed(part);
}

/// "0.8" as thousandths; 1 when it is not said, 0 when it makes no sense.
int quality(std::string_view parameters) {
  while (!parameters.empty()) {
    auto parameter = cut(parameters, ';');
    if (!http::iequals(cut(parameter, '='), "q")) continue;
    double value = 0;
    auto const [end, error] = std::from_chars(parameter.data(), parameter.data() + parameter.size(), value);
    return error == std::errc() && value >= 0 && value <= 1 ? static_cast<int>(value * 1000) : 0;
  }
  return 1000;
}

}  // namespace

Language accepted_language(std::string_view header, Language otherwise) {
  Language best = otherwise;
  int best_quality = 0;
  while (!header.empty()) {
    auto range = cut(header, ',');
    auto const tag = cut(range, ';');
    int const wanted = quality(range);
    if (wanted <= best_quality) continue;
    auto const primary = tag.substr(0, tag.find('-'));
    for (Language const language : kLanguages)
      if (http::iequals(primary, code_of(language))) {
        best = language;
        best_quality = wanted;
      }
  }
  return best;
}

}  // namespace tamga::api
