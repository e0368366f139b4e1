// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "business_register/business_register.hpp"
#include "country/error_texts.hpp"
#include "mail/outbox.hpp"
#include "registry/participant.hpp"
#include "standing/book.hpp"
#include "standing/office.hpp"

namespace tamga::standing {

/// What participants are watched with. All of it outlives the watching.
struct Watch {
  Rules const& rules;
  Book& book;
  business_register::BusinessRegister& businesses;
  mail::Outbox const& outbox;
  country::ErrorTexts const& texts;
  std::string site;     ///< https://...: what links in letters begin with
  Language language{};  ///< of letters to organisations whose head named none
};

/// Puts the letter about a change into the outbox, within the transaction of the change: what stands against
/// the participant, each reason with what to do, or that nothing does any more. Nothing is sent where nothing
/// changed or no profile says where to.
Result<void> tell(sql::Connection& connection, Watch const& watch, registry::Participant const& participant,
                  Settled const& settled, UnixMs now);

}  // namespace tamga::standing
