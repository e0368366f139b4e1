// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "gs1/errors.hpp"
#include "gs1/scan_cleaning.hpp"
#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

using Names = std::vector<std::string_view>;

CodeLayout layout(std::string_view line) { return *CodeLayout::parse(line); }

CodeLayout const kMac13 = layout("01+21(13)+93(4)");
CodeLayout const kMac7 = layout("01+21(7)+93(4)");
CodeLayout const kMac44 = layout("01+21(13)+91(4)+92(44)");
CodeLayout const kWeighed = layout("01+21(6)+93(4)[+3103(6)|30(1-8)]");
CodeLayout const kPack = layout("gtin(14)serial(7)mrp(4)check(4)");
CodeLayout const kBlock = layout("01+21(7)+8005(6)+93(4)");
CodeLayout const kFree = layout("free(18-74)");

constexpr std::string_view kTail44 = "VBe2I2bCnM9JHbG/GAuvdvhcX8hDFdJY3imogeQ4y+o=";

Result<Scan> scan(std::string_view text, std::vector<CodeLayout const*> const& layouts = {}) {
  return parse_scan(text, {.layouts = layouts});
}

// A serial may hold "<GS>"; only an AI behind it makes it a separator.
TEST(Scan, VisibleSeparatorOnlyBeforeAnAi) {
  auto const identity = scan("010952123454321321a<GS>b");
  ASSERT_TRUE(identity) << describe(identity.error());
  EXPECT_EQ(identity->code.serial, "a<GS>b");
  EXPECT_TRUE(identity->diagnoses.empty());
  auto const escaped = scan("010952123454321321a<GS>93dGVz");
  EXPECT_EQ(escaped->code.serial, "a");
  EXPECT_EQ(escaped->diagnoses.names(), Names{"escaped_gs"});
}

// A serial that spells a separator and an AI cannot be told from a damaged code once its separators are gone.
TEST(Scan, RefusesIdentityThatReadsAsAnotherCode) {
  EXPECT_TRUE(scan("010952123454321321a<GS>93dGVz\x1D").error().is(kCodeSeparatorLost));
}

// Every way of writing the separator gives the same code.
TEST(Scan, AllStandIns) {
  for (auto const* stand_in : {"\x1D", "\\u001d", "\\u001D", "\\x1d", "<GS>", "{GS}", "\xE2\x90\x9D"}) {
    auto const text = std::string("0109521234543213215Ab-9xYz?q!42") + stand_in + "91EE07" + stand_in + "92";
    auto const read = scan(text + std::string(kTail44), {&kMac44});
    ASSERT_TRUE(read) << stand_in << describe(read.error());
    EXPECT_EQ(read->code.key_id, "EE07");
    EXPECT_EQ(read->code.tail, kTail44);
    EXPECT_EQ(read->code.tail_kind, TailKind::Mac44);
  }
}

// One separator of two may be lost as well as both.
TEST(Scan, RecoversWhatTheLayoutProves) {
  auto const code = std::string("0109521234543213215Ab-9xYz?q!42");
  for (auto const& text : {code + "91EE0792" + std::string(kTail44),
                           code +
                               "\x1D"
                               "91EE0792" +
                               std::string(kTail44),
                           code +
                               "91EE07\x1D"
                               "92" +
                               std::string(kTail44)}) {
    auto const read = scan(text, {&kMac13, &kMac44});
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->diagnoses.names(), Names{"gs_recovered"});
    EXPECT_EQ(read->cis(), code);
    EXPECT_EQ(read->marking_code(), code +
                                        "\x1D"
                                        "91EE07\x1D"
                                        "92" +
                                        std::string(kTail44));
  }
}

// Two layouts, two readings of one string: a wrong cut would be a different code, so neither is chosen.
TEST(Scan, RefusesTwoReadings) {
  auto const text = std::string("010952123454321321ABCDEFG93dGVz");  // serial of 13, or 7 and a tail
  EXPECT_EQ(scan(text, {&kMac13})->code.serial, "ABCDEFG93dGVz");
  EXPECT_EQ(scan(text, {&kMac7})->code.serial, "ABCDEFG");
  EXPECT_TRUE(scan(text, {&kMac7, &kMac13}).error().is(kCodeSeparatorLost));
  EXPECT_EQ(scan(text)->code.serial, "ABCDEFG93dGVz");
}

// The layouts may depend on the product.
TEST(Scan, AsksForTheLayoutsOfTheGtin) {
  CodeLayout const* const layouts[] = {&kMac7};
  ScanOptions options;
  options.layouts_of = [&](Gtin gtin) {
    return gtin.text() == "09521234543213" ? CodeLayouts(layouts) : CodeLayouts{};
  };
  EXPECT_EQ(parse_scan("010952123454321321ABCDEFG93dGVz", options)->diagnoses.names(), Names{"gs_recovered"});
  EXPECT_TRUE(parse_scan("010460000000001521ABCDEFG93dGVz", options)->diagnoses.empty());
}

