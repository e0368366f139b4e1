// SPDX-License-Identifier: Apache-2.0
#include "cluster.hpp"

#include <unistd.h>

#include <cstdlib>

#include "difference.hpp"
#include "server_process.hpp"

#include "base/testing/source_path.hpp"

namespace tamga::demo {
namespace {

std::string script() { return source_path("tools/postgres.sh"); }

}  // namespace

Cluster::Cluster(std::filesystem::path folder) : folder_(std::move(folder)) {
  setenv("TAMGA_PG_OWNER", std::to_string(getpid()).c_str(), 1);
  run_program({"/bin/sh", script(), "start", folder_});
  address_ = run_program({"/bin/sh", script(), "url", folder_});
  while (address_.ends_with('\n')) address_.pop_back();
}

Cluster::~Cluster() {
  try {
    run_program({"/bin/sh", script(), "stop", folder_});
  } catch (Difference const& why) {
    fmt::print(stderr, "{}\n", why.what());
  }
}

std::string Cluster::make_database(std::string const& name) {
  run_program({"/usr/bin/psql", "-q", "-c", "CREATE DATABASE " + name, address_});
  std::string address = address_;
  address.replace(address.find("/postgres?"), 10, "/" + name + "?");
  return address;
}

}  // namespace tamga::demo
