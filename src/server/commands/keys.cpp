// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "crypto/key_role.hpp"
#include "server/commands/command.hpp"
#include "server/offline.hpp"

namespace tamga::server {
namespace {

struct Asked {
  std::filesystem::path keys;
  std::filesystem::path out;
  std::string store;
};

crypto::KeyRingFiles files_in(std::filesystem::path const& folder) {
  return {folder / "keys.ring", folder / "master.key"};
}

Result<std::string> list_keys(Asked const& asked) {
  SystemRng rng;
  SystemClock const clock;
  TAMGA_ASSIGN(ring, crypto::KeyRing::open(files_in(asked.keys), rng, clock));
  std::string out;
  for (crypto::KeyInfo const& key : ring->list())
    out += fmt::format("{} {:<15} {:<12} since {}\n", crypto::view(key.id), crypto::name_of(key.purpose),
                       crypto::name_of(key.state), rfc3339(key.changed));
  return out;
}

Result<std::string> hand_out_tails(Asked const& asked) {
  SystemRng rng;
  SystemClock const clock;
  TAMGA_ASSIGN(ring, crypto::KeyRing::open(files_in(asked.keys), rng, clock));
  std::error_code error;
  std::filesystem::create_directories(asked.out, error);
  TAMGA_TRY(crypto::hand_out(*ring, crypto::kTailRole, files_in(asked.out), rng));
  return fmt::format("keys of the role {}: {}\n", crypto::kTailRole.name, asked.out.string());
}

Result<std::string> audit(Asked const& asked) {
  SystemRng rng;
  SystemClock const clock;
  TAMGA_ASSIGN(ring, crypto::KeyRing::open(files_in(asked.keys), rng, clock));
  TAMGA_ASSIGN(store, sql::Store::open(asked.store));
  return verify_tails(*store, *ring);
}

}  // namespace

void add_keys(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* keys = app.add_subcommand("keys", "The operator's keys")->require_subcommand(1);
  auto const add = [&](char const* name, char const* about, Result<std::string> (*work)(Asked const&)) {
    CLI::App* command = keys->add_subcommand(name, about);
    command->add_option("--keys", asked->keys, "Folder of the key ring and its master key")->required();
    command->callback([&run, asked, work] { run = [asked, work] { return report(work(*asked)); }; });
    return command;
  };
  add("list", "Ids, purposes and states; no secrets", list_keys);
  add("hand-out", "A ring of its own with the keys of tails alone", hand_out_tails)
      ->add_option("--out", asked->out, "Folder of that ring and its own master key")
      ->required();
  add("audit", "Hold the records of signed tails against seals and journal", audit)
      ->add_option("--store", asked->store, "sqlite:DIR or postgresql://...")
      ->required();
}

}  // namespace tamga::server
