// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga {

/// A failure of ours, after which the same request may succeed; everything else is the caller's to correct.
inline bool is_failure(Error const& error) {
  return error.kind().error_class == ErrorClass::Retry || error.kind().error_class == ErrorClass::Internal;
}

}  // namespace tamga
