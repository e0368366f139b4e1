// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "gs1/code_layout.hpp"
#include "gs1/digital_link.hpp"
#include "gs1/element_string.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

/// Element strings, layouts and links: what was read is written so that it is read the same.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace tamga::gs1;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (auto const list = parse_element_string(text)) {
    std::string written;
    append_element_string(written, list->span());
    auto const again = parse_element_string(written);
    require(again.has_value() && again->size() == list->size());
    for (std::size_t i = 0; i < list->size(); ++i) require((*again)[i] == (*list)[i]);
    require(written.size() <= text.size());
  }
  if (auto const layout = CodeLayout::parse(text)) {
    require(layout->text() == text);
    require(*CodeLayout::parse(layout->text()) == *layout);
  }
  if (auto const link = parse_digital_link(text)) {
    auto const written = digital_link("https://id.example", *link);
    if (written.size() > kMaxLinkSize) return 0;  // escapes are longer than what they stand for
    auto const again = parse_digital_link(written);
    require(again.has_value() && *again == *link);
  }
  return 0;
}
