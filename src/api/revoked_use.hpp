// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/services.hpp"
#include "base/error.hpp"

namespace tamga::api {

/// Somebody signed with a certificate that its authority had revoked, and was refused: writes down that it
/// was, and lets the participant be looked at soon, for it may have been the last of its head. Nothing for
/// other errors, and for certificates that are nobody's. Does not wait.
void note_revoked_use(Services const& services, Error const& error);

}  // namespace tamga::api
