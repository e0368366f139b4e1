// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tamga::log {

enum class Level { Debug, Info, Warn, Error };

using Field = std::pair<std::string_view, std::string>;

/// One JSON line on standard error: {"at":"...","level":"info","event":"server_started","port":"8080"}.
/// Values are escaped, so nothing a client sends can forge a line. Never give it keys, tokens, passwords or
/// personal data. Safe from any thread.
void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

/// Lines below this level are dropped; Info by default.
void set_level(Level level);

}  // namespace tamga::log
