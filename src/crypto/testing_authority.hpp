// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "crypto/test_ca.hpp"
#include "crypto/trust_store.hpp"

// What tests of this room share: an authority of 2025 to 2035 and somebody who signs in 2026.
namespace tamga::crypto::testing {

inline UnixMs day(char const* text) { return UnixMs(std::int64_t{Date::parse(text)->days()} * 86'400'000); }

inline UnixMs const kNow = day("2026-03-01");

inline TestCa const& authority() {
  static TestCa const ca = TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01")).value();
  return ca;
}

inline CertificateOrder order() {
  CertificateOrder out;
  out.subject = uzbek_subject("OOO \"Sut\"", "Karimov Anvar", "301234567", "31201851234567");
  out.not_before = day("2026-01-01");
  out.not_after = day("2027-01-01");
  return out;
}

inline SigningIdentity const& signer() {
  static SigningIdentity const identity = authority().issue(order()).value();
  return identity;
}

inline std::shared_ptr<TrustStore const> trust() { return TrustStore::of({authority().root()}).value(); }

}  // namespace tamga::crypto::testing
