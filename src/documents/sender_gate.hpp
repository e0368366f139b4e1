// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/document.hpp"

namespace tamga::documents {

/// What is closed to a person without the right (`permit`), and to a sender who has not said yet how he takes
/// part: every kind but those that begin with it. False, with the objection made (PROFILE_MISSING, those of
/// `permit`), when the document is not to be judged further. Features 1.13.
Result<bool> admit(Case& one, Traits const& traits);

}  // namespace tamga::documents
