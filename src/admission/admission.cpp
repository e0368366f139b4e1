// SPDX-License-Identifier: Apache-2.0
#include "admission/admission.hpp"

#include <algorithm>

#include "admission/errors.hpp"
#include "standing/comparison.hpp"

namespace tamga::admission {
namespace {

constexpr std::size_t kRemembered = 100'000;
constexpr std::string_view kChannels = "/channels";

template <class List, class Word>
bool lists(List const& list, Word const& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Error missing_channel(channels::ChannelNeed const& need) {
  return Error(kChannelMissing)
      .with("channel", std::string(channels::name_of(need.kind)))
      .with("where", std::string(kChannels));
}

std::optional<std::chrono::milliseconds> trusted(sql::Store const& store) {
  if (store.engine() == sql::Engine::Postgres) return registry::kTrusted;
  return std::nullopt;
}

StepState state_of(ScopeStanding const& now) {
  switch (now.standing) {
    case Standing::Open:
      return StepState::Done;
    case Standing::NotYet:
      return StepState::Later;
    case Standing::Reviewing:
      return StepState::Operator;
    case Standing::Missing:
      return StepState::Preparing;
    case Standing::Signing:
      return StepState::Yours;
    case Standing::Lapsed:
      return now.holding->pending->waits_for_operator() ? StepState::Operator : StepState::Yours;
  }
  return StepState::Yours;
}

Step step_of(StepKind kind, ScopeStanding const& now, std::optional<Error> missing, Date from) {
  Step step{
      .kind = kind, .state = state_of(now), .missing = std::move(missing), .where = place_of(now.holding)};
  if (now.standing == Standing::NotYet) step.from = from;
  if (now.standing == Standing::Open && now.holding != nullptr) step.until = now.holding->last_day;
  return step;
}

}  // namespace

Admission::Admission(sql::Store& store, registry::Register const& participants,
                     contracts::Templates const& templates, Rules rules)
    : store_(&store),
      participants_(&participants),
      templates_(&templates),
      rules_(std::move(rules)),
      connected_(kRemembered, trusted(store)),
      known_(kRemembered, trusted(store)) {}

Result<std::shared_ptr<contracts::Holdings const>> Admission::holdings(ParticipantNo participant) const {
  static auto const none = std::make_shared<contracts::Holdings const>();
  if (!asks_for_contracts()) return none;
  if (auto const known = known_.find(participant)) return *known;
  auto const mark = known_.mark();
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(read, contracts::read_holdings(*reader, participant));
  auto const row = std::make_shared<contracts::Holdings const>(std::move(read));
  known_.remember(participant, row, mark);
  return row;
}

std::vector<Error> Admission::against(ParticipantNo participant, std::string_view document) const {
  std::vector<Error> out;
  auto const standing = book_ == nullptr ? nullptr : book_->find(participant);
  if (!standing || standing_rules_->allows(standing->effect(), document)) return out;
  for (standing::Finding const& one : standing->findings) out.push_back(standing::error_of(one));
  return out;
}

Result<Admission::Kinds> Admission::working_channels(ParticipantNo participant) const {
  if (auto const known = connected_.find(participant)) return *known;
  auto const mark = connected_.mark();
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(kinds, channels::working_kinds(*reader, participant));
  auto const row = std::make_shared<std::vector<channels::ChannelKind> const>(std::move(kinds));
  connected_.remember(participant, row, mark);
  return Kinds(row);
}

std::optional<Error> Admission::channel_refusal(std::vector<channels::ChannelKind> const& working,
                                                std::string_view document, Date day) const {
  if (directory_ == nullptr) return std::nullopt;
  for (channels::ChannelNeed const& need : directory_->needs())
    if (need.from <= day && lists(need.documents, document) && !lists(working, need.kind))
      return missing_channel(need);
  return std::nullopt;
}

void Admission::forget(ParticipantNo participant) {
  known_.forget(participant);
  connected_.forget(participant);
}

Result<void> Admission::add_channel_steps(ParticipantNo number, Date day, std::vector<Step>& out) const {
  if (directory_ == nullptr || directory_->needs().empty()) return {};
  TAMGA_ASSIGN(working, working_channels(number));
  for (channels::ChannelNeed const& need : directory_->needs()) {
    Step step{.kind = StepKind::Channel, .state = StepState::Done, .where = std::string(kChannels)};
    if (!lists(*working, need.kind)) {
      step.state = need.from <= day ? StepState::Yours : StepState::Later;
      step.missing = missing_channel(need);
      if (need.from > day) step.from = need.from;
    }
    out.push_back(std::move(step));
  }
  return {};
}

Result<std::vector<Step>> Admission::steps(ParticipantNo number, std::vector<std::string> const& groups,
                                           Date day) const {
  std::vector<Step> out;
  TAMGA_ASSIGN(participant, participants_->find(number));
  out.push_back({.kind = StepKind::Registration,
                 .state = participant ? StepState::Done : StepState::Yours,
                 .where = "/application"});
  bool const profile = participant && !participant->types.empty();
  out.push_back({.kind = StepKind::Profile,
                 .state = profile ? StepState::Done : StepState::Yours,
                 .where = "/profile"});
  if (!profile || participant->authority) return out;
  auto const standing = book_ == nullptr ? nullptr : book_->find(number);
  if (standing)
    out.push_back({.kind = StepKind::Standing,
                   .state = StepState::Yours,
                   .missing = standing::error_of(standing->findings.front()),
                   .where = "/profile"});
  TAMGA_ASSIGN(held, holdings(number));
  Passage const allowed = passage(std::move(held), participant->types, day);
  out.push_back(step_of(StepKind::Connection, allowed.connection(), allowed.refusal(Deed::NewGoods),
                        rules_.connection_from()));
  for (std::string const& group : groups) {
    out.push_back(step_of(StepKind::Group, allowed.group(group), allowed.refusal(Deed::NewGoods, group),
                          rules_.group_from(group)));
    out.back().group = group;
  }
  TAMGA_TRY(add_channel_steps(number, day, out));
  return out;
}

}  // namespace tamga::admission
