// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "catalogue/search_index.hpp"
#include "catalogue/words.hpp"

namespace tamga::catalogue {
namespace {

using Words = std::vector<std::string>;

// Cyrillic, Latin and the marks of Uzbek letters come to the same words.
TEST(SearchWords, BothScriptsMeet) {
  std::string const moloko = "\xD0\x9C\xD0\xBE\xD0\xBB\xD0\xBE\xD0\xBA\xD0\xBE";  // in Cyrillic
  std::string const buloq = "\xD0\x91\xD1\x83\xD0\xBB\xD0\xBE\xD2\x9B";           // of Uzbek
  std::string const gosht = "\xD0\xB3\xD1\x9E\xD1\x88\xD1\x82";                   // the same
  EXPECT_EQ(search_words(moloko + " 2.5%"), (Words{"moloko", "2", "5"}));
  EXPECT_EQ(search_words("MOLOKO, moloko"), Words{"moloko"});
  EXPECT_EQ(search_words(buloq), search_words("Buloq"));
  EXPECT_EQ(search_words(gosht), search_words("go\xCA\xBBsht"));
  EXPECT_EQ(search_words("zhemchuzhina kholod"), (Words{"jemchujina", "xolod"}));
  EXPECT_EQ(search_words(" ,;- "), Words{});
  EXPECT_EQ(search_words(std::string(1000, 'a')).front().size(), 40U);
}

gs1::Gtin gtin(std::uint64_t number) { return gs1::Gtin::from_number(number); }

TEST(SearchIndex, EveryWordBeginsOne) {
  SearchIndex index;
  index.put({gtin(2), registry::ParticipantNo(1), "milk", "0401100000", "moloko prostokvashino 2 5"});
  index.put({gtin(1), registry::ParticipantNo(1), "milk", "0403200000", "kefir prostokvashino"});
  index.put({gtin(3), registry::ParticipantNo(2), "water", "2201100000", "moloko kosmeticheskoe"});
  auto const find = [&](SearchQuestion const& question, std::uint64_t after = 0, std::size_t limit = 10) {
    std::vector<std::uint64_t> out;
    for (gs1::Gtin const one : index.find(question, gtin(after), limit)) out.push_back(one.number());
    return out;
  };
  using Found = std::vector<std::uint64_t>;
  EXPECT_EQ(find({.words = {"mol"}}), (Found{2, 3}));
  EXPECT_EQ(find({.words = {"mol", "pros"}}), Found{2});
  EXPECT_EQ(find({.words = {"oloko"}}), Found{});
  EXPECT_EQ(find({.words = {"mol"}, .group = "wat"}), Found{}) << "a group is meant whole";
  EXPECT_EQ(find({.words = {}, .customs_class = "04"}), (Found{1, 2}));
  EXPECT_EQ(find({.words = {"m"}, .owner = registry::ParticipantNo(2)}), Found{3});
  EXPECT_EQ(find({}), (Found{1, 2, 3}));
  EXPECT_EQ(find({}, 1, 1), Found{2}) << "page after page";
  index.put({gtin(2), registry::ParticipantNo(1), "milk", "0401100000", "smetana"});
  EXPECT_EQ(find({.words = {"mol"}}), Found{3}) << "the new words count";
  index.drop(gtin(3));
  EXPECT_EQ(find({}), (Found{1, 2}));
  EXPECT_EQ(index.size(), 2U);
}

// Whatever was put, replaced and dropped: the index says what a naive look through all cards says.
TEST(SearchIndex, AgreesWithANaiveLook) {
  std::mt19937 random(7);
  auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  Words const vocabulary{"suv", "sut", "pivo", "piyola", "kola", "kolbasa", "non", "novvot"};
  std::map<std::uint64_t, std::set<std::string>> cards;
  SearchIndex index;
  for (int step = 0; step < 60'000; ++step) {
    std::uint64_t const number = 1 + below(900);
    if (below(5) == 0) {
      index.drop(gtin(number));
      cards.erase(number);
      continue;
    }
    std::set<std::string> words{vocabulary[below(8)], vocabulary[below(8)]};
    std::string text;
    for (std::string const& word : words) text += word + ' ';
    index.put({gtin(number), registry::ParticipantNo(1), "g", "1", text});
    cards[number] = std::move(words);
  }
  EXPECT_EQ(index.size(), cards.size());
  for (Words const& asked : {Words{"s"}, Words{"pi", "ko"}, Words{"kola", "non"}, Words{"no", "su", "x"}}) {
    std::vector<gs1::Gtin> expected;
    for (auto const& [number, words] : cards)
      if (std::all_of(asked.begin(), asked.end(), [&](std::string const& wanted) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::string const& one) { return one.starts_with(wanted); });
          }))
        expected.push_back(gtin(number));
    EXPECT_EQ(index.find({.words = asked}, gs1::Gtin(), 1000), expected);
  }
}

}  // namespace
}  // namespace tamga::catalogue
