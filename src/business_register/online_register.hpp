// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "business_register/business_register.hpp"
#include "business_register/recent_answers.hpp"
#include "outward/patient_caller.hpp"

namespace tamga::business_register {

struct OnlineOptions {
  std::string url;                        ///< of the adapter of docs/formats/business_register.md
  std::vector<std::string> headers = {};  ///< with the key of the service
  std::string ca_file = {};               ///< authorities of the service (PEM); empty: those of the machine
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(2);
  std::chrono::milliseconds timeout = std::chrono::seconds(5);  ///< of one attempt
  std::size_t most_bytes = 65'536;                              ///< of an answer
  outward::Patience patience = {};
  outward::BreakerLimits breaker = {};
  std::chrono::milliseconds remember = std::chrono::hours(24);      ///< a business
  std::chrono::milliseconds remember_none = std::chrono::hours(1);  ///< that there is none
  std::size_t most_remembered = 100'000;
};

/// The state's register asked over HTTP, answers remembered for a time. Numbers are posted, not put into the
/// address: some are personal and addresses end up in logs. Whatever goes wrong, an answer about another
/// number or in another form too, is REGISTER_UNREACHABLE. Clock and rng outlive it.
class OnlineRegister final : public BusinessRegister {
 public:
  OnlineRegister(OnlineOptions options, Clock const& clock, Rng& rng,
                 outward::PatientCaller::Sleep sleep = {});

  Result<std::optional<BusinessEntity>> find(std::string_view tax_id) override;
  [[nodiscard]] outward::CircuitBreaker::State state() const { return caller_.state(); }
  [[nodiscard]] outward::PatientCaller::Counters const& counters() const { return caller_.counters(); }

 private:
  OnlineOptions options_;
  outward::PatientCaller caller_;
  RecentAnswers recent_;
};

}  // namespace tamga::business_register
