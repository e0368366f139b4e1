// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_ring.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <set>
#include <string>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

class SeededRng final : public Rng {
 public:
  void fill(std::span<std::byte> out) override {
    for (std::byte& byte : out) byte = static_cast<std::byte>(random_());
  }

 private:
  std::mt19937 random_{5};
};

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return now_; }
  UnixMs now_{1'700'000'000'000};
};

class KeyRingTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("tamga-keys-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] KeyRingFiles files() const { return {folder_ / "ring", folder_ / "master.key"}; }
  [[nodiscard]] std::string bytes() const { return read_key_file(files().ring, kMaxKeyRingFile).value(); }
  void overwrite(std::filesystem::path const& path, std::string_view text) const {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  }
  std::unique_ptr<KeyRing> created() { return KeyRing::create(files(), rng_, clock_).value(); }
  Error open_error() { return KeyRing::open(files(), rng_, clock_).error(); }

  std::filesystem::path folder_;
  SeededRng rng_;
  HandClock clock_;
};

std::string active_id(KeyRing const& ring, KeyPurpose purpose) {
  return std::string(ring.active(purpose).value()->id());
}

// A ring is after a restart what it was before.
TEST_F(KeyRingTest, SurvivesARestart) {
  auto const ring = created();
  EXPECT_EQ(ring->list().size(), kKeyPurposes.size());
  auto const again = KeyRing::open(files(), rng_, clock_);
  ASSERT_TRUE(again) << describe(again.error());
  for (KeyPurpose const purpose : kKeyPurposes) {
    auto const before = ring->active(purpose).value();
    auto const after = again.value()->active(purpose).value();
    EXPECT_EQ(before->id(), after->id());
    EXPECT_TRUE(std::ranges::equal(before->secret().view(), after->secret().view()));
    EXPECT_EQ(after->info().created, clock_.now());
  }
}

// After a rotation the old key still checks and never makes again; nothing made before becomes wrong.
TEST_F(KeyRingTest, RotationKeepsOldTailsValid) {
  auto const ring = created();
  TailInput const code{"04600439931256", "5abcDEF012345"};
  std::string const old_id = active_id(*ring, KeyPurpose::TailMac);
  std::string tail(4, '?');
  ring->tail_key(TailScheme::Mac4, old_id)->write({&code, 1}, tail.data(), 4);
  clock_.now_ = UnixMs(1'800'000'000'000);
  auto const new_id = ring->rotate(KeyPurpose::TailMac);
  ASSERT_TRUE(new_id);
  EXPECT_EQ(active_id(*ring, KeyPurpose::TailMac), view(*new_id));
  auto const old_key = ring->find(KeyPurpose::TailMac, old_id).value();
  EXPECT_EQ(old_key->info().state, KeyState::VerifyOnly);
  EXPECT_EQ(old_key->info().changed, clock_.now_);
  auto const again = KeyRing::open(files(), rng_, clock_).value();
  EXPECT_TRUE(again->tail_key(TailScheme::Mac4, old_id)->verify(code, tail));
  EXPECT_FALSE(again->tail_key(TailScheme::Mac4, view(*new_id))->verify(code, tail));
}

// A compromised key is replaced at once and stays marked.
TEST_F(KeyRingTest, CompromisedKeysAreReplaced) {
  auto const ring = created();
  std::string const id = active_id(*ring, KeyPurpose::Journal);
  ASSERT_TRUE(ring->mark_compromised(KeyPurpose::Journal, id));
  EXPECT_NE(active_id(*ring, KeyPurpose::Journal), id);
  EXPECT_EQ(ring->find(KeyPurpose::Journal, id).value()->info().state, KeyState::Compromised);
  EXPECT_TRUE(ring->mark_compromised(KeyPurpose::Journal, "????").error().is(kKeyUnknown));
  EXPECT_TRUE(ring->find(KeyPurpose::Serial, id).error().is(kKeyUnknown));
}

// Every flipped bit, every missing tail and every foreign file is refused; nothing half-read is ever used.
TEST_F(KeyRingTest, DamagedFilesAreRefused) {
  created();
  std::string const good = bytes();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
    overwrite(files().ring, bad);
    Error const error = open_error();
    EXPECT_TRUE(error.is(i >= 8 && i < 16 ? kKeyringWrongMasterKey : kKeyringDamaged))
        << i << describe(error);
  }
  for (std::size_t size = 0; size < good.size(); size += 7) {
    overwrite(files().ring, good.substr(0, size));
    EXPECT_TRUE(open_error().is(kKeyringDamaged)) << size;
  }
  overwrite(files().ring, good + "x");
  EXPECT_TRUE(open_error().is(kKeyringDamaged));
}

