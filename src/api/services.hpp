// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/rate_limit.hpp"
#include "api/request_metrics.hpp"
#include "base/time.hpp"
#include "country/country.hpp"

namespace tamga::admission {
class Admission;
}
namespace tamga::billing {
struct Rules;
}
namespace tamga::catalogue {
class CardBook;
}
namespace tamga::channels {
class Directory;
}
namespace tamga::contract_office {
struct Office;
}
namespace tamga::country {
class ErrorTexts;
}
namespace tamga::crypto {
class KeyRing;
class SignatureVerifier;
}  // namespace tamga::crypto
namespace tamga::documents {
class LotBook;
class RecallBook;
class Sequencer;
}  // namespace tamga::documents
namespace tamga::emission {
class Resolver;
class SeriesBook;
class TailKeys;
}  // namespace tamga::emission
namespace tamga::evidence {
struct Policy;
}
namespace tamga::http {
struct Stats;
}
namespace tamga::identity {
class Portals;
}
namespace tamga::labels {
class Layouts;
}
namespace tamga::ledger {
class Ledger;
}
namespace tamga::onboarding {
struct Office;
}
namespace tamga::registrars {
class Rules;
}
namespace tamga::registry {
class ApiKeys;
class Catalogue;
class Register;
class Sessions;
}  // namespace tamga::registry
namespace tamga::request_log {
class RequestLog;
}
namespace tamga::sql {
class Store;
}
namespace tamga::standing {
struct Watch;
}
namespace tamga::support {
struct Desk;
}
namespace tamga::tasks {
class Workers;
}

namespace tamga::api {

class EventHub;
class SandboxDesk;

/// What is set by the operator of a server.
struct Settings {
  RateLimit per_address{.per_second = 50, .burst = 200};
  RateLimit per_caller{.per_second = 100, .burst = 400};
  /// Addresses that may read /metrics. Behind a proxy that http::Options does not trust everybody has the
  /// proxy's.
  std::vector<std::string> metrics_readers{"127.0.0.1", "::1"};
  /// Whether the cabinet is reached over HTTPS, so that its cookie never travels in the clear.
  bool secure_cookies = true;
  /// Whether participants may have test money: in a sandbox.
  bool test_money = false;
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
  /// Labels that can be printed.
  labels::Layouts const* layouts = nullptr;
  /// Who does what takes long.
  tasks::Workers* workers = nullptr;
  /// How fees are settled; set before the server starts.
  billing::Rules const* billing = nullptr;
  /// The test authority at hand; null: this is no sandbox.
  SandboxDesk const* sandbox = nullptr;
  /// Product cards; there in every system that was opened.
  catalogue::CardBook* cards = nullptr;
  /// What the country says of registrars, grades and providers; there in every system that was opened.
  registrars::Rules const* registrars = nullptr;
  /// How people talk to the operator; there in every system that was opened.
  support::Desk const* support = nullptr;
  /// Where calls of programs are kept; null: nowhere.
  request_log::RequestLog* requests = nullptr;
  /// Further counters for /metrics, as Prometheus text.
  std::function<void(std::string&)> more_metrics{};
};

}  // namespace tamga::api
