// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "onboarding/application.hpp"
#include "sql/connection.hpp"

namespace tamga::onboarding {

/// What is kept beside the application itself.
struct ApplicationProof {
  crypto::Sha256 challenge{};
  std::string_view body;
  std::string_view signature;
  std::string_view certificate;
};

/// Errors: APPLICATION_LIVE, APPLICATION_CHALLENGE_USED.
Result<void> insert_application(sql::Connection& connection, Application const& application,
                                ApplicationProof const& proof);
/// State, findings, moments. `link`: digest of the token in the e-mail, of an approved one.
Result<void> update_application(sql::Connection& connection, Application const& application,
                                std::optional<crypto::Sha256> const& link);

/// The signed bytes by which the applicant took it back.
Result<void> set_withdrawal(sql::Connection& connection, std::int64_t id, std::string_view body,
                            std::string_view signature);

/// What was signed, and by what signature (DER). Errors: APPLICATION_UNKNOWN.
struct SignedBytes {
  std::string body;
  std::string signature;
};
Result<SignedBytes> find_signed(sql::Connection& connection, std::int64_t id);

Result<std::optional<Application>> find_application(sql::Connection& connection, std::int64_t id);
Result<std::optional<Application>> find_application_by_number(sql::Connection& connection,
                                                              std::string_view number);
Result<std::optional<Application>> find_application_by_link(sql::Connection& connection,
                                                            crypto::Sha256 const& link);
/// The newest of one tax number.
Result<std::optional<Application>> find_latest_application(sql::Connection& connection,
                                                           std::string_view tax_id);
/// Of one tax number since a moment.
Result<std::int64_t> count_applications(sql::Connection& connection, std::string_view tax_id, UnixMs since);
/// In a state whose next check is due, the longest waiting first.
Result<std::vector<std::int64_t>> applications_due(sql::Connection& connection, ApplicationState state,
                                                   UnixMs now, int limit);
/// In a state, oldest first, those behind `after`.
Result<std::vector<Application>> applications_in(sql::Connection& connection, ApplicationState state,
                                                 std::int64_t after, int limit);

}  // namespace tamga::onboarding
