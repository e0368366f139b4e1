// SPDX-License-Identifier: Apache-2.0
// Whatever bytes arrive as a signature are refused or belong to a signer of ours: no crash, no leak, no
// stranger.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"

namespace {

using namespace tamga::crypto;

// The authority of the seeds. Its private key was thrown away, so only certificates in the seeds can ever be
// accepted.
constexpr std::string_view kRoot =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBZzCCAQ6gAwIBAgIQAMrn5cm4Z+ObPJZZYoFkODAKBggqhkjOPQQDAjAUMRIw\n"
    "EAYDVQQDDAlUZXN0IFJvb3QwHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAwMDAw\n"
    "WjAUMRIwEAYDVQQDDAlUZXN0IFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
    "AAQaJDCDYQ5pKafDm02HHhyOJPFpJ6QIDA2P0KNpWT28aTDNFdVJYmat//ti304v\n"
    "5Yt5DEl1YK1HDM65HrjMndx/o0IwQDAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB\n"
    "/wQEAwIBBjAdBgNVHQ4EFgQUmvLsy4MTw4tBVagEk30BH3Dp9cgwCgYIKoZIzj0E\n"
    "AwIDRwAwRAIgaBGrqrmdmmEwsF6nCNIucY5CxsAOLu+nTfa9cjjNvxoCIDVAXp93\n"
    "+rUCddRx5RVGXkJ/NQZhuLazTxQU8tqyQVw8\n"
    "-----END CERTIFICATE-----\n";
constexpr std::string_view kContent = "Tamga";
tamga::UnixMs const kNow{1'772'323'200'000};  // 2026-03-01

void expect(bool condition) {
  if (!condition) std::abort();
}

void expect_known(Signer const& signer) {
  std::string_view const issuer = signer.certificate.issuer_name();
  expect(issuer == "CN=Test Root" || issuer == "CN=Test Issuing");
  expect(!signer.scheme.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static CmsVerifier const verifier(
      TrustStore::from_pem(kRoot).value(),
      {.detached_bytes = 65536, .attached_bytes = 65536, .content_bytes = 65536});
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  if (auto const signer = verifier.verify_detached(bytes, kContent, kNow)) expect_known(*signer);
  if (auto const message = verifier.verify_attached(bytes, kNow)) {
    expect_known(message->signer);
    expect(message->content == kContent);
  }
  if (auto const certificate = Certificate::from_der(bytes)) expect(!certificate->serial_hex().empty());
  if (auto const plain = decode_base64(bytes)) expect(encode_base64(*plain) == bytes);
  (void)decode_signature_text(bytes);
  return 0;
}
