// SPDX-License-Identifier: Apache-2.0
#include "contracts/life.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace tamga::contracts {
namespace {

// Cell by cell; "-" is impossible.
constexpr char const* kTable = R"(
state       publish open    sign    queue   accept  give_back amend     supersede   end    generate
draft       ready   -       -       -       -       -         -         superseded  ended  -
ready       -       viewed  -       -       -       -         -         superseded  ended  -
viewed      -       -       signed  -       -       -         -         superseded  ended  -
signed      -       -       -       review  active  -         -         superseded  ended  -
review      -       -       -       -       active  returned  -         superseded  ended  -
active      -       -       -       -       -       -         amending  superseded  ended  -
amending    -       -       -       -       -       -         amending  superseded  ended  -
returned    -       -       signed  -       -       -         -         superseded  ended  -
superseded  -       -       -       -       -       -         -         -           -      -
ended       -       -       -       -       -       -         -         -           -      -
)";

TEST(ContractLife, CellByCell) {
  std::istringstream lines(kTable);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  std::istringstream head(line);
  std::string word;
  head >> word;
  std::vector<ContractEvent> events;
  while (head >> word) {
    for (std::size_t i = 0; i < kEventNames.size(); ++i)
      if (kEventNames.at(i) == word) events.push_back(static_cast<ContractEvent>(i));
  }
  ASSERT_EQ(events.size(), kEventNames.size());
  std::size_t states = 0;
  while (std::getline(lines, line) && !line.empty()) {
    std::istringstream row(line);
    row >> word;
    ASSERT_EQ(word, kStateNames.at(states));
    auto const from = static_cast<ContractState>(states++);
    for (ContractEvent const event : events) {
      ASSERT_TRUE(row >> word);
      auto const to = after(from, event);
      EXPECT_EQ(to ? name_of(*to) : "-", word) << name_of(from) << " " << name_of(event);
    }
  }
  EXPECT_EQ(states, kStateNames.size());
}

}  // namespace
}  // namespace tamga::contracts
