// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "admission/admission.hpp"
#include "api/rate_limit.hpp"
#include "api/request_metrics.hpp"
#include "base/time.hpp"
#include "channels/directory.hpp"
#include "contract_office/office.hpp"
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
#include "evidence/policy.hpp"
#include "http/options.hpp"
#include "identity/portal.hpp"
#include "ledger/ledger.hpp"
#include "onboarding/office.hpp"
#include "registry/api_keys.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"

namespace tamga::api {

class EventHub;

/// What is set by the operator of a server.
struct Settings {
  RateLimit per_address{.per_second = 50, .burst = 200};
  RateLimit per_caller{.per_second = 100, .burst = 400};
  /// Addresses that may read /metrics. Behind a proxy that http::Options does not trust everybody has the
  /// proxy's.
  std::vector<std::string> metrics_readers{"127.0.0.1", "::1"};
};

/// Everything endpoints answer from. All of it outlives the server.
struct Services {
  Clock const& clock;
  country::Country const& country;
  country::ErrorTexts const& texts;
  sql::Store& store;
  crypto::KeyRing const& keys;
  crypto::SignatureVerifier const& verifier;
  registry::Register const& participants;
  registry::Catalogue const& catalogue;
  registry::Sessions& sessions;
  registry::ApiKeys& api_keys;
  emission::SeriesBook& series;
  emission::TailKeys const& tail_keys;
  emission::Resolver const& resolver;
  ledger::Ledger& ledger;
  documents::LotBook& lots;
  documents::RecallBook const& recalls;
  documents::Sequencer& sequencer;
  EventHub& events;
  onboarding::Office const& office;
  standing::Watch const& watch;
  channels::Directory const& channels;
  contract_office::Office const& contracts;
  admission::Admission const& admission;
  Settings settings{};
  /// Counters of the server that carries the endpoints, for /metrics; set before it starts.
  std::function<http::Stats()> http_stats{};
  std::shared_ptr<RequestMetrics> metrics = std::make_shared<RequestMetrics>();
  /// Portals that name people; null: none.
  identity::Portals const* portals = nullptr;
  /// What happens while nobody answers for certificates; null: such documents are refused.
  evidence::Policy const* signature_policy = nullptr;
  /// Further counters for /metrics, as Prometheus text.
  std::function<void(std::string&)> more_metrics{};
};

}  // namespace tamga::api
