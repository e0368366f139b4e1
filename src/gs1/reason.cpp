// SPDX-License-Identifier: Apache-2.0
#include "gs1/errors.hpp"

namespace tamga::gs1 {

std::string_view reason_of(Error const& error) {
  for (auto const& kind : {kCodeKeyboardLayout}) {
    if (error.is(kind)) return "charset";
  }
  for (auto const& kind : {kCodeSeparatorLost, kPackPriceRange}) {
    if (error.is(kind)) return "length";
  }
  // The other names end in their reason; what is left is a matter of structure.
  if (error.name().ends_with("_EMPTY")) return "empty";
  if (error.name().ends_with("_CHARSET")) return "charset";
  if (error.name().ends_with("_LENGTH")) return "length";
  if (error.name().ends_with("_CHECK_DIGIT")) return "check_digit";
  return "structure";
}

}  // namespace tamga::gs1
