// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "api/sandbox_desk.hpp"
#include "server/sandbox_spec.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {

/// Certificates of the test authority for the companies and applicants of the sandbox, their numbers by the
/// country's rules. The authority is copied. `letters`: the folder where its e-mails are kept.
std::unique_ptr<api::SandboxDesk const> make_sandbox_desk(TestAuthority const& authority, SandboxSpec spec,
                                                          country::IdentifierRules const& rules,
                                                          std::filesystem::path letters);

}  // namespace tamga::server
