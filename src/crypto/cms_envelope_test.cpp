// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_envelope.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

/// A key and a certificate as the command line of OpenSSL makes them; it also decrypts.
class Envelope : public ::testing::Test {
 protected:
  Envelope() { std::filesystem::create_directories(folder_); }
  ~Envelope() override { std::filesystem::remove_all(folder_); }

  void run(std::string const& command) {
    EXPECT_EQ(std::system(("cd " + folder_.string() + " && openssl " + command + " 2>>log").c_str()), 0)
        << read("log");
  }
  std::string read(std::string const& name) {
    std::stringstream out;
    out << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return out.str();
  }
  Certificate certificate(std::string const& key) {
    run("req -engine gost -x509 -newkey " + key + " -nodes -keyout key.pem -out cert.pem -subj /CN=Karimov -days 30");
    return *Certificate::from_pem(read("cert.pem"));
  }
  std::string decrypted(std::string const& message) {
    std::ofstream(folder_ / "message", std::ios::binary) << message;
    run("cms -decrypt -engine gost -inform DER -binary -in message -inkey key.pem -recip cert.pem -out plain");
    return read("plain");
  }

  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("envelope_" + std::to_string(getpid()));
};

TEST_F(Envelope, IsOpenedByTheKeyOfTheCertificate) {
  ASSERT_TRUE(load_engine_algorithms());
  for (char const* key : {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256", "gost2012_256 -pkeyopt paramset:A",
                          "gost2012_512 -pkeyopt paramset:A", "gost2001 -pkeyopt paramset:A"}) {
    auto const envelope = CmsEnvelope::open(certificate(key));
    ASSERT_NE(envelope, nullptr) << key;
    std::string plain;
    std::string message;
    std::size_t early = 0;
    for (int i = 0; i < 300; ++i) {
      std::string const piece(1000, static_cast<char>('a' + i % 26));
      plain += piece;
      ASSERT_TRUE(envelope->write(piece, message));
      if (i == 150) early = message.size();
    }
    ASSERT_TRUE(envelope->finish(message));
    EXPECT_GT(early, 100'000U) << "the message is held back";
    EXPECT_EQ(message.find("aaaaaaaa"), std::string::npos);
    EXPECT_EQ(decrypted(message), plain) << key;
  }
}

TEST_F(Envelope, KeysThatOnlySignAreRefused) {
  auto const signer = certificate("ed25519");
  EXPECT_EQ(CmsEnvelope::open(signer), nullptr);
  EXPECT_EQ(key_algorithm_of(signer), "ED25519");
}

// Made with an Uzbek key, it could be opened by no program of the country.
TEST_F(Envelope, UzbekKeysOnlySign) {
  auto const& uzbek = testing::authority(KeyAlgorithm::Ozdst).root();
  EXPECT_EQ(CmsEnvelope::open(uzbek), nullptr);
  EXPECT_EQ(key_algorithm_of(uzbek), "O'zDSt 1092 algorithm II");
}

TEST_F(Envelope, NothingIsAnEnvelopeToo) {
  auto const envelope = CmsEnvelope::open(certificate("rsa:2048"));
  std::string message;
  ASSERT_TRUE(envelope->finish(message));
  EXPECT_EQ(decrypted(message), "");
}

}  // namespace
}  // namespace tamga::crypto
