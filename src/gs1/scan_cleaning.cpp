// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan_cleaning.hpp"

#include <array>
#include <optional>

#include "gs1/element_string.hpp"
#include "gs1/errors.hpp"
#include "gs1/scan_view.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

// Data Matrix, GS1-128, GS1 DataBar, GS1 QR, plain Data Matrix: what scanners put in front when asked to
// tell.
constexpr std::array<std::string_view, 5> kSymbologyPrefixes{"]d2", "]C1", "]e0", "]Q3", "]d1"};

// No character of these is in a serial, so each means the separator wherever it stands. The last is U+241D.
constexpr std::array<std::string_view, 6> kStandIns{"\\u001d", "\\u001D", "\\x1d",
                                                    "\\x1D",   "{GS}",    "\xE2\x90\x9D"};

bool drop(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void drop_frame(std::string_view& text, DiagnosisSet& diagnoses) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  auto const before = text.size();
  drop(text, kByteOrderMark);
  text = trimmed(text);
  if (text.size() != before) diagnoses.add(Diagnosis::WhitespaceTrimmed);
  for (auto const prefix : kSymbologyPrefixes) {
    if (drop(text, prefix)) {
      diagnoses.add(Diagnosis::SymbologyPrefix);
      break;
    }
  }
  if (drop(text, {&kGs, 1})) diagnoses.add(Diagnosis::LeadingFnc1);
}

std::size_t stand_in_size(std::string_view text, bool brackets) {
  for (auto const stand_in : kStandIns) {
    if (text.starts_with(stand_in)) return stand_in.size();
  }
  bool const before_bracket =
      brackets && text.starts_with(kVisibleGs) && text.substr(kVisibleGs.size()).starts_with('(');
  return before_bracket || stands_for_separator(text) ? kVisibleGs.size() : 0;
}

std::string with_real_separators(std::string_view text, DiagnosisSet& diagnoses) {
  bool const brackets = text.find('(') != std::string_view::npos;
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto const size = stand_in_size(text, brackets);
    if (size > 0) diagnoses.add(Diagnosis::EscapedGs);
    out.push_back(size > 0 ? kGs : text.front());
    text.remove_prefix(size > 0 ? size : 1);
  }
  return out;
}

/// The AI in brackets at the front of the text, or nothing.
std::string_view bracketed_ai(std::string_view text) {
  if (!text.starts_with('(')) return {};
  auto const close = text.find(')');
  if (close == std::string_view::npos || close < 3 || close > 5) return {};
  auto const ai = text.substr(1, close - 1);
  auto const* rule = find_ai_rule(ai);
  return rule != nullptr && rule->ai_size() == ai.size() ? ai : std::string_view{};
}

/// (01)...(21)...(93)... as it is printed; nothing when the text is not of this form.
std::optional<std::string> without_brackets(std::string_view text, DiagnosisSet& diagnoses) {
  if (bracketed_ai(text).empty()) return std::nullopt;
  std::string out;
  bool separator = false;
  bool spaces = false;
  while (!text.empty()) {
    auto const ai = bracketed_ai(text);
    text.remove_prefix(ai.size() + 2);
    std::size_t end = 0;
    while (end < text.size() && bracketed_ai(text.substr(end)).empty()) ++end;
    auto value = text.substr(0, end);
    while (value.ends_with(kGs)) value.remove_suffix(1);
    if (separator) out.push_back(kGs);
    out.append(ai).append(trimmed(value));
    spaces = spaces || trimmed(value).size() != value.size();
    separator = !find_ai_rule(ai)->predefined;
    text.remove_prefix(end);
  }
  diagnoses.add(Diagnosis::Brackets);
  if (spaces) diagnoses.add(Diagnosis::WhitespaceTrimmed);
  return out;
}

}  // namespace

Result<CleanedScan> clean_scan(std::string_view text) {
  if (has_cyrillic(text)) {
    return fail(Error(kCodeKeyboardLayout)
                    .with("diagnosis", std::string(name_of(Diagnosis::KeyboardLayout)))
                    .with("hint", as_latin_keyboard(trimmed(text))));
  }
  CleanedScan cleaned;
  drop_frame(text, cleaned.diagnoses);
  cleaned.text = std::string(text);
  if (text.find(kGs) == std::string_view::npos) {
    cleaned.text = with_real_separators(text, cleaned.diagnoses);
    if (cleaned.text.starts_with(kGs)) {
      cleaned.text.erase(0, 1);
      cleaned.diagnoses.add(Diagnosis::LeadingFnc1);
    }
  }
  if (auto plain = without_brackets(cleaned.text, cleaned.diagnoses)) cleaned.text = std::move(*plain);
  for (std::size_t i = 0; i < cleaned.text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(cleaned.text[i]);
    if (byte >= 0x7F || (byte < 0x20 && cleaned.text[i] != kGs)) {
      return fail(Error(kCodeCharset).with("position", std::to_string(i + 1)));
    }
  }
  return cleaned;
}

}  // namespace tamga::gs1