// Elements in another order are understood and printed in the right one.
TEST(Scan, PutsElementsInPrintingOrder) {
  auto const read = scan(
      "0109521234543213215aB3dE5\x1D"
      "93tEsT\x1D"
      "8005031055",
      {&kBlock});
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(read->marking_code(),
            "0109521234543213215aB3dE5\x1D"
            "8005031055\x1D"
            "93tEsT");
  EXPECT_EQ(read->code.price_value(), Price{31055});
  EXPECT_EQ(read->diagnoses.names(), Names{"reordered"});
}

// Weight and count behind the tail are kept, and do not change the identity.
TEST(Scan, KeepsElementsBehindTheTail) {
  for (auto const* text :
       {"0109521234543213215Ab9xY\x1D"
        "93dGVz\x1D"
        "3103001250",
        "0109521234543213215Ab9xY93dGVz3103001250", "(01)09521234543213(21)5Ab9xY(93)dGVz(3103)001250"}) {
    auto const read = scan(text, {&kWeighed});
    ASSERT_TRUE(read) << text << describe(read.error());
    ASSERT_EQ(read->code.extras().size(), 1U);
    EXPECT_EQ(read->code.extras()[0], (Element{"3103", "001250"}));
    EXPECT_EQ(read->cis(), "0109521234543213215Ab9xY");
    EXPECT_EQ(read->marking_code(),
              "0109521234543213215Ab9xY\x1D"
              "93dGVz\x1D"
              "3103001250");
  }
}

// Human-readable text has spaces; a serial may have brackets of its own.
TEST(Scan, BracketedForm) {
  auto const spaced = scan("(01) 09521234543213 (21) 5Ab9xY (93) dGVz");
  EXPECT_EQ(spaced->marking_code(),
            "0109521234543213215Ab9xY\x1D"
            "93dGVz");
  EXPECT_EQ(spaced->diagnoses.names(), (Names{"whitespace_trimmed", "brackets"}));
  EXPECT_EQ(scan("(01)09521234543213(21)a(b)c(93)dGVz")->code.serial, "a(b)c");
  EXPECT_TRUE(scan("(01)09521234543213(21)a(93)cccc(93)dGVz").error().is(kElementRepeated));
}

// Legacy packs: the layout of the country says where the price ends.
TEST(Scan, LegacyCodes) {
  auto const pack = scan("09521234543213ABCD123ACW.dGVz", {&kPack});
  EXPECT_EQ(pack->code.kind, ScanKind::Legacy);
  EXPECT_EQ(pack->code.price_value(), Price{14630});
  EXPECT_EQ(pack->code.tail_kind, TailKind::Legacy4);
  auto const unpriced_layout = layout("gtin(14)serial(7)check(8)");
  auto const unpriced = scan("09521234543213ABCD123ACW.dGVz", {&unpriced_layout});
  EXPECT_EQ(unpriced->code.tail, "ACW.dGVz");
  EXPECT_EQ(unpriced->code.price_value(), std::nullopt);
  EXPECT_EQ(scan("09521234543213ABCD123ACW.dGVz")->code.rest, "ACW.dGVz");
  EXPECT_TRUE(scan("09521234543213ABCD123ACW.", {&unpriced_layout}).error().is(kCodeOtherLayout));
  EXPECT_TRUE(scan("09521234543213ABCD123ACW.dGVz", {&kMac13}).error().is(kCodeOtherLayout));
}

// An item with a mistyped GTIN has the length of a legacy code; one in ten would pass its check digit by
// chance.
TEST(Scan, MistypedItemIsNoLegacyCode) {
  for (char digit = '0'; digit <= '9'; ++digit) {
    std::string text = "010952123454321321ABCDEFG";
    if (text[5] == digit) continue;
    text[5] = digit;
    EXPECT_TRUE(scan(text).error().is(kGtinCheckDigit)) << text;
  }
}

// A box may carry the participant's own code where the group allows it.
TEST(Scan, OwnFormatOfBoxes) {
  auto const box = scan("PALLET-2026/03/01-000017", {&kMac13, &kFree});
  ASSERT_TRUE(box);
  EXPECT_EQ(box->code.kind, ScanKind::Transport);
  EXPECT_FALSE(box->code.sscc);
  EXPECT_EQ(box->cis(), "PALLET-2026/03/01-000017");
  EXPECT_TRUE(scan("PALLET-2026/03/01-000017").error().is(kCodeStructure));
}

// Through a Russian keyboard the person is told so, and shown what the keys would have meant.
TEST(Scan, KeyboardLayoutIsNamed) {
  auto const error = scan("0109521234543213215\xD0\xA4\xD0\xB8").error();  // U+0424 U+0438 typed for "Ab"
  EXPECT_TRUE(error.is(kCodeKeyboardLayout));
  EXPECT_EQ(error.arguments().back().second, "0109521234543213215Ab");
  EXPECT_EQ(as_latin_keyboard("\xD1\x91.,\xE2\x84\x96"), "`/?#");
  EXPECT_EQ(as_latin_keyboard("\xD1\x9E"), "");  // U+045E has no key there
}

