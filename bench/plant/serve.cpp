// SPDX-License-Identifier: Apache-2.0
// The server as it is, on FOLDER/ru, without limits on how often anybody may call: bench_serve FOLDER. Prints
// its port and runs until it is killed.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "base/testing/source_path.hpp"
#include "bench/measure/must.hpp"
#include "server/sandbox.hpp"

int main(int argc, char** argv) {
  using namespace tamga;
  bench::require(argc == 2, "one folder is expected");
  server::SandboxOptions options;
  options.folder = argv[1];
  options.spec = source_path("spec");
  options.countries = {"ru"};
  options.port = 0;
  options.interface.per_address = {};
  options.interface.per_caller = {};
  SystemClock const clock;
  SystemRng rng;
  auto const systems = bench::must(server::open_sandbox(options, clock, rng));
  fmt::print("{}\n", systems.front().port);
  std::fflush(stdout);
  while (true) pause();
}
