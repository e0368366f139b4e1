// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "support/rules.hpp"

namespace tamga::api {

/// The end of a day in the country.
UnixMs end_of(Call const& call, Date day);
/// When something that waits in a queue since then is late: at the end of as many working days as the
/// country's office gives it (spec/<country>/support.toml). For queues without a term of their own.
UnixMs term_of(Call const& call, support::Queue queue, UnixMs since);

}  // namespace tamga::api
