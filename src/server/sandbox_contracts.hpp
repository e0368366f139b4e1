// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/sandbox_spec.hpp"
#include "server/system.hpp"

namespace tamga::server {

/// Gives the invented companies what they need to work with codes: a profile, and the contracts that follow
/// from it, made by the contract office as for anybody, signed with the companies' own test keys from
/// `people` and by the operator. Who has contracts already keeps them.
Result<void> conclude_contracts(System& system, SandboxSpec const& spec, std::filesystem::path const& people,
                                UnixMs now);

}  // namespace tamga::server
