// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "gs1/code_layout.hpp"
#include "gs1/element_string.hpp"

namespace tamga::gs1 {

/// One way to understand the text of an item, behind 01 + GTIN + 21. Views into the text.
struct ScanCut {
  std::string_view serial, price, key_id, tail;
  TailKind tail_kind = TailKind::None;
  ElementList extras;
  bool separators_missing = false;
  bool reordered = false;

  /// The same code, whatever the separators were.
  [[nodiscard]] bool same_code(ScanCut const& other) const;
  /// Whether a code of this layout, or its identity alone, could be cut so.
  [[nodiscard]] bool fits(CodeLayout const& layout) const;
};

/// Reads by the separators that are there: serial up to the first, then elements in any order.
/// Errors: SERIAL_..., CODE_SEPARATOR_LOST, CODE_TAIL_..., ELEMENT_..., CODE_STRUCTURE.
Result<ScanCut> cut_by_separators(std::string_view behind_serial_ai);

/// Reads by the lengths of a layout, separators or not. Either the identity alone or the whole code must fit
/// to the last character, otherwise false: nearly fitting would be guessing.
bool cut_by_layout(std::string_view behind_serial_ai, CodeLayout const& layout, ScanCut& out);

}  // namespace tamga::gs1
