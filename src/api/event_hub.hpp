// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "http/event_channel.hpp"
#include "ledger/code_no.hpp"

namespace tamga::api {

/// What participants are told while they listen. Keeps the last events of each, so that whoever reconnects
/// with Last-Event-ID misses nothing: `listening` is the first event and gives an id to begin with. When more
/// was missed than is kept, `missed` is the first event: look at everything anew. Events are hints and not
/// records: what happened is in the documents. They reach listeners of this process only. Safe from any
/// thread.
class EventHub {
 public:
  static constexpr std::size_t kKept = 256;  ///< events of a participant
  static constexpr std::size_t kParticipants =
      10'000;                                    ///< whose events are kept; the longest silent are forgotten
  static constexpr std::size_t kListeners = 16;  ///< of a participant

  /// `started`: ids of events begin there, so that they grow from start to start.
  explicit EventHub(UnixMs started = SystemClock().now());

  /// `json`: the data of the event.
  void publish(ledger::ParticipantNo to, std::string name, std::string json);

  /// A channel that carries what came after `last_id` and what will come. Errors: TOO_MANY_LISTENERS.
  /// `good`: whether the session it was opened with still is, asked from any thread; empty: for ever.
  Result<std::shared_ptr<http::EventChannel>> listen(ledger::ParticipantNo participant,
                                                     std::string_view last_id,
                                                     std::function<bool()> good = {});
  /// Ends the streams whose session has ended: when one is ended here, and now and then for those that end by
  /// themselves or elsewhere.
  void end_ended();

  /// Ends all streams; before the server stops.
  void close();

 private:
  struct Kept {
    std::uint64_t id;
    std::shared_ptr<std::string const> frame;
  };
  struct Listener {
    std::shared_ptr<http::EventChannel> channel;
    std::function<bool()> good;
  };
  struct Line {
    std::deque<Kept> events;
    std::uint64_t forgotten = 0;  ///< the newest id that is not kept any more
    std::vector<Listener> listeners;
    std::uint64_t touched = 0;
  };
  Line& line(ledger::ParticipantNo participant);

  std::mutex mutex_;
  std::unordered_map<ledger::ParticipantNo, Line> lines_;
  std::uint64_t last_;
};

}  // namespace tamga::api
