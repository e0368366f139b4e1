// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "crypto/cms.hpp"
#include "crypto/cms_contents.hpp"
#include "crypto/testing_authority.hpp"

// Whatever single bit changes on the way: the message is refused, or the same person signed the same content
// at the same claimed time by the same algorithm.
namespace tamga::crypto {
namespace {

using namespace testing;

constexpr std::string_view kContent = "{\"kind\":\"ship\",\"receiver\":\"302222222\",\"codes\":[\"0104\"]}";

/// Every bit with TAMGA_ALL_BITS=1; else one of so many, and which ones changes from run to run, so that all
/// are seen in time. A slow family costs milliseconds a message under sanitizers.
std::size_t stride_of(KeyAlgorithm key) {
  if (std::getenv("TAMGA_ALL_BITS") != nullptr) return 1;
  return key == KeyAlgorithm::P256 || key == KeyAlgorithm::Rsa2048 ? 31 : 61;
}
std::size_t offset_of(std::size_t stride) { return static_cast<std::size_t>(getpid()) % stride; }

class FlippedBits : public ::testing::TestWithParam<Family> {
 protected:
  struct Sample {
    char const* name;
    std::string cms;
    bool attached;
  };
  static std::vector<Sample> samples() {
    KeyAlgorithm const key = GetParam().key;
    CertificateOrder wanted = order(key);
    auto const who = authority(key).issue(wanted).value();
    wanted.use = CertificateUse::TimeStamps;
    auto const watch = authority(key).issue(wanted).value();
    std::string const detached = sign_detached(who, kContent, kNow).value();
    return {{"detached", detached, false},
            {"attached", sign_attached(who, kContent, kNow).value(), true},
            {"stamped", add_time_stamp(detached, watch, day("2026-02-20")).value(), false}};
  }
  static Result<SignedContent> verify(CmsVerifier const& verifier, std::string_view cms, bool attached) {
    if (attached) return verifier.verify_attached(cms, kNow);
    auto signer = verifier.verify_detached(cms, kContent, kNow);
    if (!signer) return fail(signer.error());
    return SignedContent{*std::move(signer), std::string(kContent)};
  }
};

TEST_P(FlippedBits, ChangeNeitherSignerNorContent) {
  CmsVerifier const verifier(trust(GetParam().key));
  std::size_t const stride = stride_of(GetParam().key);
  for (Sample const& sample : samples()) {
    auto const good = verify(verifier, sample.cms, sample.attached).value();
    std::size_t tried = 0;
    std::size_t accepted = 0;
    for (std::size_t bit = offset_of(stride); bit < sample.cms.size() * 8; bit += stride) {
      ++tried;
      std::string bad = sample.cms;
      bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << bit % 8));
      auto const result = verify(verifier, bad, sample.attached);
      if (!result) continue;
      ++accepted;
      SCOPED_TRACE(std::string(sample.name) + " bit " + std::to_string(bit));
      EXPECT_EQ(result->content, kContent);
      EXPECT_EQ(result->signer.certificate.sha256(), good.signer.certificate.sha256());
      EXPECT_EQ(result->signer.claimed_time, good.signer.claimed_time);
      EXPECT_EQ(result->signer.scheme, good.signer.scheme);
      if (result->signer.time_stamp) {
        EXPECT_EQ(result->signer.time_stamp->time, good.signer.time_stamp->time);
      }
    }
    EXPECT_GT(tried, sample.cms.size() * 8 / stride - 2);
    // What RFC 5652 leaves outside the signature is little: versions, the list of digests, the name of an
    // unsigned attribute.
    EXPECT_LT(accepted, tried / 10 + 5) << sample.name;
  }
}

// The reader of what nobody has proven survives the same and never crashes.
TEST_P(FlippedBits, TheUnprovenIsReadSafely) {
  for (Sample const& sample : samples()) {
    std::size_t const stride = 3 * stride_of(GetParam().key);
    for (std::size_t bit = offset_of(stride); bit < sample.cms.size() * 8; bit += stride) {
      std::string bad = sample.cms;
      bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << bit % 8));
      auto const contents = read_cms(bad);
      if (contents) {
        EXPECT_FALSE(contents->path->empty());
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, FlippedBits, ::testing::ValuesIn(kFamilies), [](auto const& one) {
  std::string name;
  for (char const c : std::string_view(one.param.scheme))
    if (c != '-') name.push_back(c);
  return name;
});

}  // namespace
}  // namespace tamga::crypto
