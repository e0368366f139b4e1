// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "shape/sample_test.hpp"

// No bytes crash the reader of JSON; it calls a text JSON exactly when another reader does; what it decodes
// it encodes to something that decodes to the same.

namespace {

using namespace tamga;

void insist(bool truth) {
  if (!truth) std::abort();
}

/// Where two readers may honestly differ: numbers beyond a double, a byte of zero, a byte order mark, great
/// depth.
bool comparable(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    if ((text[i] == 'e' || text[i] == 'E') && text[i - 1] >= '0' && text[i - 1] <= '9') return false;
  return text.find('\0') == std::string_view::npos && !text.starts_with("\xef\xbb\xbf") &&
         text.size() < shape::kDepthCap;
}

template <class T>
void round_trip(shape::JsonDocument const& document) {
  auto const value = shape::decode_all<T>(document);
  if (!value) {
    insist(!value.error().empty() && value.error().size() <= 20);
    return;
  }
  insist(document.check().has_value());
  std::string const text = shape::encode(*value);
  auto const back = shape::decode<T>(text);
  insist(back.has_value() && *back == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const document =
      shape::JsonDocument::open(text, {.max_bytes = 1U << 20, .max_depth = shape::kDepthCap});
  bool const ours = document && document->check();
  if (comparable(text)) insist(ours == nlohmann::json::accept(text));
  if (!document) return 0;
  (void)document->peek_string("kind").has_value();
  round_trip<shape::sample::Parcel>(*document);
  round_trip<shape::sample::Story>(*document);
  round_trip<shape::sample::Tree>(*document);
  return 0;
}
