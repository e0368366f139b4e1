// SPDX-License-Identifier: Apache-2.0
#include "shape/decode.hpp"

#include <algorithm>

namespace tamga::shape {

std::optional<std::size_t> read_name(Reader& reader, std::span<std::string_view const> allowed) {
  std::string_view given;
  if (!reader.view(given)) return std::nullopt;
  auto const found = std::find(allowed.begin(), allowed.end(), given);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  auto const near = by_nearness(given, allowed);
  Error error = Error(kUnknownValue).with("value", std::string(clip(given, 64))).with("allowed", near.all);
  if (!near.best.empty()) error.with("suggestion", std::string(near.best));
  reader.refuse(std::move(error));
  return std::nullopt;
}

std::optional<std::size_t> read_kind(Reader& reader, std::string_view tag,
                                     std::span<std::string_view const> kinds) {
  Reader ahead = reader;
  std::optional<std::size_t> kind;
  std::string key;
  bool found = false;
  if (ahead.enter_object()) {
    while (!found && ahead.next_entry(key)) {
      found = key == tag;
      if (found)
        kind = read_name(ahead, kinds);
      else
        ahead.skip();
    }
    if (!found) ahead.refuse_child(tag, Error(kMissingField).with("field", std::string(tag)));
  }
  if (!kind) {
    reader.adopt_errors(ahead);
    reader.skip();
  }
  return kind;
}

}  // namespace tamga::shape
