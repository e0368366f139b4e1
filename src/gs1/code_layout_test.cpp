// SPDX-License-Identifier: Apache-2.0
#include "gs1/code_layout.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "gs1/errors.hpp"
#include "gs1/scan_view.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

// Every line that the template files of the countries use today.
constexpr std::string_view kLines[] = {"01+21(13)+91(4)+92(44)",
                                       "01+21(13)+91(4)+92(88)",
                                       "01+21(20)+91(4)+92(44)",
                                       "01+21(6)+91(4)+92(44)[+3103(6)]",
                                       "01+21(6)+93(4)",
                                       "01+21(7)+93(4)[+335Y(6)]",
                                       "01+21(7)+8005(6)+93(4)",
                                       "01+21(13)+93(4)[+30(1-8)|310Y(6)|311Y(6)|335Y(6)]",
                                       "01+21(13)+91(4)+92(44)[+97(base64)]",
                                       "gtin(14)serial(7)mrp(4)check(4)",
                                       "gtin(14)serial(7)check(8)",
                                       "00(18)",
                                       "free(18-74)"};

Gtin const kGtin = *Gtin::parse("09521234543213");

std::string printed(std::string_view line, std::string_view serial, Price price, std::string_view tail) {
  std::string out;
  CodeLayout::parse(line)->append(out, kGtin, serial, price, "EE07", tail);
  return out;
}

// A layout is data: it comes back from the store as it was written into it.
TEST(CodeLayout, EveryLineReadsBack) {
  for (auto const line : kLines) {
    auto const layout = CodeLayout::parse(line);
    ASSERT_TRUE(layout) << describe(layout.error());
    EXPECT_EQ(layout->text(), line);
    EXPECT_EQ(*CodeLayout::parse(layout->text()), *layout);
  }
}

// A mistake in a template file is found when the file is loaded, at its place.
TEST(CodeLayout, RefusesWhatItDoesNotKnow) {
  for (auto const& [line, position] : {std::pair("", "1"),
                                       {"01+21(0)+93(4)", "7"},
                                       {"01+21(21)+93(4)", "7"},
                                       {"01+21(13)+93(5)", "10"},
                                       {"01+21(13)+93(4)[+31(6)]", "20"},
                                       {"01+21(13)+93(4)[+3103(7)]", "23"},
                                       {"01+21(13)+93(4)[]", "16"},
                                       {"01+21(13)+93(4) ", "16"},
                                       {"gtin(14)serial(7)check(6)", "18"},
                                       {"01+21(13)+93(4)[+30(1-1)]", "24"},
                                       {"free(74-18)", "11"}}) {
    auto const layout = CodeLayout::parse(line);
    ASSERT_FALSE(layout) << line;
    EXPECT_TRUE(layout.error().is(kCodeLayoutSyntax));
    EXPECT_EQ(layout.error().arguments().back().second, position) << line;
  }
}

// Separators stand behind every part of variable length that something follows, and nowhere else.
TEST(CodeLayout, PrintsSeparatorsWhereTheStandardWantsThem) {
  EXPECT_EQ(printed("01+21(6)+93(4)", "5Ab9xY", {}, "dGVz"),
            "0109521234543213215Ab9xY\x1D"
            "93dGVz");
  EXPECT_EQ(printed("01+21(7)+8005(6)+93(4)", "5aB3dE5", Price{31055}, "tEsT"),
            "0109521234543213215aB3dE5\x1D"
            "8005031055\x1D"
            "93tEsT");
  EXPECT_EQ(printed("01+21(6)+91(4)+92(44)", "5Ab9xY", {}, std::string(44, 'A')),
            "0109521234543213215Ab9xY\x1D"
            "91EE07\x1D"
            "92" +
                std::string(44, 'A'));
  EXPECT_EQ(printed("gtin(14)serial(7)mrp(4)check(4)", "ABCD123", Price{14630}, "dGVz"),
            "09521234543213ABCD123ACW.dGVz");
  EXPECT_EQ(printed("gtin(14)serial(7)check(8)", "ABCD123", {}, "dGVzdGVz"), "09521234543213ABCD123dGVzdGVz");
}

