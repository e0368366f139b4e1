// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// Brings the tables of all rooms up to date.
Result<void> migrate_all(sql::Store& store, Clock const& clock);

}  // namespace tamga::server
