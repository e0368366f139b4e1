// SPDX-License-Identifier: Apache-2.0
#include "gs1/diagnosis.hpp"

namespace tamga::gs1 {

std::string_view name_of(Diagnosis diagnosis) {
  switch (diagnosis) {
    case Diagnosis::KeyboardLayout:
      return "keyboard_layout";
    case Diagnosis::WhitespaceTrimmed:
      return "whitespace_trimmed";
    case Diagnosis::SymbologyPrefix:
      return "symbology_prefix";
    case Diagnosis::LeadingFnc1:
      return "leading_fnc1";
    case Diagnosis::EscapedGs:
      return "escaped_gs";
    case Diagnosis::Brackets:
      return "brackets";
    case Diagnosis::SsccWithoutAi:
      return "sscc_without_ai";
    case Diagnosis::GsRecovered:
      return "gs_recovered";
    case Diagnosis::Reordered:
      return "reordered";
    case Diagnosis::CapsLock:
      return "caps_lock";
  }
  return {};
}

std::vector<std::string_view> DiagnosisSet::names() const {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(Diagnosis::CapsLock); ++i) {
    if (has(static_cast<Diagnosis>(i))) names.push_back(name_of(static_cast<Diagnosis>(i)));
  }
  return names;
}

}  // namespace tamga::gs1
