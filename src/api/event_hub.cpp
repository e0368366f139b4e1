// SPDX-License-Identifier: Apache-2.0
#include "api/event_hub.hpp"

#include <algorithm>
#include <charconv>

#include "api/errors.hpp"

namespace tamga::api {

EventHub::EventHub(UnixMs started) : last_(static_cast<std::uint64_t>(started.value()) << 20) {}

EventHub::Line& EventHub::line(ledger::ParticipantNo participant) {
  auto found = lines_.find(participant);
  if (found == lines_.end()) {
    if (lines_.size() >= kParticipants) {
      auto oldest = lines_.end();
      for (auto at = lines_.begin(); at != lines_.end(); ++at)
        if (at->second.listeners.empty() &&
            (oldest == lines_.end() || at->second.touched < oldest->second.touched))
          oldest = at;
      if (oldest != lines_.end()) lines_.erase(oldest);
    }
    found = lines_.emplace(participant, Line{}).first;
    // What was before this line is not known: who asks for it is told so.
    found->second.forgotten = last_;
  }
  found->second.touched = last_;
  return found->second;
}

void EventHub::publish(ledger::ParticipantNo to, std::string name, std::string json) {
  std::lock_guard const lock(mutex_);
  Line& kept = line(to);
  auto const id = ++last_;
  auto const frame = http::Event{std::to_string(id), std::move(name), std::move(json)}.frame();
  kept.events.push_back({id, frame});
  if (kept.events.size() > kKept) {
    kept.forgotten = kept.events.front().id;
    kept.events.pop_front();
  }
  std::erase_if(kept.listeners, [&](Listener const& one) { return !one.channel->publish(frame); });
}

Result<std::shared_ptr<http::EventChannel>> EventHub::listen(ledger::ParticipantNo participant,
                                                             std::string_view last_id,
                                                             std::function<bool()> good) {
  std::lock_guard const lock(mutex_);
  Line& kept = line(participant);
  std::erase_if(kept.listeners, [](Listener const& one) { return !one.channel->open(); });
  if (kept.listeners.size() >= kListeners)
    return fail(Error(kTooManyListeners).with("limit", std::to_string(kListeners)));
  auto channel = std::make_shared<http::EventChannel>(kKept * 2);
  if (last_id.empty()) {
    channel->publish({std::to_string(last_), "listening", "{}"});
  } else {
    std::uint64_t seen = 0;
    auto const [end, error] = std::from_chars(last_id.data(), last_id.data() + last_id.size(), seen);
    bool const known = error == std::errc() && end == last_id.data() + last_id.size();
    if (!known || seen < kept.forgotten) channel->publish({std::to_string(kept.forgotten), "missed", "{}"});
    if (!known) seen = 0;
    for (Kept const& event : kept.events)
      if (event.id > seen) channel->publish(event.frame);
  }
  kept.listeners.push_back({channel, std::move(good)});
  return channel;
}

/// Asked without the lock: a session may have to be looked up in the store.
void EventHub::end_ended() {
  std::vector<Listener> asked;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& [participant, kept] : lines_)
      for (Listener const& one : kept.listeners)
        if (one.good) asked.push_back(one);
  }
  for (Listener const& one : asked)
    if (one.channel->open() && !one.good()) one.channel->close();
}

void EventHub::close() {
  std::lock_guard const lock(mutex_);
  for (auto& [participant, kept] : lines_) {
    for (Listener const& one : kept.listeners) one.channel->close();
    kept.listeners.clear();
  }
}

}  // namespace tamga::api
