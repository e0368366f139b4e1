// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "channels/directory.hpp"
#include "server/sandbox_spec.hpp"
#include "server/system.hpp"

namespace tamga::server {

/// Gives the invented companies what they need to work with codes: a profile, and the contracts that follow
/// from it, made by the contract office as for anybody, signed with the companies' own test keys from
/// `people` and by the operator. Who has contracts already keeps them.
Result<void> conclude_contracts(System& system, SandboxSpec const& spec, std::filesystem::path const& people,
                                UnixMs now);

/// Connects them to the channels of this system, which are free. Who has channels already keeps them.
Result<void> connect_channels(System& system, SandboxSpec const& spec, channels::Directory const& directory,
                              UnixMs now);

}  // namespace tamga::server
