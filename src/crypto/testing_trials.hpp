// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "crypto/cms.hpp"
#include "crypto/der.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"
#include "crypto/testing_message.hpp"

// Signatures on trial: built for each family of keys, each with the reason it must be refused for.
namespace tamga::crypto::testing {

inline constexpr std::string_view kTrialContent = "{\"kind\":\"ship\",\"receiver\":\"302222222\"}";
inline constexpr std::string_view kTrialOther = "{\"kind\":\"ship\",\"receiver\":\"303333333\"}";

/// Somebody of a family, with a good message of his to be spoilt.
struct Bench {
  KeyAlgorithm key;
  SigningIdentity who;

  [[nodiscard]] static SigningIdentity issue(KeyAlgorithm key,
                                             std::function<void(CertificateOrder&)> const& change = {}) {
    CertificateOrder wanted = order(key);
    if (change) change(wanted);
    return authority(key).issue(wanted).value();
  }
  [[nodiscard]] std::string detached() const { return sign_detached(who, kTrialContent, kNow).value(); }
  [[nodiscard]] std::string attached() const { return sign_attached(who, kTrialContent, kNow).value(); }
  /// The detached message after a change of its parts.
  [[nodiscard]] std::string changed(std::function<void(MessageParts&)> const& change) const {
    MessageParts parts = take_apart(detached());
    change(parts);
    return put_together(parts);
  }
  /// The same, of the only signer, signed anew.
  [[nodiscard]] std::string resigned(std::function<void(SignerParts&)> const& change) const {
    return changed([&](MessageParts& parts) {
      change(parts.signers.front());
      sign_again(parts.signers.front(), who);
    });
  }
  [[nodiscard]] std::string by(SigningIdentity const& other) const {
    return sign_detached(other, kTrialContent, kNow).value();
  }
};

/// A message on trial. Empty bytes: the family cannot express it.
struct Trial {
  std::string cms;
  std::string content{kTrialContent};
  UnixMs at = kNow;
  bool attached = false;
};

struct Row {
  char const* name;
  ErrorKind const* reason;
  std::function<Trial(Bench const&)> build;
};

inline std::string octets(std::string_view bytes) { return der::wrap(0x04, bytes); }

inline Trial plain(std::string cms) { return {.cms = std::move(cms)}; }

/// Runs the rows that the family can express; gives how many.
inline int run_trials(Family const& family, std::vector<Row> const& rows) {
  CmsVerifier const verifier(trust(family.key));
  Bench const bench{family.key, Bench::issue(family.key)};
  int count = 0;
  for (Row const& row : rows) {
    Trial const trial = row.build(bench);
    if (trial.cms.empty()) continue;
    ++count;
    // Twice: the second time the certificate may be remembered, and the short way is taken.
    for (int round = 0; round < 2; ++round) {
      std::string said = "accepted";
      if (trial.attached) {
        if (auto const result = verifier.verify_attached(trial.cms, trial.at); !result)
          said = result.error().name();
      } else if (auto const result = verifier.verify_detached(trial.cms, trial.content, trial.at); !result) {
        said = result.error().name();
      }
      EXPECT_EQ(said, row.reason->name) << row.name;
      EXPECT_TRUE(verifier.verify_detached(bench.detached(), kTrialContent, kNow)) << row.name;
    }
  }
  return count;
}

inline std::string family_name(::testing::TestParamInfo<Family> const& one) {
  std::string name;
  for (char const c : std::string_view(one.param.scheme))
    if (c != '-') name.push_back(c);
  return name;
}

}  // namespace tamga::crypto::testing
