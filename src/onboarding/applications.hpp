// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/proof.hpp"
#include "onboarding/application.hpp"
#include "onboarding/application_body.hpp"
#include "onboarding/checks.hpp"
#include "onboarding/office.hpp"
#include "registry/heads.hpp"
#include "sql/connection.hpp"

namespace tamga::onboarding {

/// A signed application on its way in: signature, fields and challenge are judged, nothing is stored yet.
struct SignedApplication {
  Application application;
  crypto::Sha256 challenge{};
  std::string body;         ///< the bytes that were signed
  std::string signature;    ///< DER
  std::string certificate;  ///< DER
  evidence::Proof proof;
};

/// All that needs no transaction. Errors: those of SignatureVerifier, of the decoding, EMAIL_WRONG,
/// PHONE_WRONG, CONSENT_OUTDATED, CHALLENGE_..., CERTIFICATE_HOLDER_UNKNOWN.
tl::expected<SignedApplication, std::vector<Error>> read_application(Office const& office, std::string body,
                                                                     std::string signature);

// Each within the transaction of `connection`; a refusal leaves it as it was.

/// Takes it in, with the letter that tells its number. Errors: ALREADY_REGISTERED (with a certificate that
/// signs for the account already: another one is of its new head, as the checks will say), APPLICATION_LIVE,
/// TOO_MANY_APPLICATIONS (of one tax number in a day), APPLICATION_CHALLENGE_USED.
Result<void> submit(Office const& office, sql::Connection& connection, SignedApplication const& signed_one);

/// Writes down what the checks found, with the letter that tells it. An application that was decided
/// meanwhile stays as it is.
Result<Application> settle(Office const& office, sql::Connection& connection, std::int64_t id,
                           CheckOutcome const& outcome);

/// What a person at the operator decides of an application that waits for it, as an outcome for `decide`.
CheckOutcome approval();
CheckOutcome rejection(std::string reason);
/// Errors: APPLICATION_UNKNOWN, APPLICATION_DECIDED.
Result<Application> decide(Office const& office, sql::Connection& connection, std::string_view number,
                           CheckOutcome const& outcome);

/// A signed wish to take an application back, on its way in.
struct SignedWithdrawal {
  std::string number;
  crypto::Sha256 certificate{};
  std::string body;
  std::string signature;  ///< DER
  evidence::Proof proof;
};
/// Needs no transaction. Errors: APPLICATION_UNSIGNED, those of SignatureVerifier, of the decoding.
Result<SignedWithdrawal> read_withdrawal(Office const& office, std::string body, std::string signature);
/// Takes it back, with the letter that tells so; one that was withdrawn before stays so. Errors:
/// APPLICATION_UNKNOWN, WITHDRAWAL_OF_OTHER (another certificate), APPLICATION_DECIDED.
Result<Application> withdraw(Office const& office, sql::Connection& connection,
                             SignedWithdrawal const& withdrawal);

/// An approved one whose link was not used in time. Nothing when it was used, or has time left.
Result<std::optional<Application>> expire(Office const& office, sql::Connection& connection, std::int64_t id);

/// The link of the e-mail was followed: opens the account, or gives the one that is there its new head.
/// Errors: LINK_UNKNOWN, LINK_EXPIRED, APPLICATION_DECIDED. `Register::show`, and `Users::show` of a
/// succession, after the commit.
struct OpenedAccount {
  Application application;
  registry::Participant participant;
  registry::Signer signer;
  std::optional<registry::Succession> succession{};
};
Result<OpenedAccount> confirm(Office const& office, sql::Connection& connection, std::string_view token);

}  // namespace tamga::onboarding
