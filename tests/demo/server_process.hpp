// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tamga::demo {

/// How a sandbox of one country is started.
struct ServerSettings {
  std::filesystem::path program;  ///< the tamga binary
  std::filesystem::path folder;   ///< of the sandbox; its log is beside it
  std::string country;
  std::string store;  ///< empty: SQLite in the folder
};

/// A real `tamga sandbox` in a process of its own. It dies with this process. One thread.
class ServerProcess {
 public:
  explicit ServerProcess(ServerSettings settings) : settings_(std::move(settings)) {}
  ~ServerProcess();
  ServerProcess(ServerProcess const&) = delete;
  ServerProcess& operator=(ServerProcess const&) = delete;

  /// Returns when it answers, on the port of the start before if there was one. Throws Difference when it
  /// does not.
  void start();
  /// As a power cut does (SIGKILL).
  void kill();
  /// As an operator does (SIGTERM): it has to end by itself with status 0, or Difference is thrown.
  void stop();

  /// Throws Difference if it ended by itself.
  void expect_alive();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::filesystem::path key_file(std::string_view company) const;
  [[nodiscard]] std::string store() const;

 private:
  [[nodiscard]] std::string log_file() const;

  ServerSettings settings_;
  std::uint16_t port_ = 0;
  pid_t process_ = -1;
};

/// Runs a program to its end; what it printed on both outputs. Throws Difference when its status is not 0.
std::string run_program(std::vector<std::string> const& arguments);

}  // namespace tamga::demo
