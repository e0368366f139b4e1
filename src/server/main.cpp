// SPDX-License-Identifier: Apache-2.0
#include "server/commands/command.hpp"

int main(int argc, char** argv) {
  CLI::App app{"Tamga: an open national goods-marking and traceability platform"};
  app.require_subcommand(1);
  tamga::server::Run run;
  tamga::server::add_serve(app, run);
  tamga::server::add_ca(app, run);
  tamga::server::add_check(app, run);
  tamga::server::add_mail(app, run);
  tamga::server::add_keys(app, run);
  tamga::server::add_storage(app, run);
  tamga::server::add_register(app, run);
  tamga::server::add_spec(app, run);
  tamga::server::add_bench(app, run);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return run();
}
