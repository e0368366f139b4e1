// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "emission/code_writer.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::country_of;
using testing::EmissionTest;
using testing::gtin_of;
using testing::template_of;

/// One product under a layout without key id and one with.
class ReadingTest : public EmissionTest {
 protected:
  void SetUp() override {
    EmissionTest::SetUp();
    live_in(country_of({template_of(1, "01+21(6)+93(4)", gs1::SerialAlphabet::LatinAlnum, '5'),
                        template_of(2, "01+21(13)+91(4)+92(44)", gs1::SerialAlphabet::LatinAlnum)}));
  }

  /// The first code of a new order.
  std::string print(std::size_t form) {
    OrderLine line;
    line.gtin = gtin_of(1);
    auto const layout = only_template(form).layout;
    auto const done = transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
      TAMGA_ASSIGN(series, desk.of_item(line.gtin, only_template(form), SeriesKind::Operator));
      line.series = series->number;
      TAMGA_ASSIGN(codes, desk.reserve(*series, 3));
      line.codes = codes;
      return {};
    });
    EXPECT_TRUE(done) << describe(done.error());
    line.tail_key_id = tails_->active(layout.tail()).value()->key_id();
    code_ = line.codes.ranges()[0].first;
    std::string out;
    auto writer = CodeWriter::make(line, *book_, *tails_, store(), PacketFormat::Text);
    EXPECT_TRUE(writer) << describe(writer.error());
    EXPECT_TRUE(writer->write(0, 1, out));
    out.pop_back();
    return out;
  }
  Reading read(std::string_view text) {
    auto reading = resolver_->read(text);
    EXPECT_TRUE(reading) << text << ": " << describe(reading.error());
    return std::move(*reading);
  }

  ledger::CodeNo code_;
};

// A person learns which code it is, and whether the tail is genuine, missing or wrong.
TEST_P(ReadingTest, WhatTheTailSays) {
  std::string const text = print(0);
  auto const whole = read(text);
  EXPECT_EQ(whole.code, code_);
  EXPECT_EQ(whole.tail, Reading::Tail::Genuine);
  EXPECT_TRUE(whole.scan.diagnoses.empty());
  auto const identity = read(text.substr(0, 24));
  EXPECT_EQ(identity.code, code_);
  EXPECT_EQ(identity.tail, Reading::Tail::Absent);
  std::string forged = text;
  forged.back() = forged.back() == '0' ? '1' : '0';
  auto const wrong = read(forged);
  EXPECT_EQ(wrong.code, code_);
  EXPECT_EQ(wrong.tail, Reading::Tail::Wrong);
  auto const foreign = read("01" + gtin_of(7).text() + "215ABCDE");
  EXPECT_EQ(foreign.code, ledger::CodeNo());
  EXPECT_EQ(foreign.series, nullptr);
  EXPECT_FALSE(resolver_->read("nonsense"));
}

// A scanner with caps lock is found out by the tail.
TEST_P(ReadingTest, CapsLock) {
  std::string const text = print(1);
  auto const reading = read("]d2" + gs1::swap_case(text));
  EXPECT_EQ(reading.code, code_);
  EXPECT_EQ(reading.tail, Reading::Tail::Genuine);
  EXPECT_TRUE(reading.scan.diagnoses.has(gs1::Diagnosis::CapsLock));
  EXPECT_TRUE(reading.scan.diagnoses.has(gs1::Diagnosis::SymbologyPrefix));
  EXPECT_EQ(reading.scan.marking_code(), text);
}

// Lost separators are found again by the layouts of the product, in batches too; an identity alone is not
// mistaken for another layout.
TEST_P(ReadingTest, LostSeparators) {
  for (std::size_t const form : {0, 1}) {
    std::string const text = print(form);
    auto const code = code_;
    std::string lost = text;
    std::erase(lost, '\x1D');
    auto const resolved = resolve_one(lost, Tails::Required);
    EXPECT_EQ(error_of(resolved), "");
    EXPECT_EQ(resolved.code, code);
    EXPECT_TRUE(resolved.tail_verified);
    EXPECT_EQ(resolve_one(text.substr(0, text.find('\x1D')), Tails::Optional).code, code);
  }
}

// Tails outlive the rotation of their key, and prove nothing once it is known to others.
TEST_P(ReadingTest, KeysOfTails) {
  std::string const first = print(0);
  std::string const with_id = print(1);
  std::string const old_key(tails_->active(gs1::TailKind::Mac4).value()->key_id());
  ASSERT_TRUE(ring_->rotate(crypto::KeyPurpose::TailMac));
  std::string const second = print(0);
  EXPECT_NE(tails_->active(gs1::TailKind::Mac4).value()->key_id(), old_key);
  for (auto const& text : {first, second, with_id})
    EXPECT_TRUE(resolve_one(text, Tails::Required).tail_verified);
  std::string unknown_key = with_id;
  unknown_key.replace(with_id.find("\x1D"
                                   "91") +
                          3,
                      4, "????");
  EXPECT_EQ(error_of(resolve_one(unknown_key, Tails::Required)), "TAIL_WRONG");

  ASSERT_TRUE(ring_->mark_compromised(crypto::KeyPurpose::TailMac, old_key));
  EXPECT_EQ(error_of(resolve_one(first, Tails::Required)), "TAIL_WRONG");
  EXPECT_EQ(error_of(resolve_one(with_id, Tails::Required)), "TAIL_WRONG");
  EXPECT_TRUE(resolve_one(second, Tails::Required).tail_verified);
  auto const lost = tails_->find(gs1::TailKind::Mac4, old_key);
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().name(), "KEY_UNKNOWN");
}

// Readers go on while orders are made: what was published resolves at once, to its own number.
TEST_P(ReadingTest, ReadersBesideOrders) {
  print(0);
  std::vector<Series const*> all;
  book_->of_gtin(gtin_of(1), all);
  Series const& series = *all.at(0);
  auto const& permutation = *book_->permutation(series).value();
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  std::atomic<int> rounds{0};
  auto const read_all = [&] {
    while (!stop) {
      auto const last = static_cast<std::uint64_t>(book_->issued(series)) - 1;
      std::string text = "01" + gtin_of(1).text() + "21000000";
      permutation.serials(last, 1, text.data() + 18, 6);
      std::string_view const view = text;
      Resolved resolved;
      bool const done = resolver_->resolve({&view, 1}, Tails::Optional, {&resolved, 1}).has_value();
      if (!done || resolved.code != ledger::code_no(series.number, static_cast<std::int64_t>(last))) ++wrong;
      ++rounds;
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) readers.emplace_back(read_all);
  for (std::uint64_t item = 1; item < 60; ++item) {
    auto const done = transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
      for (auto const gtin : {gtin_of(1), gtin_of(item)}) {
        TAMGA_ASSIGN(made, desk.of_item(gtin, only_template(item % 2), SeriesKind::Operator));
        TAMGA_TRY(desk.reserve(*made, 7));
      }
      return {};
    });
    EXPECT_TRUE(done) << describe(done.error());
  }
  while (rounds < 100) std::this_thread::yield();
  stop = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
}

// A stored series whose template the country has lost stops the start: its codes could not be read.
TEST_P(ReadingTest, TemplateThatVanished) {
  print(0);
  auto const smaller = country_of({template_of(9, "01+21(6)+93(4)", gs1::SerialAlphabet::LatinAlnum, '5')});
  auto const opened = SeriesBook::open(store(), smaller, *ring_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().name(), "SERIES_UNKNOWN");
}

INSTANTIATE_TEST_SUITE_P(Engines, ReadingTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
