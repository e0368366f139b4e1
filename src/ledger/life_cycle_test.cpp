// SPDX-License-Identifier: Apache-2.0
#include "ledger/life_cycle.hpp"

#include <gtest/gtest.h>

#include "ledger/errors.hpp"

namespace tamga::ledger {
namespace {

constexpr ParticipantNo kAlice(1);
constexpr ParticipantNo kBob(2);

CodeState code(CodeStatus status, ParticipantNo owner = kAlice, Marks marks = 0, CodeNo parent = CodeNo()) {
  CodeState state;
  state.status = status;
  state.owner = owner;
  state.marks = marks;
  state.parent = parent;
  return state;
}

std::string verdict(Event event, CodeState const& state, ParticipantNo who = kAlice,
                    Scope scope = Scope::Named) {
  ErrorKind const* error = judge(event, state, {who, false}, scope);
  return error ? std::string(error->name) : "ok";
}

// The life cycle, cell by cell: which event is allowed to the owner of a loose code without holds, in which
// status.
TEST(LifeCycle, TableOfStatusesAndEvents) {
  struct Row {
    Event event;
    char const* allowed;  // E mitted, A pplied, I ntroduced, R etired, W ritten off, D isbanded
  };
  constexpr Row kTable[] = {
      {Event::Print, "E"},           {Event::Apply, "E"},       {Event::Introduce, "A"},
      {Event::IntroduceImport, "A"}, {Event::Pack, "AI"},       {Event::Repack, "AI"},
      {Event::Disband, "AI"},        {Event::Ship, "I"},        {Event::Sell, "I"},
      {Event::Retire, "I"},          {Event::Return, "R"},      {Event::CancelRetirement, "R"},
      {Event::WriteOff, "EA"},       {Event::ReplaceOld, "AI"}, {Event::ReplaceNew, "EA"},
      {Event::Correct, "AI"},        {Event::HandOver, "I"},    {Event::SellPart, "I"},
      {Event::Grade, "EAI"},         {Event::DropOut, "E"}};
  constexpr std::pair<char, CodeStatus> kStatuses[] = {
      {'E', CodeStatus::Emitted}, {'A', CodeStatus::Applied},    {'I', CodeStatus::Introduced},
      {'R', CodeStatus::Retired}, {'W', CodeStatus::WrittenOff}, {'D', CodeStatus::Disbanded}};
  for (Row const& row : kTable)
    for (auto const& [letter, status] : kStatuses) {
      bool const allowed = std::string_view(row.allowed).find(letter) != std::string_view::npos;
      EXPECT_EQ(verdict(row.event, code(status)), allowed ? "ok" : "CODE_WRONG_STATUS")
          << name_of(row.event) << " from " << name_of(status);
    }
}

// A code written off never returns, whoever asks.
TEST(LifeCycle, WrittenOffIsFinal) {
  for (Rule const& rule : life_cycle())
    for (bool const authority : {false, true})
      EXPECT_NE(judge(rule.event, code(CodeStatus::WrittenOff), {kAlice, authority}, Scope::Content), nullptr)
          << name_of(rule.event);
}

// A code never issued is refused as such by everything but its issue.
TEST(LifeCycle, NotIssuedIsRefusedFirst) {
  for (Rule const& rule : life_cycle()) {
    if (rule.event == Event::Issue || rule.event == Event::Assemble) continue;
    EXPECT_EQ(verdict(rule.event, CodeState{}), "CODE_NOT_ISSUED") << name_of(rule.event);
  }
}

// In transit only acceptance, giving back and authorities act.
TEST(LifeCycle, InTransitIsLocked) {
  CodeState const moving = code(CodeStatus::Introduced, kAlice, bit(Mark::InTransit));
  for (Rule const& rule : life_cycle()) {
    if (rule.who == Who::Authority || rule.event == Event::Accept || rule.event == Event::GiveBack) continue;
    EXPECT_NE(judge(rule.event, moving, {kAlice, false}, Scope::Named), nullptr) << name_of(rule.event);
  }
  EXPECT_EQ(verdict(Event::Accept, moving, kBob), "ok");
  EXPECT_EQ(verdict(Event::GiveBack, moving, kBob), "ok");
  EXPECT_EQ(verdict(Event::Sell, moving, kBob), "CODE_IN_TRANSIT");
  EXPECT_EQ(verdict(Event::Accept, code(CodeStatus::Introduced)), "CODE_NOT_IN_TRANSIT");
}

// A blocked code is refused by every document of a participant.
TEST(LifeCycle, BlockStopsParticipants) {
  for (Rule const& rule : life_cycle()) {
    if (rule.who == Who::Authority || rule.event == Event::GiveBack) continue;
    for (auto const status :
         {CodeStatus::Emitted, CodeStatus::Applied, CodeStatus::Introduced, CodeStatus::Retired})
      EXPECT_NE(judge(rule.event, code(status, kAlice, bit(Mark::Blocked)), {kAlice, false}, Scope::Named),
                nullptr)
          << name_of(rule.event);
  }
}

// Opened goods are sold on, brought back in parts, withdrawn or blocked; they are not packed or shipped any
// more.
TEST(LifeCycle, OpenedGoodsStayWithTheirSeller) {
  CodeState const opened = code(CodeStatus::Introduced, kAlice, bit(Mark::Opened));
  for (Event const event : {Event::Sell, Event::SellPart, Event::ReturnPart, Event::Retire})
    EXPECT_EQ(verdict(event, opened), "ok") << name_of(event);
  for (Event const event :
       {Event::Pack, Event::Repack, Event::Ship, Event::HandOver, Event::ReplaceOld, Event::Correct})
    EXPECT_EQ(verdict(event, opened), "CODE_OPENED") << name_of(event);
  EXPECT_EQ(verdict(Event::ReturnPart, code(CodeStatus::Introduced)), "CODE_NOT_OPENED");
  EXPECT_EQ(verdict(Event::ReturnPart, code(CodeStatus::Retired, kAlice, bit(Mark::Opened))), "ok");
  EXPECT_EQ(judge(Event::Block, opened, {kBob, true}, Scope::Named), nullptr);
}

// A stranger learns that a code is not his before he learns anything of its state.
TEST(LifeCycle, OwnerIsToldBeforeStatus) {
  for (Rule const& rule : life_cycle()) {
    if (rule.who != Who::Owner) continue;
    EXPECT_EQ(verdict(rule.event, code(CodeStatus::WrittenOff), kBob), "CODE_OF_ANOTHER_OWNER")
        << name_of(rule.event);
  }
  EXPECT_EQ(verdict(Event::Sell, code(CodeStatus::Introduced), kBob), "ok")
      << "a receipt retires whoever sold";
}

// What lies in a package moves with the package, not alone.
TEST(LifeCycle, ContentMovesWithItsPackage) {
  CodeState const packed = code(CodeStatus::Introduced, kAlice, 0, CodeNo(77));
  EXPECT_EQ(verdict(Event::Ship, packed), "CODE_INSIDE_PACKAGE");
  EXPECT_EQ(verdict(Event::Pack, packed), "CODE_INSIDE_PACKAGE");
  EXPECT_EQ(verdict(Event::Ship, packed, kAlice, Scope::Content), "ok");
  EXPECT_EQ(verdict(Event::Unpack, packed), "ok");
  EXPECT_EQ(verdict(Event::Unpack, code(CodeStatus::Introduced)), "CODE_NOT_PACKED");
}

// Block, unblock and release from customs belong to authorities alone.
TEST(LifeCycle, AuthorityEvents) {
  CodeState const goods = code(CodeStatus::Introduced);
  EXPECT_EQ(verdict(Event::Block, goods), "CODE_OF_ANOTHER_OWNER");
  EXPECT_EQ(judge(Event::Block, goods, {kBob, true}, Scope::Named), nullptr);
  EXPECT_TRUE(judge(Event::Unblock, goods, {kBob, true}, Scope::Named) == &kCodeNotBlocked);
}

}  // namespace
}  // namespace tamga::ledger
