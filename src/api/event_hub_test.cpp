// SPDX-License-Identifier: Apache-2.0
#include "api/event_hub.hpp"

#include <gtest/gtest.h>

#include "api/errors.hpp"

namespace tamga::api {
namespace {

using ledger::ParticipantNo;

std::string taken(http::EventChannel& channel) {
  std::string out;
  channel.take(out);
  return out;
}

std::string last_id(std::string const& frames) {
  auto const at = frames.rfind("id: ");
  return frames.substr(at + 4, frames.find('\n', at) - at - 4);
}

// What came while a listener was away is told when it is back, once and in order.
TEST(EventHub, ResumesWhereTheListenerWas) {
  EventHub hub(UnixMs(1'000));
  auto const first = hub.listen(ParticipantNo(1), "").value();
  hub.publish(ParticipantNo(1), "a", "{}");
  std::string const seen = last_id(taken(*first));
  first->close();
  hub.publish(ParticipantNo(1), "b", "{}");
  hub.publish(ParticipantNo(2), "foreign", "{}");
  hub.publish(ParticipantNo(1), "c", "{}");
  std::string const frames = taken(*hub.listen(ParticipantNo(1), seen).value());
  EXPECT_EQ(frames.find("event: a"), std::string::npos);
  EXPECT_LT(frames.find("event: b"), frames.find("event: c"));
  EXPECT_NE(frames.find("event: c"), std::string::npos);
  EXPECT_EQ(frames.find("foreign"), std::string::npos);
  EXPECT_EQ(frames.find("missed"), std::string::npos);
}

// Nothing is lost silently: too long away, an unknown id or a restart are told.
TEST(EventHub, SaysThatSomethingWasMissed) {
  EventHub hub(UnixMs(1'000));
  std::string const start = last_id(taken(*hub.listen(ParticipantNo(1), "").value()));
  for (std::size_t i = 0; i < EventHub::kKept; ++i) hub.publish(ParticipantNo(1), "e", "{}");
  EXPECT_EQ(taken(*hub.listen(ParticipantNo(1), start).value()).find("missed"), std::string::npos);
  hub.publish(ParticipantNo(1), "e", "{}");
  EXPECT_NE(taken(*hub.listen(ParticipantNo(1), start).value()).find("missed"), std::string::npos);
  EXPECT_NE(taken(*hub.listen(ParticipantNo(1), "yesterday").value()).find("missed"), std::string::npos);

  EventHub after_restart(UnixMs(2'000));
  EXPECT_NE(taken(*after_restart.listen(ParticipantNo(1), start).value()).find("missed"), std::string::npos);
}

TEST(EventHub, AParticipantHasSoManyListeners) {
  EventHub hub(UnixMs(1'000));
  std::vector<std::shared_ptr<http::EventChannel>> open;
  for (std::size_t i = 0; i < EventHub::kListeners; ++i)
    open.push_back(hub.listen(ParticipantNo(1), "").value());
  EXPECT_TRUE(hub.listen(ParticipantNo(1), "").error().is(kTooManyListeners));
  EXPECT_TRUE(hub.listen(ParticipantNo(2), ""));
  open.front()->close();
  EXPECT_TRUE(hub.listen(ParticipantNo(1), ""));
  hub.close();
  EXPECT_FALSE(open.back()->open());
}

// A stream goes on as long as the session it was opened with.
TEST(EventHub, StreamsEndWithTheirSession) {
  EventHub hub(UnixMs(1'000));
  bool good = true;
  auto const bound = hub.listen(ParticipantNo(1), "", [&] { return good; }).value();
  auto const free = hub.listen(ParticipantNo(1), "").value();
  hub.end_ended();
  EXPECT_TRUE(bound->open());
  good = false;
  hub.end_ended();
  EXPECT_FALSE(bound->open());
  EXPECT_TRUE(free->open());
}

}  // namespace
}  // namespace tamga::api
