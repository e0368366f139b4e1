// SPDX-License-Identifier: Apache-2.0
// Whatever bytes arrive as a signature are refused or belong to a signer of ours: no crash, no leak, no
// stranger.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cms_roots.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "crypto/revocation_list.hpp"
#include "crypto/status_question.hpp"

namespace {

using namespace tamga::crypto;

constexpr std::string_view kContent = "Tamga";
constexpr std::size_t kListIssuer = 5;
constexpr std::string_view kChallenge = "3f0c2f4e-0000-4000-8000-000000000001";
tamga::UnixMs const kNow{1'772'323'200'000};  // 2026-03-01

void expect(bool condition) {
  if (!condition) std::abort();
}

void expect_known(Signer const& signer) {
  std::string_view const issuer = signer.certificate.issuer_name();
  expect(issuer == "CN=Test Root" || issuer == "CN=Test Issuing" || issuer == "CN=TAMGA SYNTHETIC CA,C=UZ");
  expect(!signer.scheme.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const trust = TrustStore::from_pem(kRoots).value();
  static CmsVerifier const verifier(
      trust, {.detached_bytes = 65536, .attached_bytes = 65536, .content_bytes = 65536});
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  if (auto const signer = verifier.verify_detached(bytes, kContent, kNow)) expect_known(*signer);
  if (auto const message = verifier.verify_attached(bytes, kNow)) {
    expect_known(message->signer);
    expect(message->content == kContent || message->content == kChallenge);
  }
  if (auto const certificate = Certificate::from_der(bytes)) expect(!certificate->serial_hex().empty());
  if (auto const plain = decode_base64(bytes)) expect(encode_base64(*plain) == bytes);
  (void)decode_signature_text(bytes);
  // Nobody has the keys: a list or an answer that is not a seed is never believed.
  tamga::crypto::Certificate const& root = trust->roots()[kListIssuer];
  if (auto const list = RevocationList::read(bytes, root.get(), kNow)) expect(list->issued_at() == kNow);
  static StatusQuestion const question = StatusQuestion::about(root.get(), root.get()).value();
  (void)question.read(bytes, kNow, std::chrono::minutes(5));
  return 0;
}