// Refusals name the nearest cause.
TEST(Scan, Refusals) {
  EXPECT_TRUE(scan("01O9521234543213215Ab").error().is(kGtinCharset));
  EXPECT_TRUE(scan("147800000000000012").error().is(kSsccCheckDigit));
  EXPECT_TRUE(scan("0109521234543213215Ab\x1D"
                   "93dGVz\x1D"
                   "93dGVz")
                  .error()
                  .is(kElementRepeated));
  EXPECT_TRUE(scan("0109521234543213215Ab\x1D"
                   "0109521234543213")
                  .error()
                  .is(kCodeStructure));
  EXPECT_TRUE(scan("0109521234543213215Ab-9xYz?q!42\x1D"
                   "93dGVz",
                   {&kMac44})
                  .error()
                  .is(kCodeOtherLayout));
  EXPECT_TRUE(scan(std::string(kMaxScanSize + 1, '0')).error().is(kCodeLength));
  EXPECT_TRUE(scan("0109521234543213215Ab\xC3\xA9").error().is(kCodeCharset));
  EXPECT_TRUE(scan(" \r\n").error().is(kIdentifierEmpty));
}

// The parts stay readable when the scan is put into a list that grows.
TEST(Scan, ViewsSurviveMoves) {
  std::vector<Scan> scans;
  for (int i = 0; i < 20; ++i)
    scans.push_back(
        std::move(*scan("0109521234543213215Ab\x1D"
                        "93dGVz")));
  for (auto const& one : scans) {
    EXPECT_EQ(one.code.serial, "5Ab");
    EXPECT_EQ(one.code.tail, "dGVz");
    EXPECT_EQ(one.cis(), "0109521234543213215Ab");
  }
}

// With caps lock on the tail does not verify; the swapped text is tried, and is the code again.
TEST(Scan, CapsLockIsUndone) {
  auto const swapped = swap_case(
      "0109521234543213215Ab\x1D"
      "93dGVz");
  EXPECT_EQ(swap_case(scan(swapped)->marking_code()),
            "0109521234543213215Ab\x1D"
            "93dGVz");
  DiagnosisSet diagnoses;
  diagnoses.add(Diagnosis::CapsLock);
  EXPECT_EQ(diagnoses.names(), Names{"caps_lock"});
}

// The hot reader takes only what is canonical to the last byte.
TEST(ParseClean, LeavesTheRestToTheTolerantReader) {
  ScanView view;
  for (auto const* text : {"", "01", " 0109521234543213215Ab", "0109521234543213215Ab\x1D",
                           "0109521234543213215Ab\x1D"
                           "93dGVz\x1D",
                           "0109521234543213215Ab\x1D"
                           "93dGVz\x1D"
                           "91EE07",
                           "]d20109521234543213215Ab", "147800000000000011",
                           "0109521234543213215Ab\x1D\x1D"
                           "93dGVz",
                           "010952123454321321", "010952123454321321ABCDEFGHIJKLMNOPQRSTU",
                           "0109521234543213215Ab\x1D"
                           "93dGVz\x1D"
                           "3103001250\x1D"
                           "305",
                           "0109521234543213215Ab\x1D"
                           "93dGVz93"}) {
    EXPECT_FALSE(parse_clean(text, view)) << text;
  }
  EXPECT_TRUE(
      parse_clean("0109521234543213215Ab\x1D"
                  "93dGVz\x1D"
                  "3103001250305",
                  view));
  EXPECT_EQ(view.extras().size(), 2U);
}

// However a code is wrapped on its way, the same code comes out.
RC_GTEST_PROP(Scan, TheSameCodeHoweverItIsWrapped, ()) {
  auto const serial = *rc::gen::container<std::string>(13, rc::gen::elementOf(std::string(kSet82Symbols)));
  RC_PRE(serial.find("<GS>") == std::string::npos && serial.find('(') == std::string::npos);
  auto const tail = *rc::gen::container<std::string>(4, rc::gen::elementOf(std::string("AZaz09+/=")));
  std::string printed;
  kMac13.append(printed, *Gtin::parse("09521234543213"), serial, {}, {}, tail);
  auto const bare = std::string("010952123454321321") + serial + "93" + tail;
  auto const human = std::string("(01)09521234543213(21)") + serial + "(93)" + tail;
  for (auto const& text :
       {printed, "]d2\x1D" + printed + "\r\n", "  " + printed, bare, human, printed + "\x1D"}) {
    auto const read = scan(text, {&kMac13});
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->marking_code() == printed);
    RC_ASSERT(read->code.serial == serial);
  }
}

}  // namespace
}  // namespace tamga::gs1
