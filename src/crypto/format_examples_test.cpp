// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "crypto/hkdf.hpp"
#include "crypto/key_ring_file.hpp"
#include "crypto/serial_permutation.hpp"
#include "crypto/tails.hpp"

#include "base/testing/source_path.hpp"

namespace tamga::crypto {
namespace {

/// The bytes 00 01 02 ...: the keys and random numbers of all examples.
template <std::size_t N>
SecretBytes<N> counting() {
  SecretBytes<N> out;
  std::uint8_t next = 0;
  for (auto& byte : out.writable()) byte = next++;
  return out;
}

class CountingRng final : public Rng {
 public:
  void fill(std::span<std::byte> out) override {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::byte>(i);
  }
};

std::string document(std::string const& name) {
  std::ifstream const file(source_path("docs/formats") / name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void expect_line(std::string const& text, std::string const& line) {
  EXPECT_NE(text.find(line), std::string::npos) << "the document should say\n" << line;
}

/// Hexadecimal bytes, sixteen a line, as the documents show them.
std::string dump(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    out += {kDigits[byte >> 4], kDigits[byte & 15], i % 16 == 15 || i + 1 == bytes.size() ? '\n' : ' '};
  }
  return out;
}

std::string_view text_of(std::span<std::uint8_t const> bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// A second program can be written after docs/formats/serials.md: its example is what we print.
TEST(FormatExamples, Serials) {
  std::string const text = document("serials.md");
  SerialKey key;
  derive_key(counting<32>().view(), "tamga serial key v1", {"04600439931256", "01+21(13)+93(4)"},
             key.writable());
  expect_line(text, dump(text_of(key.view())));
  SerialPermutation const series(key, "04600439931256",
                                 SerialFormat::make(kLettersAndDigits, 13, "5").value());
  for (std::uint64_t const index :
       {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2}, kSeriesCapacity - 1}) {
    std::string serial(13, '?');
    series.serials(index, 1, serial.data(), serial.size());
    expect_line(text, "| " + std::to_string(index) + " | `" + serial + "` |");
  }
}

// The same for docs/formats/tails.md.
TEST(FormatExamples, Tails) {
  std::string const text = document("tails.md");
  TailInput const code{"04600439931256", "5abcDEF", "ACW."};
  TailMessage message;
  put_tail_message(TailScheme::Mac4, {'A', '1', 'b', '2'}, code, message);
  expect_line(text, dump(message.view()));
  for (TailScheme const scheme : {TailScheme::Mac4, TailScheme::Mac44, TailScheme::Signature88,
                                  TailScheme::Legacy4, TailScheme::Legacy8}) {
    TailKey const key = TailKey::make(scheme, "A1b2", counting<32>()).value();
    std::string tail(key.size(), '?');
    key.write({&code, 1}, tail.data(), tail.size());
    expect_line(text, "| " + std::to_string(static_cast<int>(scheme)) + " | `" + tail + "` |");
    if (scheme == TailScheme::Signature88) expect_line(text, dump(text_of(key.public_key())));
  }
}

// The same for docs/formats/keyring.md.
TEST(FormatExamples, KeyRing) {
  std::string const text = document("keyring.md");
  KeyInfo const info{{'A', '1', 'b', '2'},
                     KeyPurpose::TailMac,
                     KeyState::Active,
                     UnixMs(1'772'323'200'000),
                     UnixMs(1'772'323'200'000)};
  RingKeys const keys{std::make_shared<RingKey const>(info, counting<32>())};
  CountingRng rng;
  std::string const file = seal_key_ring(keys, counting<32>(), rng);
  expect_line(text, dump(file));
  auto const back = unseal_key_ring(file, counting<32>());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->at(0)->id(), "A1b2");
}

}  // namespace
}  // namespace tamga::crypto
