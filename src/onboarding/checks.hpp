// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/result.hpp"
#include "business_register/business_register.hpp"
#include "onboarding/application.hpp"

namespace tamga::onboarding {

/// What the automatic checks say of an application.
struct CheckOutcome {
  ApplicationState state = ApplicationState::Checking;  ///< Approved, Rejected, Waiting or Manual
  std::vector<Finding> findings;  ///< every reason, of a rejection or of handing it to a person
};

/// The three checks of features 1.3, all of them, so that every reason is told at once: the certificate is in
/// its term; it is of an organisation or a sole trader; the state's register knows the business as active and
/// the signer as its director. A register that does not answer is no reason: the application waits.
/// `now`: moment of the check. Errors: of our own storage only.
Result<CheckOutcome> run_checks(Application const& application,
                                business_register::BusinessRegister& businesses, UnixMs now);

}  // namespace tamga::onboarding
