// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "server/commands/command.hpp"
#include "server/offline.hpp"
#include "sql/store.hpp"

namespace tamga::server {
namespace {

struct Asked {
  std::string address;
  std::int64_t code = 0;
  std::string file;
};

void add_store(CLI::App* command, std::shared_ptr<Asked> const& asked) {
  command->add_option("--store", asked->address, "sqlite:DIR or postgresql://...")->required();
}

template <class Work>
int with_store(std::string const& address, Work&& work) {
  auto store = sql::Store::open(address);
  return report(store ? work(**store) : Result<std::string>(fail(std::move(store).error())));
}

}  // namespace

void add_storage(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* ledger = app.add_subcommand("ledger", "The ledger of codes")->require_subcommand(1);
  CLI::App* verify = ledger->add_subcommand("verify", "Rebuild every block and compare");
  add_store(verify, asked);
  verify->callback([&run, asked] { run = [asked] { return with_store(asked->address, verify_ledger); }; });

  CLI::App* show = ledger->add_subcommand("show", "A code's block and history");
  add_store(show, asked);
  show->add_option("code", asked->code, "Number of the code")->required()->check(CLI::PositiveNumber);
  show->callback([&run, asked] {
    run = [asked] {
      return with_store(asked->address, [&](sql::Store& store) { return show_code(store, asked->code); });
    };
  });

  CLI::App* journal = app.add_subcommand("journal", "The journal of operations")->require_subcommand(1);
  CLI::App* chains = journal->add_subcommand("verify", "Recompute the hash chains");
  add_store(chains, asked);
  chains->callback([&run, asked] { run = [asked] { return with_store(asked->address, verify_journal); }; });

  CLI::App* books = app.add_subcommand("books", "The books of fees and payments")->require_subcommand(1);
  CLI::App* sums = books->add_subcommand("verify", "Add up every posting and compare");
  add_store(sums, asked);
  sums->callback([&run, asked] { run = [asked] { return with_store(asked->address, verify_books); }; });

  CLI::App* backup = app.add_subcommand("backup", "Copy a SQLite store while it is used");
  add_store(backup, asked);
  backup->add_option("file", asked->file, "The copy")->required();
  backup->callback([&run, asked] {
    run = [asked] {
      return with_store(asked->address, [&](sql::Store& store) -> Result<std::string> {
        TAMGA_TRY(store.backup_to(asked->file));
        return "backup: " + asked->file + "\n";
      });
    };
  });

  CLI::App* restore = app.add_subcommand("restore", "Make a new SQLite store from a copy, and verify it");
  add_store(restore, asked);
  restore->add_option("file", asked->file, "The copy")->required();
  restore->callback(
      [&run, asked] { run = [asked] { return report(restore_store(asked->file, asked->address)); }; });
}

}  // namespace tamga::server
