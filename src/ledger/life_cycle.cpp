// SPDX-License-Identifier: Apache-2.0
#include "ledger/life_cycle.hpp"

#include "ledger/errors.hpp"

namespace tamga::ledger {
namespace {

constexpr auto kNotIssued = CodeStatus::NotIssued;
constexpr auto kEmitted = CodeStatus::Emitted;
constexpr auto kApplied = CodeStatus::Applied;
constexpr auto kIntroduced = CodeStatus::Introduced;
constexpr auto kRetired = CodeStatus::Retired;
constexpr auto kWrittenOff = CodeStatus::WrittenOff;
constexpr auto kDisbanded = CodeStatus::Disbanded;
constexpr auto kSame = CodeStatus::NotIssued;

constexpr Marks kInTransit = bit(Mark::InTransit);
constexpr Marks kCustoms = bit(Mark::Customs);
constexpr Marks kBlocked = bit(Mark::Blocked);
constexpr Marks kPrinted = bit(Mark::Printed);
constexpr Marks kSoldByOther = bit(Mark::SoldByOther);
constexpr Marks kOpened = bit(Mark::Opened);
constexpr Marks kAll = kHindrances;

// clang-format off
constexpr std::array kLifeCycle{
  // event                    from which statuses                  who             package          needs       tolerates  to           set         clear
  Rule{Event::Issue,           from(kNotIssued),                    Who::Anyone,    Packing::Loose,  0,          0,         kEmitted,    0,          0},
  Rule{Event::Print,           from(kEmitted),                      Who::Owner,     Packing::Any,    0,          0,         kSame,       kPrinted,   0},
  Rule{Event::Apply,           from(kEmitted),                      Who::Owner,     Packing::Any,    0,          0,         kApplied,    0,          0},
  Rule{Event::Introduce,       from(kApplied),                      Who::Owner,     Packing::Any,    0,          0,         kIntroduced, 0,          0},
  Rule{Event::IntroduceImport, from(kApplied),                      Who::Owner,     Packing::Any,    0,          0,         kIntroduced, kCustoms,   0},
  Rule{Event::ClearCustoms,    from(kIntroduced),                   Who::Authority, Packing::Any,    kCustoms,   kHolds,    kSame,       0,          kCustoms},
  Rule{Event::Pack,            from(kApplied, kIntroduced),         Who::Owner,     Packing::Loose,  0,          kCustoms,  kSame,       0,          0},
  Rule{Event::Unpack,          from(kApplied, kIntroduced),         Who::Owner,     Packing::Packed, 0,          kCustoms,  kSame,       0,          0},
  Rule{Event::Repack,          from(kApplied, kIntroduced),         Who::Owner,     Packing::Any,    0,          kCustoms,  kSame,       0,          0},
  Rule{Event::Assemble,        from(kNotIssued),                    Who::Anyone,    Packing::Loose,  0,          0,         kIntroduced, 0,          0},
  Rule{Event::Disband,         from(kApplied, kIntroduced),         Who::Owner,     Packing::Any,    0,          kCustoms,  kDisbanded,  0,          0},
  Rule{Event::Ship,            from(kIntroduced),                   Who::Owner,     Packing::Loose,  0,          0,         kSame,       kInTransit, 0},
  Rule{Event::Accept,          from(kIntroduced),                   Who::Anyone,    Packing::Any,    kInTransit, kInTransit,kSame,       0,          kInTransit},
  Rule{Event::GiveBack,        from(kIntroduced),                   Who::Anyone,    Packing::Any,    kInTransit, kInTransit | kBlocked, kSame, 0,    kInTransit},
  Rule{Event::Sell,            from(kIntroduced),                   Who::Anyone,    Packing::Any,    0,          kOpened,   kRetired,    0,          0},
  Rule{Event::Retire,          from(kIntroduced),                   Who::Owner,     Packing::Any,    0,          kOpened,   kRetired,    0,          0},
  Rule{Event::Return,          from(kRetired),                      Who::Owner,     Packing::Any,    0,          kOpened,   kIntroduced, 0,          kSoldByOther},
  Rule{Event::CancelRetirement,from(kRetired),                      Who::Owner,     Packing::Any,    0,          kOpened,   kIntroduced, 0,          0},
  Rule{Event::WriteOff,        from(kEmitted, kApplied),            Who::Owner,     Packing::Any,    0,          0,         kWrittenOff, 0,          0},
  Rule{Event::ReplaceOld,      from(kApplied, kIntroduced),         Who::Owner,     Packing::Any,    0,          0,         kRetired,    0,          0},
  Rule{Event::ReplaceNew,      from(kEmitted, kApplied),            Who::Owner,     Packing::Loose,  0,          0,         kIntroduced, 0,          0},
  Rule{Event::Block,           from(kEmitted, kApplied, kIntroduced, kRetired), Who::Authority, Packing::Any, 0, kAll,      kSame,       kBlocked,   0},
  Rule{Event::Unblock,         from(kEmitted, kApplied, kIntroduced, kRetired), Who::Authority, Packing::Any, kBlocked, kAll,   kSame,   0,          kBlocked},
  Rule{Event::Correct,         from(kApplied, kIntroduced),         Who::Owner,     Packing::Any,    0,          kCustoms,  kSame,       0,          0},
  Rule{Event::HandOver,        from(kIntroduced),                   Who::Owner,     Packing::Loose,  0,          0,         kSame,       0,          0},
  Rule{Event::SellPart,        from(kIntroduced),                   Who::Anyone,    Packing::Any,    0,          kOpened,   kSame,       kOpened,    0},
  Rule{Event::Grade,           from(kEmitted, kApplied, kIntroduced), Who::Owner,   Packing::Any,    0,          kCustoms,  kSame,       0,          0},
  Rule{Event::DropOut,         from(kEmitted),                      Who::Owner,     Packing::Any,    0,          0,         kWrittenOff, 0,          0},
  Rule{Event::ReturnPart,      from(kIntroduced, kRetired),         Who::Owner,     Packing::Any,    kOpened,    kOpened,   kIntroduced, 0,          kSoldByOther},
};
// clang-format on

static_assert(kLifeCycle.size() == kEventCount - 1, "every event has exactly one line");
static_assert(
    [] {
      std::array<bool, kEventCount> seen{};
      for (Rule const& rule : kLifeCycle) {
        if (seen[static_cast<std::size_t>(rule.event)]) return false;
        seen[static_cast<std::size_t>(rule.event)] = true;
      }
      return true;
    }(),
    "an event stands twice in the life cycle");

constexpr auto kIndex = [] {
  std::array<std::uint8_t, kEventCount> index{};
  for (std::size_t i = 0; i < kLifeCycle.size(); ++i)
    index[static_cast<std::size_t>(kLifeCycle[i].event)] = static_cast<std::uint8_t>(i);
  return index;
}();

ErrorKind const* missing_mark(Marks needed) {
  return (needed & kInTransit) ? &kCodeNotInTransit
         : (needed & kCustoms) ? &kCodeNotUnderCustoms
         : (needed & kOpened)  ? &kCodeNotOpened
                               : &kCodeNotBlocked;
}

ErrorKind const* hold_error(Marks held) {
  if (held & kBlocked) return &kCodeBlocked;
  if (held & kInTransit) return &kCodeInTransit;
  if (held & kCustoms) return &kCodeUnderCustoms;
  return (held & kOpened) ? &kCodeOpened : &kCodeDisputed;
}

}  // namespace

std::string_view name_of(Event event) {
  constexpr std::array<std::string_view, kEventCount> kNames{
      "",          "issue",         "print",       "apply",
      "introduce", "pack",          "unpack",      "assemble",
      "disband",   "ship",          "accept",      "give_back",
      "sell",      "retire",        "return",      "cancel_retirement",
      "write_off", "replace_old",   "replace_new", "block",
      "unblock",   "clear_customs", "correct",     "introduce_import",
      "repack",    "hand_over",     "sell_part",   "return_part",
      "grade",     "drop_out"};
  return kNames[static_cast<std::size_t>(event)];
}

std::span<Rule const> life_cycle() { return kLifeCycle; }

Rule const& rule_of(Event event) { return kLifeCycle[kIndex[static_cast<std::size_t>(event)]]; }

ErrorKind const* judge(Event event, CodeState const& state, Actor actor, Scope scope) {
  Rule const& rule = rule_of(event);
  bool const creates = (rule.from & from(kNotIssued)) != 0;
  if (state.status == kNotIssued) return creates ? nullptr : &kCodeNotIssued;
  if (creates) return event == Event::Assemble ? &kPackageExists : &kCodeWrongStatus;
  if (rule.who == Who::Owner && state.owner != actor.participant) return &kCodeOfAnotherOwner;
  if (rule.who == Who::Authority && !actor.authority) return &kCodeOfAnotherOwner;
  if ((state.marks & rule.needs) != rule.needs) return missing_mark(rule.needs);
  if (Marks const held = static_cast<Marks>(state.marks & kHindrances & ~rule.tolerates))
    return hold_error(held);
  if ((rule.from & from(state.status)) == 0) return &kCodeWrongStatus;
  if (scope == Scope::Named && rule.packing == Packing::Loose && state.parent != CodeNo())
    return &kCodeInsidePackage;
  if (scope == Scope::Named && rule.packing == Packing::Packed && state.parent == CodeNo())
    return &kCodeNotPacked;
  return nullptr;
}

Patch patch_of(Event event) {
  Rule const& rule = rule_of(event);
  Patch patch;
  if (rule.to != kSame) patch.status(rule.to);
  patch.set = rule.set;
  patch.clear = rule.clear;
  return patch;
}

}  // namespace tamga::ledger
