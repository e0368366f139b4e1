// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "runner/answer.hpp"
#include "runner/names.hpp"
#include "runner/stage.hpp"

namespace tamga::scenario {

/// What holds for every refusal, so that no scenario has to say it: nothing changed; the refusal is in the
/// journal of whoever sent the document; every language has a title and a remedy of its own.
class Watch {
 public:
  /// Looks at everything the scenario knows, before an action that will be refused.
  Watch(Stage& stage, Names const& names);

  /// What does not hold after the refusal.
  std::vector<std::string> after(Answer const& answer, bool dry_run);

 private:
  /// What the operator sees of every code, and the stock of everybody.
  Json seen();
  std::string journal(Answer const& answer);
  std::string languages(Answer const& answer);

  Stage* stage_;
  Names const* names_;
  std::vector<std::string> codes_;
  Json before_;
};

}  // namespace tamga::scenario
