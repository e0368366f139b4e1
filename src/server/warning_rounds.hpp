// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"
#include "server/warning_days.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What letters about things that end are written with. All of it outlives the writing.
struct WarningDesk {
  sql::Store& store;
  documents::Sequencer& sequencer;
  registry::Register const& participants;
  country::Country const& country;
  mail::Outbox const& outbox;
  std::string site;  ///< https://...: what links begin with
  WarningDays const& days;
};

// One letter for each of the country's days, however often this is done, with an entry in the journal.
// Features 3.8.

/// To users whose certificate ends and has no follower.
Result<void> warn_of_ending_certificates(WarningDesk const& desk, UnixMs now);
/// To whoever made a key of a program that ends and was not rotated; to the organisation when he has no
/// address or acts no more. F-07.
Result<void> warn_of_ending_keys(WarningDesk const& desk, UnixMs now);
/// To the person whose power of attorney ends, and to the organisation that gave it.
Result<void> warn_of_ending_powers(WarningDesk const& desk, UnixMs now);
/// To an organisation and its service provider, when nothing that covers as much lasts longer.
Result<void> warn_of_ending_mandates(WarningDesk const& desk, UnixMs now);

}  // namespace tamga::server
