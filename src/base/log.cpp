// SPDX-License-Identifier: Apache-2.0
#include "base/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "base/time.hpp"

namespace tamga::log {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    } else {
      out += c;
    }
  }
}

spdlog::logger& logger() {
  static auto const instance = [] {
    auto made = std::make_shared<spdlog::logger>("tamga", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_formatter(std::make_unique<spdlog::pattern_formatter>("%v"));
    return made;
  }();
  return *instance;
}

spdlog::level::level_enum native(Level level) {
  switch (level) {
    case Level::Debug: return spdlog::level::debug;
    case Level::Info: return spdlog::level::info;
    case Level::Warn: return spdlog::level::warn;
    case Level::Error: return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string_view name(Level level) {
  switch (level) {
    case Level::Debug: return "debug";
    case Level::Info: return "info";
    case Level::Warn: return "warn";
    case Level::Error: return "error";
  }
  return "error";
}

}  // namespace

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  if (!logger().should_log(native(level))) return;
  std::string line = "{\"at\":\"" + rfc3339(SystemClock().now()) + "\",\"level\":\"";
  line += name(level);
  line += "\",\"event\":\"";
  append_escaped(line, event);
  line += '"';
  for (auto const& [key, value] : fields) {
    line += ",\"";
    append_escaped(line, key);
    line += "\":\"";
    append_escaped(line, value);
    line += '"';
  }
  line += '}';
  logger().log(native(level), "{}", line);
}

void set_level(Level level) { logger().set_level(native(level)); }

}  // namespace tamga::log
