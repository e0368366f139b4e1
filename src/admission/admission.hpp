// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admission/passage.hpp"
#include "channels/channel.hpp"
#include "country/country.hpp"
#include "registry/recent.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "standing/book.hpp"
#include "standing/rules.hpp"

namespace tamga::admission {

using ledger::ParticipantNo;

/// What has to be done before everything is open, in this order. Features 1.13.
enum class StepKind : std::uint8_t {
  Registration,  ///< an account
  Profile,       ///< what the organisation says of itself
  Standing,      ///< what stands against it in the register or at the operator; no step when nothing does
  Connection,    ///< the contract that covers all groups
  Group,         ///< the contract of one product group
  Channel,       ///< a channel of electronic documents, where the country's data asks for one
};

/// Whose turn it is.
enum class StepState : std::uint8_t {
  Done,
  Yours,      ///< the participant has something to do
  Operator,   ///< waits for the operator
  Preparing,  ///< the system makes the contract
  Later,      ///< asked for from a later day on
};

struct Step {
  StepKind kind = StepKind::Registration;
  StepState state = StepState::Done;
  std::string group{};             ///< of a step of a group
  std::optional<Error> missing{};  ///< what refuses work until the step is done
  std::string where{};             ///< in the cabinet
  std::optional<Date> from{};      ///< first day on which it is asked for
  std::optional<Date> until{};     ///< last day on which what is in force stays so
};

/// The one place that says what a participant may do: before operations with codes, and as the list of steps
/// that still stand between it and full access. Contracts are remembered for each participant: a question
/// costs no query until they change in this process, and on a store shared by several processes one in five
/// seconds. Safe from any thread; everything given outlives it.
class Admission {
 public:
  Admission(sql::Store& store, registry::Register const& participants, contracts::Templates const& templates,
            Rules rules);

  /// Looks at how participants stand, too; both outlive it. Before it is used by several threads.
  void watch(standing::Book const& book, standing::Rules const& rules) {
    book_ = &book;
    standing_rules_ = &rules;
  }
  /// Everything that stands against a participant who sends a document of the kind: why his profile is
  /// restricted or blocked, where the country does not let the kind pass. In memory.
  [[nodiscard]] std::vector<Error> against(ParticipantNo participant, std::string_view document) const;

  /// Asks for channels as the directory says, which outlives it. Before it is used by several threads.
  void require(channels::Directory const& directory) { directory_ = &directory; }
  using Kinds = std::shared_ptr<std::vector<channels::ChannelKind> const>;
  /// The channels of a participant that work, as last committed. In memory.
  [[nodiscard]] Result<Kinds> working_channels(ParticipantNo participant) const;
  /// Whether documents of that kind need a channel that day.
  [[nodiscard]] bool needs_channel(std::string_view document, Date day) const {
    return channel_refusal({}, document, day).has_value();
  }
  /// Why a document of that kind waits for a channel. CHANNEL_MISSING.
  [[nodiscard]] std::optional<Error> channel_refusal(std::vector<channels::ChannelKind> const& working,
                                                     std::string_view document, Date day) const;

  /// The contracts of a participant as last committed.
  Result<std::shared_ptr<contracts::Holdings const>> holdings(ParticipantNo participant) const;
  /// They or his channels changed, and the change is durable.
  void forget(ParticipantNo participant);

  /// What these types may do with these holdings on that local day.
  [[nodiscard]] Passage passage(std::shared_ptr<contracts::Holdings const> holdings,
                                std::vector<std::string> types, Date day) const {
    return {*templates_, rules_, std::move(holdings), std::move(types), day};
  }
  /// Whether the country has contracts at all.
  [[nodiscard]] bool asks_for_contracts() const { return !templates_->all().empty(); }
  [[nodiscard]] Rules const& rules() const { return rules_; }

  /// Every step, those done too, with a step for each of `groups`.
  Result<std::vector<Step>> steps(ParticipantNo participant, std::vector<std::string> const& groups,
                                  Date day) const;

 private:
  Result<void> add_channel_steps(ParticipantNo number, Date day, std::vector<Step>& out) const;

  sql::Store* store_;
  registry::Register const* participants_;
  contracts::Templates const* templates_;
  Rules rules_;
  standing::Book const* book_ = nullptr;
  standing::Rules const* standing_rules_ = nullptr;
  channels::Directory const* directory_ = nullptr;
  registry::Recent<ParticipantNo, Kinds> connected_;
  registry::Recent<ParticipantNo, std::shared_ptr<contracts::Holdings const>> known_;
};

}  // namespace tamga::admission
