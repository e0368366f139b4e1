// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/case.hpp"
#include "documents/errors.hpp"

namespace tamga::documents {

/// The row of the country's dictionary that a document gives as its reason (field `reason`, explained in
/// `text`). Null, with the objection told: no such row, one only the system gives, or one that asks for
/// words.
template <class Reason>
Reason const* find_reason(country::Dictionary<Reason> const& reasons, std::string const& code,
                          std::optional<std::string> const& text, Case& one) {
  Reason const* reason = reasons.find(code);
  if (!reason) {
    one.object(Error(kReasonUnknown).at("/reason").with("value", code));
    return nullptr;
  }
  if (reason->by != country::ReasonBy::Participant) {
    one.object(Error(kReasonNotForParticipants).at("/reason").with("value", code));
    return nullptr;
  }
  if (reason->needs_text && (!text || text->empty())) {
    one.object(Error(kReasonTextMissing).at("/text").with("value", code));
    return nullptr;
  }
  return reason;
}

}  // namespace tamga::documents
