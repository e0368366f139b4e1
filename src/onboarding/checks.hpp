// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "business_register/business_register.hpp"
#include "evidence/proof.hpp"
#include "onboarding/application.hpp"
#include "onboarding/office.hpp"
#include "sql/store.hpp"

namespace tamga::onboarding {

/// What the automatic checks say of an application.
struct CheckOutcome {
  ApplicationState state = ApplicationState::Checking;  ///< Approved, Rejected, Waiting or Manual
  std::vector<Finding> findings;  ///< every reason, of a rejection or of handing it to a person
};

/// What the certificate's authority says of it.
struct AuthorityWord {
  evidence::Standing standing = evidence::Standing::NotLookedAt;
  std::optional<UnixMs> revoked_at{};
  bool silence_matters = true;  ///< an application waits for a silent authority
};
/// Asks about the certificate of a stored application, at the moment it was signed; waits for the network.
/// `store` outlives the call. Errors: of the store.
Result<AuthorityWord> ask_authority(Office const& office, sql::Store& store, Application const& application);

/// The three checks of features 1.3, all of them, so that every reason is told at once: the certificate is in
/// its term and not revoked; it is of an organisation or a sole trader; the state's register knows the
/// business as active, by the number that the certificate states, and the signer as its director. A register
/// or an authority that does not answer is no reason: the application waits, and the findings say for whom.
/// `now`: moment of the check. Errors: of our own storage only.
Result<CheckOutcome> run_checks(Application const& application,
                                business_register::BusinessRegister& businesses, UnixMs now,
                                AuthorityWord const& word = {});

}  // namespace tamga::onboarding
