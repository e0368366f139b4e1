// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What letters about certificates are written with.
struct CertificateDesk {
  sql::Store& store;
  documents::Sequencer& sequencer;
  registry::Register const& participants;
  mail::Outbox const& outbox;
  std::string site;  ///< https://...: what links begin with
};

/// Writes to users whose certificate ends within 30, 7 or 1 days and has no follower: one letter for each of
/// the three, however often this is done. Features 3.8.
Result<void> warn_of_ending_certificates(CertificateDesk const& desk, UnixMs now);

}  // namespace tamga::server