// The lengths a layout tells are those of the codes it prints, and its parts are where it says.
TEST(CodeLayout, PartsAreWhereTheLayoutSays) {
  for (auto const line : kLines) {
    auto const layout = *CodeLayout::parse(line);
    if (layout.shape() != CodeLayout::Shape::Item && layout.shape() != CodeLayout::Shape::Legacy) continue;
    std::string const serial(layout.serial_length(), 's');
    std::string const tail(tail_size(layout.tail()), 't');
    std::string code;
    layout.append(code, kGtin, serial, Price{31055}, "EE07", tail);
    std::string bare = code;
    std::erase(bare, kGs);
    for (auto const& [text, parts] :
         {std::pair(code, layout.parts()), {bare, layout.parts(CodeLayout::Separators::Lost)}}) {
      EXPECT_EQ(text.size(), parts.length) << line;
      EXPECT_EQ(parts.gtin.of(text), kGtin.text()) << line;
      EXPECT_EQ(parts.serial.of(text), serial) << line;
      EXPECT_EQ(parts.tail.of(text), tail) << line;
      EXPECT_EQ(parts.key_id.of(text), layout.has_key_id() ? "EE07" : "") << line;
    }
    EXPECT_EQ(code.size(), layout.printed_length());
    std::string identity;
    layout.append_identity(identity, kGtin, serial);
    EXPECT_EQ(identity.size(), layout.identity_length());
    EXPECT_TRUE(code.starts_with(identity));
  }
}

// What emission prints, the hot reader understands: the same parts come back.
RC_GTEST_PROP(CodeLayout, PrintedCodesAreClean, ()) {
  auto const layout =
      *CodeLayout::parse(*rc::gen::elementOf(std::vector<std::string_view>(kLines, kLines + 11)));
  auto const symbols = [](std::size_t size) {
    return *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string(kSet82Symbols)));
  };
  auto serial = symbols(layout.serial_length());
  RC_PRE(serial.find("<GS>") == std::string::npos);
  std::string const base64 = "ABCxyz059+/=";
  auto const tail = *rc::gen::container<std::string>(tail_size(layout.tail()), rc::gen::elementOf(base64));
  auto const key = symbols(kKeyIdSize);
  Price const price{*rc::gen::inRange<std::uint32_t>(0, kMaxElementPrice.minor_units + 1)};

  std::string code;
  layout.append(code, kGtin, serial, price, key, tail);
  ScanView view;
  RC_ASSERT(parse_clean(code, view));
  RC_ASSERT(view.gtin == kGtin);
  RC_ASSERT(view.serial == serial);
  if (view.kind == ScanKind::Legacy) RC_ASSERT(apply_layout(view, layout));
  RC_ASSERT(view.tail == tail);
  RC_ASSERT(view.tail_kind == layout.tail());
  RC_ASSERT(view.key_id == (layout.has_key_id() ? key : ""));
  if (layout.price() != CodeLayout::PriceField::None) RC_ASSERT(view.price_value() == price);
}

// A batch is written into the room it was given.
TEST(CodeLayout, BatchesDoNotAllocate) {
  auto const layout = *CodeLayout::parse("01+21(13)+91(4)+92(44)");
  std::string out;
  out.reserve(100 * layout.printed_length());
  auto const* before = out.data();
  for (int i = 0; i < 100; ++i)
    layout.append(out, kGtin, "5Ab-9xYz?q!42", {}, "EE07", "VBe2I2bCnM9JHbG/GAuvdvhcX8hDFdJY3imogeQ4y+o=");
  EXPECT_EQ(out.data(), before);
  EXPECT_EQ(out.size(), 100 * layout.printed_length());
}

// A participant's own box code is taken as it is, but a description of loose goods is no code.
TEST(CodeLayout, OwnFormatOfTransportCodes) {
  auto const layout = *CodeLayout::parse("free(18-74)");
  EXPECT_TRUE(layout.accepts_free("PALLET-2026/03/01-000017"));
  EXPECT_FALSE(layout.accepts_free("PALLET-2026"));
  EXPECT_FALSE(layout.accepts_free(std::string(75, 'A')));
  EXPECT_FALSE(layout.accepts_free("PALLET 2026 03 01 0017"));
  EXPECT_FALSE(layout.accepts_free("02095212345432133720"));
  EXPECT_TRUE(layout.accepts_free("020952123454321337AB"));
}

// The optional element behind the tail is exactly what the layout names.
TEST(CodeLayout, LastElements) {
  auto const layout = *CodeLayout::parse("01+21(13)+93(4)[+30(1-8)|310Y(6)|97(base64)]");
  auto const any = [&](std::string_view ai, std::string_view value) {
    for (auto const& last : layout.last_elements()) {
      if (last.accepts(ai, value)) return true;
    }
    return false;
  };
  EXPECT_TRUE(any("30", "12"));
  EXPECT_TRUE(any("3105", "001250"));
  EXPECT_TRUE(any("97", "QUJD+/=="));
  EXPECT_FALSE(any("30", "123456789"));
  EXPECT_FALSE(any("30", "1A"));
  EXPECT_FALSE(any("3106", "001250"));
  EXPECT_FALSE(any("3113", "001250"));
  EXPECT_FALSE(any("97", "A-B"));
}

}  // namespace
}  // namespace tamga::gs1
