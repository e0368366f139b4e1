// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "bench/measure/child.hpp"
#include "http/client.hpp"

namespace tamga::bench {

/// The server in a process of its own, on the store that a plant has left in FOLDER/ru. Killed at the end.
class Served {
 public:
  /// Returns when it listens.
  explicit Served(std::filesystem::path const& folder);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] http::Client client() const { return {"127.0.0.1", port_}; }
  [[nodiscard]] double cpu_seconds() const;
  void kill() { process_->end(9); }
  /// Token of a session of one of the invented companies.
  [[nodiscard]] std::string sign_in(std::string const& company) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Child> process_;
  std::uint16_t port_ = 0;
};

}  // namespace tamga::bench
