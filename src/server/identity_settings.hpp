// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/random.hpp"
#include "identity/portal.hpp"

namespace tamga::server {

/// The portals of the country that the operator's file gives access to: a table for each, with `code`,
/// `client_id`, `redirect_uri`, and by the kind of portal `client_secret_file`, `identity_file` (key and
/// certificate that sign for us, PEM), `token_keys_file` (certificates that sign its tokens, PEM), `extra`,
/// `ca_file`; for a test stand `authorize_url`, `token_url`, `profile_url`, `organizations_url`, `issuer`.
/// Errors: mistakes of both files, with file and line; IDENTITY_PROVIDER_UNKNOWN; those of reading keys.
Result<std::unique_ptr<identity::Portals>> open_portals(std::filesystem::path const& settings,
                                                        std::filesystem::path const& country,
                                                        Clock const& clock, Rng& rng);

}  // namespace tamga::server
