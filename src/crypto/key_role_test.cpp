// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_role.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

class KeyRoleTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("tamga-roles-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "own");
    ring_ = KeyRing::create(whole_, rng_, clock_).value();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string id(KeyPurpose purpose) { return std::string(ring_->active(purpose).value()->id()); }

  SystemRng rng_;
  SystemClock clock_;
  std::filesystem::path folder_;
  KeyRingFiles whole_{
      std::filesystem::temp_directory_path() / ("tamga-roles-" + std::to_string(getpid())) / "ring",
      std::filesystem::temp_directory_path() / ("tamga-roles-" + std::to_string(getpid())) / "master.key"};
  std::unique_ptr<KeyRing> ring_;
};

// The role has its own keys and cannot name another, by whatever purpose or id.
TEST_F(KeyRoleTest, OtherKeysDoNotExist) {
  RoleKeys const tails(*ring_, kTailRole);
  for (KeyPurpose const purpose : kKeyPurposes) {
    bool const own = purpose == KeyPurpose::TailMac || purpose == KeyPurpose::TailSignature;
    EXPECT_EQ(tails.active(purpose).has_value(), own) << name_of(purpose);
    EXPECT_EQ(tails.find(purpose, id(purpose)).has_value(), own) << name_of(purpose);
    EXPECT_EQ(tails.find(id(purpose)).has_value(), own) << name_of(purpose);
    if (!own) {
      EXPECT_TRUE(tails.active(purpose).error().is(kKeyNotOfRole));
    }
  }
  EXPECT_EQ(tails.list().size(), 2U);
}

// What is handed out holds the role's keys and opens nothing else: not the whole ring, nor the whole ring's
// master key the part.
TEST_F(KeyRoleTest, HandedOutRingHoldsNothingElse) {
  KeyRingFiles const part{folder_ / "own" / "ring", folder_ / "own" / "master.key"};
  ASSERT_TRUE(hand_out(*ring_, kTailRole, part, rng_));
  auto const opened = KeyRing::open(part, rng_, clock_);
  ASSERT_TRUE(opened) << describe(opened.error());
  EXPECT_EQ((*opened)->list().size(), 2U);
  for (KeyPurpose const purpose : kKeyPurposes)
    EXPECT_EQ((*opened)->find(purpose, id(purpose)).has_value(), kTailRole.has(purpose)) << name_of(purpose);
  EXPECT_FALSE((*opened)->derive_serial_key(id(KeyPurpose::Serial), "04600439931256", "layout"));
  auto const same = (*opened)->active(KeyPurpose::TailMac).value();
  EXPECT_EQ(same->id(), id(KeyPurpose::TailMac));
  auto const crossed = KeyRing::open({whole_.ring, part.master_key}, rng_, clock_);
  ASSERT_FALSE(crossed);
  EXPECT_TRUE(crossed.error().is(kKeyringWrongMasterKey));
  EXPECT_TRUE(KeyRing::open({part.ring, whole_.master_key}, rng_, clock_).error().is(kKeyringWrongMasterKey));
}

// After a rotation it is handed out again, under the same master key, with the old keys to check by.
TEST_F(KeyRoleTest, HandedOutAgain) {
  KeyRingFiles const part{folder_ / "own" / "ring", folder_ / "own" / "master.key"};
  ASSERT_TRUE(hand_out(*ring_, kTailRole, part, rng_));
  std::string const old = id(KeyPurpose::TailMac);
  ASSERT_TRUE(ring_->rotate(KeyPurpose::TailMac));
  ASSERT_TRUE(hand_out(*ring_, kTailRole, part, rng_));
  auto const opened = KeyRing::open(part, rng_, clock_).value();
  EXPECT_EQ(opened->active(KeyPurpose::TailMac).value()->id(), id(KeyPurpose::TailMac));
  EXPECT_EQ(opened->find(KeyPurpose::TailMac, old).value()->info().state, KeyState::VerifyOnly);
}

}  // namespace
}  // namespace tamga::crypto
