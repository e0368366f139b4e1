// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "server/commands/command.hpp"
#include "server/commands/shared_folders.hpp"
#include "server/self_measure.hpp"

namespace tamga::server {

void add_bench(CLI::App& app, Run& run) {
  auto const options = std::make_shared<MeasureOptions>();
  options->spec = default_spec();
  CLI::App* one =
      app.add_subcommand("bench", "Measure what this machine and its disk give, in a sandbox of its own");
  one->add_option("--country", options->country, "Folder of the country under --spec")->capture_default_str();
  one->add_option("--store", options->store,
                  "An empty postgresql://...; SQLite in a temporary folder when not given");
  one->add_option("--spec", options->spec, "Folder of the countries' data")->capture_default_str();
  one->add_option("--codes", options->codes, "Codes in the order")
      ->capture_default_str()
      ->check(CLI::Range(100, 150'000));
  one->add_option("--receipts", options->receipts, "Receipts of one code")
      ->capture_default_str()
      ->check(CLI::Range(1, 150'000));
  one->add_option("--clients", options->clients, "Clients at the same time")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  one->callback([&run, options] {
    run = [options] {
      SystemRng rng;
      return report(measure(*options, rng));
    };
  });
}

}  // namespace tamga::server
