// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tamga::scenario {

/// A code as careless or dishonest hands make it: "without-tail", "with-wrong-tail",
/// "with-wrong-check-digit", "never-issued", "without-separator", "in-cyrillic". Nothing for other words.
std::optional<std::string> spoiled(std::string const& code, std::string_view how);

}  // namespace tamga::scenario
