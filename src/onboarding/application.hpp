// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"
#include "crypto/holder.hpp"
#include "crypto/sha256.hpp"
#include "ledger/code_no.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

namespace tamga::onboarding {

/// Where an application stands. Stored numbers. Features 3.4.
enum class ApplicationState : std::uint8_t {
  Checking = 1,   ///< the automatic checks run
  Waiting = 2,    ///< the state's register does not answer; asked again by itself
  Manual = 3,     ///< a person at the operator decides
  Approved = 4,   ///< the applicant follows the link in the e-mail
  Rejected = 5,   ///< with all reasons; a new one may follow
  Withdrawn = 6,  ///< by the applicant
  Expired = 7,    ///< approved, but the link was never used
  Completed = 8,  ///< the account is open
};
constexpr std::string_view name_of(ApplicationState state) {
  constexpr std::array<std::string_view, 9> kNames{"",         "checking",  "waiting", "manual",   "approved",
                                                   "rejected", "withdrawn", "expired", "completed"};
  return kNames[static_cast<std::size_t>(state)];
}
/// Whether it still goes on: a tax number has at most one such application.
constexpr bool is_live(ApplicationState state) { return state <= ApplicationState::Approved; }

/// Something the checks or the operator found: a row of the error catalogue with its values, told to the
/// applicant in his language.
struct Finding {
  std::string error;
  shape::Attributes arguments;
  static constexpr auto shape() {
    return shape::object("Finding", "Something that was found",
                         shape::field("error", &Finding::error, "Name of the error"),
                         shape::field("arguments", &Finding::arguments, "Values of its text"));
  }
};

/// An act of law that registration rests on, as the applicant was shown it.
struct ShownAct {
  Date effective_from = Date::from_days(0);
  std::string name;  ///< in his language
  static constexpr auto shape() {
    return shape::object("ShownAct", "An act of law",
                         shape::field("effective_from", &ShownAct::effective_from, "In force from"),
                         shape::field("name", &ShownAct::name, "As it was shown"));
  }
  friend bool operator==(ShownAct const&, ShownAct const&) = default;
};

/// Somebody asks to take part. What identifies the applicant comes from the certificate alone.
struct Application {
  std::int64_t id = 0;
  std::string number;  ///< shown to people: cannot be guessed
  ApplicationState state = ApplicationState::Checking;
  crypto::Holder holder;
  crypto::Sha256 certificate{};  ///< of its DER
  UnixMs certificate_expires;
  std::string email;
  std::string phone;
  Language language{};
  std::string consent;                ///< version of the terms that were accepted
  std::vector<ShownAct> legal_basis;  ///< beside which they were accepted; empty: of before these were kept
  UnixMs submitted_at;
  std::optional<UnixMs> decided_at;
  UnixMs next_check_at;  ///< of one that is checked or waits; when the link ends of an approved one
  int checks = 0;        ///< how often the checks ran
  std::vector<Finding> findings;
};

}  // namespace tamga::onboarding
