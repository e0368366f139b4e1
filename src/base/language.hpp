// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tamga {

/// The languages of the product: Russian, Uzbek in Latin script, English.
enum class Language : std::uint8_t { Ru, Uz, En };
inline constexpr std::array kLanguages{Language::Ru, Language::Uz, Language::En};

constexpr std::string_view code_of(Language language) {
  constexpr std::array<std::string_view, 3> kCodes{"ru", "uz", "en"};
  return kCodes[static_cast<std::size_t>(language)];
}

constexpr std::optional<Language> language_of(std::string_view code) {
  for (Language const language : kLanguages)
    if (code_of(language) == code) return language;
  return std::nullopt;
}

/// One text in every language of the product.
struct LocalizedText {
  std::array<std::string, 3> texts;
  [[nodiscard]] std::string const& in(Language language) const { return texts[static_cast<std::size_t>(language)]; }
  [[nodiscard]] std::string& in(Language language) { return texts[static_cast<std::size_t>(language)]; }
};

}  // namespace tamga
