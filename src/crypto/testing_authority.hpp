// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>

#include "crypto/engine_algorithms.hpp"
#include "crypto/test_ca.hpp"
#include "crypto/trust_store.hpp"

// What tests of this room share: authorities of 2025 to 2035 and somebody who signs in 2026.
namespace tamga::crypto::testing {

inline UnixMs day(char const* text) { return UnixMs(std::int64_t{Date::parse(text)->days()} * 86'400'000); }
inline UnixMs later(UnixMs moment, std::int64_t minutes) { return UnixMs(moment.value() + minutes * 60'000); }

inline UnixMs const kNow = day("2026-03-01");

/// Every family of keys that people sign with, and what their signatures are called.
struct Family {
  KeyAlgorithm key;
  char const* scheme;
};
inline constexpr std::array kFamilies{Family{KeyAlgorithm::P256, "ecdsa-sha256"},
                                      Family{KeyAlgorithm::Rsa2048, "rsa-sha256"},
                                      Family{KeyAlgorithm::Gost256, "gost2012-256"},
                                      Family{KeyAlgorithm::Gost512, "gost2012-512"},
                                      Family{KeyAlgorithm::Gost2001, "gost2001"},
                                      Family{KeyAlgorithm::Ozdst, "ozdst1092-2"}};

/// The authority of a family.
inline TestCa const& authority(KeyAlgorithm key = KeyAlgorithm::P256) {
  load_engine_algorithms();  // first, so that the keys are gone before the library is
  static std::map<KeyAlgorithm, TestCa> all;
  auto const found = all.find(key);
  if (found != all.end()) return found->second;
  return all.emplace(key, TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), key).value())
      .first->second;
}

inline CertificateOrder order(KeyAlgorithm key = KeyAlgorithm::P256) {
  CertificateOrder out;
  out.subject = uzbek_subject("OOO \"Sut\"", "Karimov Anvar", "301234567", "31201851234567");
  out.not_before = day("2026-01-01");
  out.not_after = day("2027-01-01");
  out.key = key;
  return out;
}

inline SigningIdentity const& signer() {
  static SigningIdentity const identity = authority().issue(order()).value();
  return identity;
}

inline std::shared_ptr<TrustStore const> trust(KeyAlgorithm key = KeyAlgorithm::P256) {
  return TrustStore::of({authority(key).root()}).value();
}

}  // namespace tamga::crypto::testing
