// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "gs1/diagnosis.hpp"

namespace tamga::gs1 {

/// A scan without what the way from the label to us added to it: ASCII, real separators, no brackets.
struct CleanedScan {
  std::string text;
  DiagnosisSet diagnoses;
};

/// Steps 1-4 of reading a scan (docs/formats/codes.md): refuse Cyrillic, trim, drop a symbology prefix and a
/// leading FNC1, turn visible stand-ins into separators, turn the bracketed form into the printed one. It
/// knows nothing of GTINs and lengths. Errors: CODE_KEYBOARD_LAYOUT with the re-mapped reading as `hint`,
/// CODE_CHARSET.
Result<CleanedScan> clean_scan(std::string_view text);

/// True when a Cyrillic letter is in the UTF-8 text.
bool has_cyrillic(std::string_view text);

/// What the same keys give on a Latin keyboard, for a text typed through the Russian layout. Empty when a
/// character has no key there. Only ever shown to a person: two layouts differ in more than one way.
std::string as_latin_keyboard(std::string_view text);

}  // namespace tamga::gs1
