// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/language.hpp"
#include "base/time.hpp"
#include "country/country.hpp"
#include "country/error_texts.hpp"
#include "crypto/cms.hpp"
#include "crypto/key_ring.hpp"
#include "documents/lots.hpp"
#include "documents/recalls.hpp"
#include "documents/sequencer.hpp"
#include "emission/resolver.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "sql/store.hpp"

namespace tamga::api {

class EventHub;

/// What endpoints work with: everything a system consists of, wired by the room server. All of it outlives
/// the HTTP server and may be used from any thread.
struct Services {
  Clock const& clock;
  country::Country const& country;
  country::ErrorTexts const& texts;
  sql::Store& store;
  crypto::KeyRing const& keys;
  crypto::CmsVerifier const& verifier;
  registry::Register& participants;
  registry::Catalogue& catalogue;
  registry::Sessions& sessions;
  emission::SeriesBook& series;
  emission::TailKeys const& tail_keys;
  emission::Resolver const& resolver;
  ledger::Ledger& ledger;
  documents::LotBook& lots;
  documents::RecallBook& recalls;
  documents::Sequencer& sequencer;
  EventHub& events;
};

}  // namespace tamga::api
