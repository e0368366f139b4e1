// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace tamga::sql {

/// Copies the live database `file` to `target` as of one moment, checks the copy and makes it durable before
/// it gets its name. kBackupFailed with SQLite's words in the log text.
Result<void> back_up_sqlite(std::string const& file, std::filesystem::path const& target);

}  // namespace tamga::sql
