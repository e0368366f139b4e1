// SPDX-License-Identifier: Apache-2.0
#include "api/queue_term.hpp"

#include "support/desk.hpp"

namespace tamga::api {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kMinuteMs = 60'000;

}  // namespace

UnixMs end_of(Call const& call, Date day) {
  std::int64_t const next = std::int64_t{day.days()} + 1;
  return UnixMs(next * kDayMs - std::int64_t{call.services().country.rules().utc_offset_minutes} * kMinuteMs);
}

UnixMs term_of(Call const& call, support::Queue queue, UnixMs since) {
  support::Desk const& desk = *call.services().support;
  Date const day = call.services().country.day_of(since);
  return end_of(call, desk.days.after(day, desk.rules.queue_days[static_cast<std::size_t>(queue)]));
}

}  // namespace tamga::api
