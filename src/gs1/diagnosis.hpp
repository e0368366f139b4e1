// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tamga::gs1 {

/// What was odd about a scan and was put right, or what refused it. Says whose settings to mend: the
/// scanner's, the keyboard's or the spreadsheet's. In the order in which the parser meets them; names are
/// published.
enum class Diagnosis : std::uint8_t {
  KeyboardLayout,     ///< keyboard_layout: Cyrillic letters; the scanner types through a national layout. A
                      ///< refusal
  WhitespaceTrimmed,  ///< whitespace_trimmed
  SymbologyPrefix,    ///< symbology_prefix: ]d2 and the like were sent along
  LeadingFnc1,        ///< leading_fnc1
  EscapedGs,          ///< escaped_gs: the separator came as visible characters
  Brackets,           ///< brackets: human-readable form, (01)...(21)...
  SsccWithoutAi,      ///< sscc_without_ai: 18 digits without the 00 in front
  GsRecovered,        ///< gs_recovered: separators lost, found again by the layout of the product group
  Reordered,          ///< reordered: elements came in another order than they are printed
  CapsLock  ///< caps_lock: letter case was swapped. Said by whoever verified the tail of the swapped text
};

std::string_view name_of(Diagnosis diagnosis);

class DiagnosisSet {
 public:
  void add(Diagnosis diagnosis) { bits_ |= bit(diagnosis); }
  [[nodiscard]] bool has(Diagnosis diagnosis) const { return (bits_ & bit(diagnosis)) != 0; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  /// In the order of the enumeration.
  [[nodiscard]] std::vector<std::string_view> names() const;
  friend bool operator==(DiagnosisSet, DiagnosisSet) = default;

 private:
  static unsigned bit(Diagnosis diagnosis) { return 1U << static_cast<unsigned>(diagnosis); }
  unsigned bits_ = 0;
};

}  // namespace tamga::gs1
