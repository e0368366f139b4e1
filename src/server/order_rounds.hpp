// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"

namespace tamga::server {

/// What the system does about orders and money by itself.

/// Makes the codes of orders that waited and need not wait any more: one document for each, in the name of
/// the system, through the same turn as everybody's. The oldest order of a participant goes first, so that
/// money paid for it is not taken by a later one. Waits until they are judged.
Result<void> fill_waiting_orders(sql::Store& store, documents::Sequencer& sequencer,
                                 documents::Submission::Readers const& readers, UnixMs now);

struct OrderPost {
  sql::Store& store;
  documents::Sequencer& sequencer;
  registry::Register const& participants;
  mail::Outbox const& outbox;
  std::string site;
  Language language;  ///< of letters
};
/// Writes to participants whose unused codes will be written off: 30, 7 and 1 days before. Requirement R-95.
Result<void> warn_of_ending_codes(OrderPost const& post, UnixMs now);

/// Once a local day: the books are added up anew; what does not agree is an incident in the log.
class BooksDay {
 public:
  Result<void> run(sql::Store& store, Date today);

 private:
  std::optional<Date> done_;
};

}  // namespace tamga::server
