// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/time.hpp"
#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"
#include "server/warning_days.hpp"

namespace tamga::server {

struct OrderPost {
  sql::Store& store;
  documents::Sequencer& sequencer;
  registry::Register const& participants;
  country::Country const& country;
  mail::Outbox const& outbox;
  std::string site;
  WarningDays const& days;
};

/// Writes to participants whose unused codes will be written off, as many days before as the country says.
/// Requirement R-95.
Result<void> warn_of_ending_codes(OrderPost const& post, UnixMs now);
/// Writes to participants whose orders wait, got their codes after they had waited, or were declined: once
/// for each such step, whatever happens meanwhile.
Result<void> write_of_orders(OrderPost const& post);

}  // namespace tamga::server
