// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/test_ca.hpp"

namespace tamga::scenario {

/// The scenario itself is wrong: a line nobody understands, a name nobody gave. The text begins with
/// file:line.
class Mistake : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Line {
  int number = 0;
  std::string text;
};

/// One thing that somebody does, and the indented lines below it that say what must come of it.
struct Step {
  Line action;
  std::vector<Line> expected;
};

/// A scenario file as it is read, before anybody looks at its words.
struct Script {
  std::string file;     ///< as messages name it
  std::string title;    ///< of the first line, without "# "
  std::string country;  ///< of the line "country ..."
  /// Of the line "keys ...": everybody's; P-256 when it is not there.
  crypto::KeyAlgorithm keys = crypto::KeyAlgorithm::P256;
  std::vector<Step> steps;
};

/// Reads a scenario: the first line is its title ("# ..."), then a line "country ru", perhaps
/// "keys gost256" (gost512, ozdst, rsa2048), then actions at the
/// margin with what is expected of them indented by two spaces. Lines that begin with # and empty lines are
/// for people. Throws Mistake.
Script read_script(std::string_view text, std::string const& file);
Script read_script(std::filesystem::path const& file);

}  // namespace tamga::scenario
