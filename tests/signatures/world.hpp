// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/testing/hand_clock.hpp"
#include "crypto/test_ca.hpp"
#include "http/client.hpp"
#include "outward/testing/raw_service.hpp"
#include "server/system.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::signatures {

using Json = nlohmann::json;

/// An authority of the net that publishes its list over HTTP, or is silent.
class ListService {
 public:
  ListService() : service_([this](std::string const&) { return answer(); }) {}
  [[nodiscard]] std::string url() const { return service_.url("/list.crl"); }
  [[nodiscard]] std::string host() const;
  [[nodiscard]] int requests() const { return service_.requests(); }
  void publish(std::string list);

 private:
  std::string answer();
  std::mutex mutex_;
  std::string list_;
  outward::testing::RawService service_;
};

struct Reply {
  int status;
  Json json;
  http::ClientResponse raw;
};

/// A system of one country on an empty store of both engines, with a participant who makes water and the
/// operator.
class World : public ::testing::TestWithParam<sql::Engine> {
 protected:
  void SetUp() override;
  void TearDown() override;
  /// What a test wants otherwise, before the system is opened.
  virtual void configure(server::SystemOptions&) {}
  [[nodiscard]] virtual std::string country() const { return "uz"; }
  void open();
  void close();

  crypto::SigningIdentity issue(std::string const& organization, std::string const& tax_id);
  void enlist(std::string const& organization, std::string const& tax_id, crypto::SigningIdentity const& who,
              bool authority);
  /// The authority answers, with a list that holds for so many minutes; `silence`: it does not.
  void publish(std::vector<crypto::RevokedSerial> const& revoked, int minutes = 24 * 60);
  void silence() { lists_->publish(""); }
  /// Signed in while the authority answered; now its word no longer holds and it is silent.
  void sign_in_then_silence();
  [[nodiscard]] crypto::RevokedSerial revoked(UnixMs at) const;

  Reply send(http::Method method, std::string const& target, http::Client::Headers headers = {},
             std::string const& body = {});
  Reply get(std::string const& target) { return send(http::Method::Get, target); }
  Reply sign_in(crypto::SigningIdentity const& who);
  /// An order of codes, signed; a new idempotency key unless one is given.
  Reply order(std::string const& key = {});
  /// Asks until `done` says so, ten seconds at most: for what the system does by itself.
  Json eventually(std::string const& target, std::function<bool(Json const&)> const& done);

  std::unique_ptr<sql::testing::FreshStore> place_;
  HandClock clock_{UnixMs(std::int64_t{Date::parse("2026-03-02")->days()} * 86'400'000 + 32'400'000)};
  SystemRng rng_;
  std::filesystem::path folder_;
  std::optional<crypto::TestCa> ca_;
  std::unique_ptr<ListService> lists_;
  std::optional<crypto::SigningIdentity> maker_;
  std::optional<crypto::SigningIdentity> chief_;
  std::unique_ptr<server::System> system_;
  std::optional<http::Client> client_;
  std::string token_;
  std::uint16_t port_ = 0;
  int keys_ = 0;
};

}  // namespace tamga::signatures
