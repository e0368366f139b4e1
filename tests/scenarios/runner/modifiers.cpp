// SPDX-License-Identifier: Apache-2.0
#include "runner/modifiers.hpp"

#include <array>
#include <utility>

#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

constexpr std::array<std::pair<std::string_view, bool Modifiers::*>, 9> kFlags{{
    {"dry run", &Modifiers::dry_run},
    {"without key", &Modifiers::without_key},
    {"unsigned", &Modifiers::unsigned_},
    {"expired certificate", &Modifiers::expired},
    {"unregistered certificate", &Modifiers::unregistered},
    {"signature of other bytes", &Modifiers::other_bytes},
    {"garbled signature", &Modifiers::garbled},
    {"signed six minutes ago", &Modifiers::long_ago},
    {"not signed in", &Modifiers::not_signed_in},
}};
constexpr std::array<std::pair<std::string_view, std::string Modifiers::*>, 3> kTexts{{
    {"key ", &Modifiers::key},
    {"signed by ", &Modifiers::signed_by},
    {"by program ", &Modifiers::program},
}};

void read(std::string_view word, Modifiers& out) {
  for (auto const& [name, flag] : kFlags)
    if (word == name) {
      out.*flag = true;
      return;
    }
  for (auto const& [name, text] : kTexts)
    if (word.starts_with(name)) {
      out.*text = word.substr(name.size());
      return;
    }
  throw Mistake("nothing is sent like this: (" + std::string(word) + ")");
}

}  // namespace

Modifiers Modifiers::take(std::string_view& line) {
  Modifiers out;
  if (!line.ends_with(')')) return out;
  auto const open = line.rfind(" (");
  if (open == std::string_view::npos) return out;
  std::string_view words = line.substr(open + 2, line.size() - open - 3);
  line = line.substr(0, open);
  while (true) {
    auto const end = words.find("; ");
    read(words.substr(0, end), out);
    if (end == std::string_view::npos) return out;
    words.remove_prefix(end + 2);
  }
}

}  // namespace tamga::scenario
