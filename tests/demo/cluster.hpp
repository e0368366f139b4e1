// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tamga::demo {

/// A throw-away PostgreSQL of tools/postgres.sh. It ends with this object, or with this process.
class Cluster {
 public:
  explicit Cluster(std::filesystem::path folder);
  ~Cluster();
  Cluster(Cluster const&) = delete;
  Cluster& operator=(Cluster const&) = delete;

  /// Address of a new database.
  std::string make_database(std::string const& name);

 private:
  std::filesystem::path folder_;
  std::string address_;
};

}  // namespace tamga::demo
