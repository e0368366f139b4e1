// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/access.hpp"

#include <algorithm>

#include "admission/admission.hpp"
#include "contracts/due.hpp"
#include "country/error_texts.hpp"
#include "documents/errors.hpp"
#include "registry/profile.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using admission::Step;
using admission::StepKind;
using admission::StepState;

/// What the system needs to make a contract: told at the step that waits for it.
void tell_obstacle(AccessStep& view, contracts::Obstacle const& obstacle, Call const& call) {
  auto message = call.services().texts.render(obstacle.error, obstacle.values, call.language());
  view.state = StepState::Yours;
  view.error = obstacle.error;
  view.title = std::move(message.title);
  view.remedy = std::move(message.remedy);
  view.where = "/profile";
}

AccessStep view_of(Step const& step, Call const& call) {
  AccessStep out{};
  out.step = step.kind;
  out.state = step.state;
  out.where = step.where;
  out.from = step.from;
  out.until = step.until;
  if (!step.group.empty()) {
    out.group = step.group;
    if (auto const* group = call.services().country.find_group(step.group))
      out.group_name = group->name.in(call.language());
  }
  std::optional<Error> missing = step.missing;
  if (step.kind == StepKind::Profile && step.state != StepState::Done)
    missing = Error(documents::kProfileMissing);
  if (!missing) return out;
  auto message = call.services().texts.render(*missing, call.language());
  out.error = std::string(missing->name());
  out.title = std::move(message.title);
  out.remedy = std::move(message.remedy);
  return out;
}

}  // namespace

Result<GetAccess::Output> GetAccess::handle(Input const&, Call& call) {
  Services const& services = call.services();
  auto const number = call.caller().number();
  std::vector<std::string> groups;
  std::optional<contracts::Obstacle> obstacle;
  bool updating = false;
  {
    TAMGA_ASSIGN(reader, services.store.reader());
    TAMGA_ASSIGN(profile, registry::find_profile(*reader, number));
    if (profile)
      for (std::string const& code : profile->profile.groups)
        if (auto const* group = services.country.find_group(code)) groups.push_back(group->code);
    TAMGA_ASSIGN(due, contracts::due_of(*reader, number));
    updating = due && !due->obstacle;
    if (due) obstacle = std::move(due->obstacle);
  }
  TAMGA_ASSIGN(steps, services.admission.steps(number, groups, call.today()));
  Output out{.full = true, .updating = updating, .steps = {}};
  for (Step const& step : steps) {
    AccessStep view = view_of(step, call);
    if (step.state == StepState::Preparing && obstacle) tell_obstacle(view, *obstacle, call);
    out.full = out.full && (step.state == StepState::Done || step.state == StepState::Later);
    out.steps.push_back(std::move(view));
  }
  return out;
}

template struct RowOf<GetAccess>;

}  // namespace tamga::api
