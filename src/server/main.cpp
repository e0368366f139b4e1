// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>

#include "server/offline.hpp"

namespace {

using tamga::Result;

/// Opens the store, does the work, prints what it gives or why it could not.
template <class Work>
int with_store(std::string const& address, Work&& work) {
  auto store = tamga::sql::Store::open(address);
  Result<std::string> const text =
      store ? work(**store) : Result<std::string>(tamga::fail(std::move(store).error()));
  if (text) {
    std::fputs(text->c_str(), stdout);
    return 0;
  }
  std::fprintf(stderr, "tamga: %s\n", describe(text.error()).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Tamga: an open national goods-marking and traceability platform"};
  app.require_subcommand(1);
  std::string address;
  auto const add_store = [&](CLI::App* command) {
    command->add_option("--store", address, "sqlite:DIR or postgresql://...")->required();
    return command;
  };
  CLI::App* ledger = app.add_subcommand("ledger", "The ledger of codes")->require_subcommand(1);
  CLI::App* ledger_verify = add_store(ledger->add_subcommand("verify", "Rebuild every block and compare"));
  CLI::App* ledger_show = add_store(ledger->add_subcommand("show", "A code's block and history"));
  std::int64_t code = 0;
  ledger_show->add_option("code", code, "Number of the code")->required()->check(CLI::PositiveNumber);
  CLI::App* journal = app.add_subcommand("journal", "The journal of operations")->require_subcommand(1);
  CLI::App* journal_verify = add_store(journal->add_subcommand("verify", "Recompute the hash chains"));
  CLI::App* backup = add_store(app.add_subcommand("backup", "Copy a SQLite store while it is used"));
  std::string file;
  backup->add_option("file", file, "The copy")->required();
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (ledger_verify->parsed()) return with_store(address, tamga::server::verify_ledger);
  if (journal_verify->parsed()) return with_store(address, tamga::server::verify_journal);
  if (ledger_show->parsed())
    return with_store(address,
                      [&](tamga::sql::Store& store) { return tamga::server::show_code(store, code); });
  return with_store(address, [&](tamga::sql::Store& store) -> Result<std::string> {
    TAMGA_TRY(store.backup_to(file));
    return "backup: " + file + "\n";
  });
}
