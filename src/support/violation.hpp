// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/id.hpp"
#include "base/language.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "registry/user.hpp"

namespace tamga::support {

using ViolationNo = Id<struct ViolationNoTag, std::int64_t>;

/// Stored.
enum class ViolationState : std::uint8_t {
  Received = 1,
  InWork = 2,     ///< somebody of the operator looks after it
  Confirmed = 3,  ///< the operator agrees with the consumer
  Dismissed = 4,
};

/// Where something was seen.
struct Place {
  std::string shop;
  std::string address;
  std::optional<std::int64_t> latitude{};  ///< millionths of a degree; both or neither
  std::optional<std::int64_t> longitude{};
};

/// What a consumer tells the operator of a shop.
struct Violation {
  ViolationNo number;
  std::string secret{};            ///< by which who reported asks what became of it
  std::string kind;                ///< of the country's dictionary
  std::string code;                ///< as it was scanned; empty: not said
  std::string gtin;                ///< of the code, or as given; empty: not known
  ledger::ParticipantNo holder{};  ///< whose the code was when it was reported; 0: nobody's
  ledger::ParticipantNo owner{};   ///< whose the GTIN is; 0: nobody's
  Place place;
  std::string text;
  Language language = Language::Ru;
  std::string contact{};  ///< e-mail; personal, erased after the country's days
  std::string origin{};   ///< digest of the address it came from; erased after a day
  UnixMs reported{};
  ViolationState state = ViolationState::Received;
  registry::UserNo taken_by{};
  std::string taken_person{};
  std::optional<UnixMs> decided{};
  std::string decided_by{};
  std::string answer{};  ///< for everybody who may see the report

  [[nodiscard]] bool is_decided() const { return state >= ViolationState::Confirmed; }
};

}  // namespace tamga::support
