// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::onboarding {

/// What the page looks for before it shows the form. Only a signature agent that is missing stops anybody.
enum class NeedKind : std::uint8_t { System, Browser, Agent };
inline constexpr std::array<std::string_view, 3> kNeedKindNames{"system", "browser", "agent"};

/// One line of the list of what the cabinet works with.
struct Need {
  NeedKind kind = NeedKind::System;
  std::string code;     ///< by which the page recognises it: "windows", "chrome", "e-imzo"
  std::string version;  ///< the oldest that works; empty: any
  std::string url;      ///< where to get it; empty: nowhere
  LocalizedText name;
};

/// An act of law that registration rests on.
struct LegalBasis {
  Date effective_from = Date::from_days(0);
  LocalizedText name;
};

/// How a country lets participants in: spec/<country>/onboarding.toml. Immutable after load.
struct Terms {
  std::string consent;  ///< version of the terms of service in force
  LocalizedText consent_text;
  std::int64_t link_hours = 0;
  std::int64_t applications_a_day = 0;  ///< of one tax number
  std::vector<LegalBasis> legal_basis;
  std::vector<Need> needs;
};

/// Every mistake of the file at once, with file and line.
Result<Terms> read_terms(std::filesystem::path const& file);

}  // namespace tamga::onboarding
