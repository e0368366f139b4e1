// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/random.hpp"
#include "catalogue/business_days.hpp"
#include "country/country.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"
#include "support/rules.hpp"
#include "support/working_time.hpp"

namespace tamga::support {

/// What the operator's support works with. All of it outlives the desk.
struct Desk {
  Rules const& rules;
  country::Country const& country;
  catalogue::BusinessDays const& days;  ///< on which the office is open
  registry::Register const& participants;
  mail::Outbox const& outbox;
  Rng& rng;          ///< secret words of reports
  std::string site;  ///< https://...: what links of letters begin with

  [[nodiscard]] WorkingTime working_time() const {
    return {days, rules.open_hour, rules.close_hour, country.rules().utc_offset_minutes};
  }
};

}  // namespace tamga::support
