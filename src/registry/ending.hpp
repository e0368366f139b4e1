// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/result.hpp"
#include "registry/api_key.hpp"
#include "registry/mandates.hpp"
#include "registry/user.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

// What ends in a span and is good until then, the nearest first; at most ten thousand.

/// Keys of programs that nobody revoked and that have no successor.
Result<std::vector<ApiKey>> ending_keys(sql::Connection& connection, UnixMs from, UnixMs until);
/// Powers of attorney of people whose last day is one of these (both ends in) and that nobody revoked.
Result<std::vector<PowerOfAttorney>> ending_powers(sql::Connection& connection, Date from, Date until);
/// Those of service providers, the same.
Result<std::vector<Mandate>> ending_mandates(sql::Connection& connection, Date from, Date until);

}  // namespace tamga::registry
