// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "channels/directory.hpp"
#include "registrars/rules.hpp"
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
/// A device, confirmed, for each company that makes goods of a group which asks for a registrar. Who has one
/// keeps it.
Result<void> lend_registrars(System& system, SandboxSpec const& spec, registrars::Rules const& rules,
                             UnixMs now);

}  // namespace tamga::server