// Another master key is named as such, so that nobody "repairs" a good ring.
TEST_F(KeyRingTest, WrongMasterKeyIsNamed) {
  created();
  overwrite(files().master_key, std::string(64, 'a') + "\n");
  EXPECT_TRUE(open_error().is(kKeyringWrongMasterKey));
  overwrite(files().master_key, std::string(64, 'g') + "\n");
  EXPECT_TRUE(open_error().is(kMasterKeyMalformed));
  overwrite(files().master_key, std::string(62, 'a'));
  EXPECT_TRUE(open_error().is(kMasterKeyMalformed));
}

// A master key that others can read is refused before it is used.
TEST_F(KeyRingTest, ExposedMasterKeyIsRefused) {
  created();
  struct stat status {};
  ASSERT_EQ(stat(files().master_key.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  ASSERT_EQ(stat(files().ring.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  chmod(files().master_key.c_str(), 0640);
  EXPECT_TRUE(open_error().is(kMasterKeyExposed));
}

// A ring is never made over an old one, and never quietly anew when it has vanished.
TEST_F(KeyRingTest, NothingIsReplacedByAccident) {
  EXPECT_TRUE(open_error().is(kKeyringMissing));
  ASSERT_TRUE(KeyRing::open_or_create(files(), rng_, clock_));
  EXPECT_TRUE(KeyRing::create(files(), rng_, clock_).error().is(kKeyringExists));
  EXPECT_TRUE(KeyRing::open_or_create(files(), rng_, clock_));
  EXPECT_TRUE(create_master_key(files().master_key, rng_).error().is(kKeyringExists));
  std::filesystem::remove(files().ring);
  EXPECT_TRUE(KeyRing::open_or_create(files(), rng_, clock_).error().is(kKeyringMissing));
}

// A change that cannot be written does not happen.
TEST_F(KeyRingTest, UnwrittenChangesDoNotHappen) {
  auto const ring = created();
  std::string const id = active_id(*ring, KeyPurpose::Session);
  std::filesystem::remove_all(folder_);
  EXPECT_TRUE(ring->rotate(KeyPurpose::Session).error().is(kKeyFileFailed));
  EXPECT_EQ(active_id(*ring, KeyPurpose::Session), id);
}

// Secrets are nowhere in the file in the clear.
TEST_F(KeyRingTest, SecretsAreSealed) {
  auto const ring = created();
  std::string const file = bytes();
  for (KeyPurpose const purpose : kKeyPurposes) {
    auto const key = ring->active(purpose).value();
    std::string const secret(key->secret().view().begin(), key->secret().view().end());
    EXPECT_EQ(file.find(secret), std::string::npos);
    EXPECT_EQ(file.find(key->id()), std::string::npos);
  }
}

// Series keys differ by GTIN, layout and master key, and are the same for ever.
TEST_F(KeyRingTest, SeriesHaveTheirOwnKeys) {
  auto const ring = created();
  std::string const first = active_id(*ring, KeyPurpose::Serial);
  std::string const second(view(ring->rotate(KeyPurpose::Serial).value()));
  std::set<std::vector<std::uint8_t>> keys;
  for (std::string const& id : {first, second})
    for (std::string_view const gtin : {"04600439931256", "04600439931263"})
      for (std::string_view const layout : {"01+21(13)+93(4)", "01+21(6)+93(4)"}) {
        auto const key = ring->derive_serial_key(id, gtin, layout).value();
        keys.emplace(key.view().begin(), key.view().end());
      }
  EXPECT_EQ(keys.size(), 8U);
  EXPECT_TRUE(ring->derive_serial_key("????", "04600439931256", "x").error().is(kKeyUnknown));
}

// What is published checks what was made, and there is no public half of a shared secret.
TEST_F(KeyRingTest, PublishedKeysCheckTails) {
  auto const ring = created();
  TailInput const code{"04600439931256", "5abcDEF012345"};
  std::string const id = active_id(*ring, KeyPurpose::TailSignature);
  std::string tail(88, '?');
  ring->tail_key(TailScheme::Signature88, id)->write({&code, 1}, tail.data(), 88);
  EXPECT_TRUE(verify_signature_tail(ring->public_key(KeyPurpose::TailSignature, id).value(), id, code, tail));
  std::string const mac_id = active_id(*ring, KeyPurpose::TailMac);
  EXPECT_TRUE(ring->public_key(KeyPurpose::TailMac, mac_id).error().is(kKeyUnknown));
  std::string const journal = active_id(*ring, KeyPurpose::Journal);
  auto const signature = ring->signing_key(KeyPurpose::Journal, journal).value().sign("root");
  EXPECT_TRUE(verify_ed25519(ring->public_key(KeyPurpose::Journal, journal).value(), "root",
                             std::string(signature.begin(), signature.end())));
}

}  // namespace
}  // namespace tamga::crypto
