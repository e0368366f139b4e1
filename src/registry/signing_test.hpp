// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "base/random.hpp"
#include "base/testing/hand_clock.hpp"
#include "crypto/key_ring.hpp"
#include "registry/participant.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::registry::testing {

/// A store of this room, a ring of keys and somebody who signs.
class SigningTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", kMigrations);
    folder_ = std::filesystem::temp_directory_path() / ("tamga-registry-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    keys_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
  }
  void TearDown() override {
    EachEngine::TearDown();
    std::filesystem::remove_all(folder_);
  }

  std::filesystem::path folder_;
  SystemRng rng_;
  HandClock clock_{UnixMs(1'770'000'000'000)};
  std::unique_ptr<crypto::KeyRing> keys_;
  Signer const signer_{crypto::sha256("certificate"), ParticipantNo(5), "Karimov Anvar"};
};

}  // namespace tamga::registry::testing
