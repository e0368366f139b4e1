// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "runner/names.hpp"
#include "runner/script.hpp"
#include "runner/stage.hpp"
#include "runner/verbs.hpp"

namespace tamga::scenario {

/// A verb of the grammar with what stands in its places.
struct Understood {
  Verb const* verb;
  Match match;
  Modifiers how;
};

/// Finds the line in the grammar. Throws Mistake when it is not there, or there twice.
Understood understand(std::string_view line);

/// Reads all lines of a scenario without doing anything. Throws Mistake with file:line at the first that
/// nobody understands.
void check_words(Script const& script);

/// Plays a scenario against a system. Gives what was otherwise than expected, each with file:line; stops
/// after the first step that went wrong, since nothing behind it means anything. `names` keeps
/// what its names stand for. Throws Mistake with file:line.
std::vector<std::string> play(Script const& script, Stage& stage, Names& names);

}  // namespace tamga::scenario
