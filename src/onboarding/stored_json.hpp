// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "onboarding/application.hpp"

namespace tamga::onboarding {

/// What an application's row keeps as JSON. Reading errors mean that the row is damaged.
std::string holder_text(crypto::Holder const& holder);
Result<crypto::Holder> read_holder(std::string_view text);
std::string findings_text(std::vector<Finding> const& findings);
Result<std::vector<Finding>> read_findings(std::string_view text);
/// Empty text: none.
std::string acts_text(std::vector<ShownAct> const& acts);
Result<std::vector<ShownAct>> read_acts(std::string_view text);

}  // namespace tamga::onboarding
