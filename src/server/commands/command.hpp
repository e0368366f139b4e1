// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.hpp"

namespace tamga::server {

/// What the command line asks for; set by the callback of the chosen subcommand, run by main. Gives the exit
/// status.
using Run = std::function<int()>;

/// 0 good; 1 damage found or work not done; 2 a wrong call.
inline int report(Result<std::string> const& text) {
  if (text) {
    std::fputs(text->c_str(), stdout);
    return 0;
  }
  std::fprintf(stderr, "tamga: %s\n", describe(text.error()).c_str());
  return 1;
}

// One function for each family of subcommands.
void add_serve(CLI::App& app, Run& run);     ///< serve, sandbox
void add_ca(CLI::App& app, Run& run);        ///< ca init, ca issue
void add_check(CLI::App& app, Run& run);     ///< check
void add_bench(CLI::App& app, Run& run);     ///< bench
void add_mail(CLI::App& app, Run& run);      ///< mail list, mail show, mail retry
void add_keys(CLI::App& app, Run& run);      ///< keys list, keys hand-out, keys audit
void add_storage(CLI::App& app, Run& run);   ///< ledger, journal, backup, restore
void add_register(CLI::App& app, Run& run);  ///< register import, register show
void add_spec(CLI::App& app, Run& run);      ///< spec check

}  // namespace tamga::server
