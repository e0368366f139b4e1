// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "api/sandbox_desk.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/test_ca.hpp"
#include "server/system.hpp"

namespace tamga::server {

struct SandboxOptions {
  std::filesystem::path folder;        ///< everything the sandbox keeps
  std::filesystem::path spec;          ///< as of SystemOptions
  std::vector<std::string> countries;  ///< one system each, on neighbouring ports
  std::string store;                   ///< empty: SQLite in the folder; otherwise of the only country
  std::uint16_t port = 8080;           ///< of the first country; 0: any free ones
  /// Of the test authority and everybody's keys, when the folder has no authority yet.
  crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::P256;
  std::filesystem::path cabinet;  ///< as of SystemOptions
  http::Options http;
  api::Settings interface;                                          ///< as of SystemOptions
  /// How often letters are written out; nothing leaves them waiting in the outbox.
  std::optional<std::chrono::milliseconds> mails_every = std::chrono::seconds(2);
};

/// A system of the sandbox that answers.
struct SandboxSystem {
  std::string country;
  std::uint16_t port;
  std::unique_ptr<api::SandboxDesk const> desk;
  std::unique_ptr<System> system;
};

/// Opens the systems of the sandbox and lets them answer. At the first start makes the test authority
/// (FOLDER/ca), and for every invented company of spec/<country>/sandbox.toml a certificate with its key
/// (FOLDER/<country>/people/KEY.pem and .p12, password "tamga"), its entry in the register and its goods.
/// What is there already stays as it is.
Result<std::vector<SandboxSystem>> open_sandbox(SandboxOptions const& options, Clock const& clock, Rng& rng);

}  // namespace tamga::server
