// SPDX-License-Identifier: Apache-2.0
#include "server/outward_metrics.hpp"

#include <fmt/format.h>

#include <iterator>

namespace tamga::server {
namespace {

/// One counter with a value for each outcome.
class Family {
 public:
  Family(std::string& out, std::string_view name, std::string_view help) : out_(&out), name_(name) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} counter\n", name, help);
  }
  void add(std::string_view labels, std::int64_t value) {
    fmt::format_to(std::back_inserter(*out_), "{}{{{}}} {}\n", name_, labels, value);
  }

 private:
  std::string* out_;
  std::string_view name_;
};

void add_calls(Family& calls, std::string_view service, outward::PatientCaller::Counters const& counters) {
  calls.add(fmt::format("service=\"{}\",outcome=\"answered\"", service), counters.answered);
  calls.add(fmt::format("service=\"{}\",outcome=\"failed\"", service), counters.failed);
  calls.add(fmt::format("service=\"{}\",outcome=\"paused\"", service), counters.paused);
}

}  // namespace

void append_outward(std::string& out, Outward const& outward) {
  if (outward.mail != nullptr) {
    auto const& counters = outward.mail->counters();
    Family letters(out, "tamga_letters_total", "Tries to send letters.");
    letters.add("outcome=\"sent\"", counters.sent);
    letters.add("outcome=\"delayed\"", counters.delayed);
    letters.add("outcome=\"failed\"", counters.failed);
  }
  if (outward.revocation != nullptr) {
    auto const& counters = outward.revocation->counters();
    Family looked(out, "tamga_revocation_total", "Certificates looked up.");
    looked.add("status=\"good\"", counters.good);
    looked.add("status=\"revoked\"", counters.revoked);
    looked.add("status=\"unknown\"", counters.unknown);
    Family fetched(out, "tamga_revocation_fetches_total", "Lists and answers asked for.");
    fetched.add("outcome=\"fetched\"", counters.fetched);
    fetched.add("outcome=\"failed\"", counters.failed);
  }
  Family calls(out, "tamga_outward_calls_total", "Questions to services of others.");
  if (outward.businesses != nullptr) add_calls(calls, "business_register", outward.businesses->counters());
  if (outward.verifier != nullptr) add_calls(calls, "verification", outward.verifier->counters());
  if (outward.portals != nullptr)
    for (auto const& portal : outward.portals->all())
      add_calls(calls, "identity_" + portal->provider().code, portal->counters());
}

}  // namespace tamga::server
