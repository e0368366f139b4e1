// SPDX-License-Identifier: Apache-2.0
// The real run: a server process, companies that order, apply, pack, ship, sell and recall over HTTP, a crash
// in the middle, and every count compared with a naive model. Exit status 1 on any difference.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <set>

#include "cluster.hpp"
#include "difference.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

struct Asked {
  Extent extent;
  std::filesystem::path program;
  std::string engine = "sqlite";
  bool keep = false;
};

std::filesystem::path fresh_folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "tamga-demo-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw Difference("no temporary folder");
  return pattern;
}

TemplateReport tell(Plan const& plan, Extent const& extent, ServerProcess& server) {
  TemplateReport report;
  report.plan = &plan;
  try {
    World world(plan, extent, server, report);
    for (auto const chapter :
         {note_transport, make_goods, print_labels, pack_goods, trade, sell, mishaps, reconcile})
      chapter(world);
  } catch (std::exception const& why) {
    report.difference = why.what();
  }
  return report;
}

/// All templates of one country on one server; afterwards its store is verified.
void run_country(std::string const& country, ServerSettings const& settings, Extent const& extent,
                 EngineReport& report) {
  ServerProcess server(settings);
  server.start();
  for (Plan const& plan : plans()) {
    if (plan.country != country) continue;
    fmt::print(stderr, "{}: {} {}\n", report.engine, plan.country, plan.title);
    report.templates.push_back(tell(plan, extent, server));
    server.expect_alive();
  }
  server.stop();
  for (std::string const room : {"ledger", "journal"}) {
    std::string said = run_program({settings.program, room, "verify", "--store", server.store()});
    while (said.ends_with('\n')) said.pop_back();
    report.remarks.push_back(fmt::format("{} {} verify: {}", country, room, said));
  }
}

EngineReport run_engine(std::string const& engine, Asked const& asked, std::filesystem::path const& folder) {
  EngineReport report;
  report.engine = engine;
  Stopwatch const watch;
  try {
    std::optional<Cluster> cluster;
    if (engine == "postgres") cluster.emplace(fresh_folder());
    std::set<std::string> countries;
    for (Plan const& plan : plans()) countries.insert(std::string(plan.country));
    for (std::string const& country : countries) {
      ServerSettings const settings{.program = asked.program,
                                    .folder = folder / engine,
                                    .country = country,
                                    .store = cluster ? cluster->make_database(country) : std::string()};
      run_country(country, settings, asked.extent, report);
    }
  } catch (std::exception const& why) {
    report.difference = why.what();
  }
  report.seconds = watch.seconds();
  return report;
}

int run(Asked const& asked) {
  std::filesystem::path const folder = fresh_folder();
  bool good = true;
  for (std::string const engine : {"sqlite", "postgres"}) {
    if (asked.engine != engine && asked.engine != "both") continue;
    EngineReport const report = run_engine(engine, asked, folder);
    print_report(report, asked.extent);
    good = good && report.good();
  }
  if (good && !asked.keep)
    std::filesystem::remove_all(folder);
  else
    fmt::print("kept: {}\n", folder.string());
  return good ? 0 : 1;
}

}  // namespace
}  // namespace tamga::demo

int main(int argc, char** argv) {
  using namespace tamga::demo;
  CLI::App app{"The real run: a server, its participants over HTTP, and every count compared"};
  Asked asked;
  asked.program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "tamga";
  app.add_option("--codes", asked.extent.codes, "Codes of each template")
      ->capture_default_str()
      ->check(CLI::Range(1000, 2'000'000));
  app.add_option("--receipts", asked.extent.receipts,
                 "Receipts of each template, at most a tenth of the codes")
      ->capture_default_str()
      ->check(CLI::Range(10, 200'000));
  app.add_option("--registers", asked.extent.cash_registers, "Cash registers that sell at the same time")
      ->capture_default_str()
      ->check(CLI::Range(1, 64));
  app.add_option("--engine", asked.engine, "What the servers store in")
      ->capture_default_str()
      ->check(CLI::IsMember({"sqlite", "postgres", "both"}));
  app.add_option("--program", asked.program, "The server's binary")->check(CLI::ExistingFile);
  app.add_flag("--keep", asked.keep, "Keep the folder of the servers");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(asked);
  } catch (std::exception const& why) {
    fmt::print(stderr, "tamga_demo: {}\n", why.what());
    return 1;
  }
}
