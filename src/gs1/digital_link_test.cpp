// SPDX-License-Identifier: Apache-2.0
#include "gs1/digital_link.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

Gtin const kGtin = *Gtin::parse("09521234543213");

// The address on the label is that of the item, whatever its host and the path of its resolver.
TEST(DigitalLink, AnyHostAndPath) {
  for (auto const* uri : {"https://id.example/01/09521234543213/21/5Ab%2F9",
                          "HTTP://id.example:8080/01/09521234543213/21/5Ab%2f9#x",
                          "https://id.example/goods/check/01/9521234543213/21/5Ab%2F9/",
                          "  https://id.example/01/09521234543213/21/5Ab%2F9\n"}) {
    auto const link = parse_digital_link(uri);
    ASSERT_TRUE(link) << uri << describe(link.error());
    EXPECT_EQ(link->gtin, kGtin);
    EXPECT_EQ(link->serial, "5Ab/9");
  }
}

TEST(DigitalLink, OtherKeysAndAttributes) {
  EXPECT_EQ(parse_digital_link("https://id.example/00/147800000000000011")->sscc.text(),
            "147800000000000011");
  auto const place = parse_digital_link("https://id.example/414/9521234500018/254/dock-3");
  EXPECT_EQ(place->gln.text(), "9521234500018");
  EXPECT_EQ(place->extension, "dock-3");
  auto const item = parse_digital_link(
      "https://id.example/01/09521234543213/10/LOT7/21/5Ab?17=271231&linkType=gs1:pip&flag");
  EXPECT_EQ(item->batch, "LOT7");
  ASSERT_EQ(item->attributes.size(), 3U);
  EXPECT_EQ(item->attributes[1].second, "gs1:pip");
  EXPECT_EQ(item->attributes[2].first, "flag");
}

// A check tail in an address would be in every log on the way: it is refused, not ignored.
TEST(DigitalLink, RefusesTails) {
  for (auto const* uri : {"https://id.example/01/09521234543213/21/5Ab?93=dGVz",
                          "https://id.example/01/09521234543213/21/5Ab?17=271231&%391=EE07",
                          "https://id.example/01/09521234543213/21/5Ab/92/VBe2"}) {
    EXPECT_TRUE(parse_digital_link(uri).error().is(kLinkCarriesTail)) << uri;
  }
}

TEST(DigitalLink, RefusesWhatNamesNothing) {
  for (auto const* uri :
       {"id.example/01/09521234543213", "https://id.example/", "https://id.example/01", "ftp://a/01/1",
        "https:///01/09521234543213", "https://id.example/01/09521234543213/99/x",
        "https://id.example/01/09521234543213/21/a%2", "https://id.example/01/09521234543213/21/a/21/b",
        "https://id.example/00/147800000000000011/21/a"}) {
    EXPECT_TRUE(parse_digital_link(uri).error().is(kLinkStructure)) << uri;
  }
  EXPECT_TRUE(parse_digital_link("https://id.example/01/09521234543214").error().is(kGtinCheckDigit));
  EXPECT_TRUE(parse_digital_link("https://id.example/01/09521234543213/21/a%20b").error().is(kSerialCharset));
}

// Every serial that GS1 allows can be put into an address and taken out again.
RC_GTEST_PROP(DigitalLink, ReadsBackWhatItWrote, ()) {
  auto const serial =
      *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string(kSet82Symbols))));
  DigitalLink link;
  link.gtin = kGtin;
  link.serial = serial.substr(0, 20);
  link.attributes.emplace_back("note", *rc::gen::nonEmpty<std::string>());
  RC_ASSERT(*parse_digital_link(digital_link("https://id.example/x", link)) == link);
  RC_ASSERT(parse_digital_link(digital_link("https://id.example", kGtin, link.serial))->serial ==
            link.serial);
}

}  // namespace
}  // namespace tamga::gs1
