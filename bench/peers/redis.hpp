// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bench/measure/child.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/rounds.hpp"

namespace tamga::bench {

/// A Redis of its own on a Unix socket. Stopped and deleted at the end.
class Redis {
 public:
  enum class Keeps { Nothing, EveryWrite };  ///< in the append-only file, flushed at every write
  explicit Redis(Keeps keeps);

  /// Keys "code:000000000000" upwards, as redis-benchmark names them, each with a small value.
  void fill(std::int64_t codes);
  /// redis-benchmark without pipelining over random keys of `codes`. Requests a second; processor time of
  /// both.
  Sample benchmark(std::vector<std::string> const& command, std::int64_t codes, int clients,
                   std::int64_t requests) const;

 private:
  std::string socket() const { return (folder_.path() / "redis.sock").string(); }
  Folder folder_;
  std::unique_ptr<Child> server_;
};

}  // namespace tamga::bench
