// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <tuple>

#include "runner/player.hpp"
#include "runner/spoiling.hpp"

namespace tamga::scenario {
namespace {

/// What the reader complains of; empty when it does not.
template <class Work>
std::string complaint(Work&& work) {
  try {
    work();
  } catch (Mistake const& mistake) {
    return mistake.what();
  }
  return {};
}

std::string reading(std::string_view text) {
  return complaint([&] { check_words(read_script(text, "some.scenario")); });
}

TEST(Script, KeepsLinesWithTheirNumbersAndWhatIsExpectedBelow) {
  auto const script = read_script(
      "# A carton (features 3.1 row 4)\n\ncountry ru\n# for people\nthe dairy downloads M\n  accepted\n\n  "
      "M1 is emitted\n"
      "2 days pass\n",
      "milk.scenario");
  EXPECT_EQ(script.title, "A carton (features 3.1 row 4)");
  EXPECT_EQ(script.country, "ru");
  ASSERT_EQ(script.steps.size(), 2U);
  EXPECT_EQ(script.steps[0].action.number, 5);
  EXPECT_EQ(script.steps[0].action.text, "the dairy downloads M");
  ASSERT_EQ(script.steps[0].expected.size(), 2U);
  EXPECT_EQ(script.steps[0].expected[1].number, 8);
  EXPECT_EQ(script.steps[0].expected[1].text, "M1 is emitted");
  EXPECT_EQ(script.steps[1].action.text, "2 days pass");
}

TEST(Script, NamesFileAndLineOfWhatIsWrong) {
  EXPECT_EQ(reading("country ru\n"), "some.scenario:1: the first line is the title: # ...");
  EXPECT_EQ(reading("# T\nthe dairy downloads M\n"),
            "some.scenario:2: the first thing to say is the country");
  EXPECT_EQ(reading("# T\ncountry ru\n  accepted\n"),
            "some.scenario:3: nothing was done yet of which this could be expected");
  EXPECT_EQ(reading("# T\ncountry ru\nthe dairy downloads M\n accepted\n"),
            "some.scenario:4: what is expected is indented by two spaces");
  EXPECT_EQ(reading("# T\ncountry ru\n\tthe dairy\n"), "some.scenario:3: a tab; indent by two spaces");
  EXPECT_EQ(reading("# T\ncountry ru\ncountry uz\n"), "some.scenario:3: the country is named twice");
  EXPECT_EQ(reading("# T\ncountry ru\n"), "some.scenario:2: nothing happens in this scenario");
}

TEST(Script, UnknownLinesNameTheClosestOne) {
  EXPECT_EQ(reading("# T\ncountry ru\nthe dairy prints\n"),
            "some.scenario:3: nobody understands this; the closest is \"{who...} prints {codes...} [on line "
            "{line}] [through {registrar}] [for production {production}]\"");
  EXPECT_EQ(reading("# T\ncountry ru\nthe dairy downloads M\n  M1 will be sold\n"),
            "some.scenario:4: nobody understands this; the closest is \"{codes...} may be sold\"");
  EXPECT_EQ(reading("# T\ncountry ru\nthe dairy downloads M (by mail)\n"),
            "some.scenario:3: nothing is sent like this: (by mail)");
}

TEST(Pattern, PutsWordsIntoPlaces) {
  auto const match =
      Pattern("{who...} ships {codes...} to {receiver...} [document {document}] [as {name}]")
          .match(
              "the pharma plant ships M1..M3, M5 and B1 to the shop, as S, document \"invoice 7, part 2\"");
  ASSERT_TRUE(match);
  EXPECT_EQ((*match)["who"], "the pharma plant");
  EXPECT_EQ((*match)["codes"], "M1..M3, M5 and B1");
  EXPECT_EQ((*match)["receiver"], "the shop");
  EXPECT_EQ((*match)["document"], "invoice 7, part 2");
  EXPECT_EQ((*match)["name"], "S");
}

TEST(Pattern, LeavesOptionalPartsOut) {
  Pattern const pattern("{who...} sells {codes...} [on receipt {receipt}]");
  auto const match = pattern.match("the shop sells M3");
  ASSERT_TRUE(match);
  EXPECT_EQ((*match)["codes"], "M3");
  EXPECT_FALSE(match->has("receipt"));
  EXPECT_FALSE(pattern.match("the shop sells"));
}

TEST(Pattern, AlternativesAndTheRest) {
  EXPECT_TRUE(Pattern("{n} days|day pass|passes").match("1 day passes"));
  auto const match =
      Pattern("{who...} sends raw {body>}").match("the dairy sends raw {\"kind\": \"ship\",  }");
  ASSERT_TRUE(match);
  EXPECT_EQ((*match)["body"], "{\"kind\": \"ship\",  }");
}

TEST(Grammar, EveryLineHasOneMeaning) {
  for (std::string_view const line :
       {"the dairy orders 20 codes of 04607001000013 as M and 2 codes of 14607001000010 as G",
        "the dairy applies M1..M10 produced today, expires in 20 days, batch B-7",
        "the dairy accepts only M1 of S", "the shop cancels the withdrawal of M1",
        "the shop cancels shipment S", "the operator lifts recall R",
        "the dairy packs M1..M6 into B1, then M7..M12 into B2", "the dairy sends 40 brackets in brackets",
        "the dairy writes off M1 because KM_SPOILED", "anyone checks M1-in-cyrillic"})
    EXPECT_EQ(complaint([&] { understand(line); }), "") << line;
}

TEST(Modifiers, AreTakenOffTheEnd) {
  auto const understood = understand("the dairy downloads M (key K 1; dry run; signed by the kiosk)");
  EXPECT_EQ(understood.how.key, "K 1");
  EXPECT_TRUE(understood.how.dry_run);
  EXPECT_EQ(understood.how.signed_by, "the kiosk");
  EXPECT_EQ(understood.match["packet"], "M");
}

TEST(Names, StandForCodesOfPackets) {
  Names names;
  names.add_packet("M", {.order = {}, .who = "dairy", .codes = {"a", "b", "c"}});
  EXPECT_EQ(names.codes("M"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(names.codes("M2..M3 and M1"), (std::vector<std::string>{"b", "c", "a"}));
  EXPECT_EQ(names.codes("\"as it is\""), (std::vector<std::string>{"as it is"}));
  EXPECT_EQ(complaint([&] { std::ignore = names.codes("M4"); }), "M has codes M1 to M3");
  EXPECT_EQ(complaint([&] { std::ignore = names.codes("X1"); }), "no code or box is called X1");
  EXPECT_EQ(names.name_of("b"), "M2");
  names.close_order("77");
  EXPECT_EQ(names.packet("M").order, "77");
}

TEST(Names, BoxesGetLabelsWithACheckDigit) {
  Names names;
  EXPECT_EQ(names.package("B1"), "00146070090000000012");
  EXPECT_EQ(names.package("B1"), names.code("B1"));
  EXPECT_NE(names.package("B2"), names.code("B1"));
}

TEST(Names, FillRawBytesAsJsonWritesThem) {
  Names names;
  names.add_packet("M", {.order = {}, .who = "dairy", .codes = {"01\x1d\"x"}});
  names.add_document("S", "123");
  EXPECT_EQ(names.filled("{\"codes\":[\"<M1>\"],\"shipment\":\"<S>\"}"),
            "{\"codes\":[\"01\\u001d\\\"x\"],\"shipment\":\"123\"}");
}

TEST(Spoiling, MakesOtherCodes) {
  std::string const code =
      "0104607001000013215Ab3dE\x1d"
      "93tEsA";
  EXPECT_EQ(spoiled(code, "without-tail"), "0104607001000013215Ab3dE");
  EXPECT_EQ(spoiled(code, "with-wrong-tail"),
            "0104607001000013215Ab3dE\x1d"
            "93tEsB");
  EXPECT_EQ(spoiled(code, "with-wrong-check-digit"),
            "0104607001000014215Ab3dE\x1d"
            "93tEsA");
  EXPECT_EQ(spoiled(code, "never-issued"),
            "0104607001000013215Ab3AA\x1d"
            "93tEsA");
  EXPECT_EQ(spoiled(code, "without-separator"),
            "0104607001000013215Ab3dE"
            "93tEsA");
  EXPECT_EQ(spoiled(code, "upside-down"), std::nullopt);
}

}  // namespace
}  // namespace tamga::scenario
