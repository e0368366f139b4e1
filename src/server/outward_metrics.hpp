// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "business_register/online_register.hpp"
#include "crypto/revocation.hpp"
#include "identity/portal.hpp"
#include "server/mail_round.hpp"
#include "verification/server_verifier.hpp"

namespace tamga::server {

/// What this process asks of others; null where it does not ask.
struct Outward {
  MailRound const* mail = nullptr;
  crypto::RevocationChecker const* revocation = nullptr;
  business_register::OnlineRegister const* businesses = nullptr;
  verification::ServerVerifier const* verifier = nullptr;
  identity::Portals const* portals = nullptr;
};

/// Appends the counters of all of them as Prometheus text.
void append_outward(std::string& out, Outward const& outward);

}  // namespace tamga::server
