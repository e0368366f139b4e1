// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/varint.hpp"
#include "ledger/code_no.hpp"

namespace tamga::ledger {

/// Where a code is in its life. Closed: peculiarities of a product group are reasons, not statuses. Stored
/// numbers.
enum class CodeStatus : std::uint8_t {
  NotIssued = 0,   ///< the index exists, no code was handed out for it
  Emitted = 1,     ///< generated for the emitter
  Applied = 2,     ///< on the packaging
  Introduced = 3,  ///< in circulation
  Retired = 4,     ///< out of circulation: sold, used, exported ...
  WrittenOff = 5,  ///< annulled, final
  Disbanded = 6,   ///< a package taken apart, final (packages only)
};
inline constexpr int kStatusCount = 7;

constexpr std::string_view name_of(CodeStatus status) {
  constexpr std::array<std::string_view, kStatusCount> kNames{
      "not_issued", "emitted", "applied", "introduced", "retired", "written_off", "disbanded"};
  return kNames[static_cast<std::size_t>(status)];
}

/// Facts beside the status, each a bit of `CodeState::marks`. The first four are holds: they forbid
/// movements.
enum class Mark : std::uint16_t {
  InTransit = 1 << 0,    ///< shipped, not accepted yet
  Customs = 1 << 1,      ///< imported, not released yet
  Blocked = 1 << 2,      ///< by an authority or the operator
  Disputed = 1 << 3,     ///< two parties claim it
  Printed = 1 << 4,      ///< the line reported the print
  SoldByOther = 1 << 5,  ///< retired by a receipt of somebody who was not the owner
  Opened = 1 << 6,       ///< a part of it was sold: a keg, a pack sold by the piece
};
using Marks = std::uint16_t;
constexpr Marks bit(Mark mark) { return static_cast<Marks>(mark); }
constexpr Marks operator|(Mark a, Mark b) { return static_cast<Marks>(bit(a) | bit(b)); }
/// What interfaces call them.
inline constexpr std::array<std::pair<Mark, std::string_view>, 7> kMarkNames{
    {{Mark::InTransit, "in_transit"},
     {Mark::Customs, "under_customs"},
     {Mark::Blocked, "blocked"},
     {Mark::Disputed, "disputed"},
     {Mark::Printed, "printed"},
     {Mark::SoldByOther, "sold_by_other"},
     {Mark::Opened, "opened"}}};
inline constexpr Marks kHolds =
    static_cast<Marks>(bit(Mark::InTransit) | bit(Mark::Customs) | bit(Mark::Blocked) | bit(Mark::Disputed));
/// What stops an event that does not tolerate it: the holds, and that the goods were opened.
inline constexpr Marks kHindrances = static_cast<Marks>(kHolds | bit(Mark::Opened));

/// All that a run of neighbouring codes shares.
struct CodeState {
  CodeNo parent;        ///< the package it lies in, 0 none
  LotNo lot;            ///< where the goods come from and their production data
  ParticipantNo owner;  ///< emitter until introduction, owner afterwards
  Marks marks = 0;
  CodeStatus status = CodeStatus::NotIssued;
  std::uint8_t reason = 0;  ///< why retired or written off: number in the country's dictionary

  [[nodiscard]] bool has(Mark mark) const { return (marks & bit(mark)) != 0; }
  friend bool operator==(CodeState const&, CodeState const&) = default;
};

/// What a document sets in the states of the codes it names; what it does not name stays. Absolute, never
/// relative: applying it twice gives the same state.
struct Patch {
  enum Field : std::uint8_t { kStatus = 1, kOwner = 2, kParent = 4, kLot = 8, kReason = 16 };
  std::uint8_t fields = 0;
  CodeState value{};
  Marks set = 0;
  Marks clear = 0;

  Patch& status(CodeStatus to) {
    fields |= kStatus;
    value.status = to;
    return *this;
  }
  Patch& owner(ParticipantNo to) {
    fields |= kOwner;
    value.owner = to;
    return *this;
  }
  Patch& parent(CodeNo to) {
    fields |= kParent;
    value.parent = to;
    return *this;
  }
  Patch& lot(LotNo to) {
    fields |= kLot;
    value.lot = to;
    return *this;
  }
  Patch& reason(std::uint8_t to) {
    fields |= kReason;
    value.reason = to;
    return *this;
  }
  Patch& mark(Mark mark) {
    set = static_cast<Marks>(set | bit(mark));
    return *this;
  }
  Patch& unmark(Mark mark) {
    clear = static_cast<Marks>(clear | bit(mark));
    return *this;
  }

  void apply(CodeState& state) const;
  void encode(std::string& out) const;
  static Patch decode(ByteReader& reader);
  friend bool operator==(Patch const&, Patch const&) = default;
};

}  // namespace tamga::ledger
