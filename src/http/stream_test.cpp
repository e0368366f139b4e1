// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <future>

#include "http/client.hpp"
#include "http/errors.hpp"
#include "http/testing/loopback.hpp"

namespace tamga::http::testing {
namespace {

std::string line(int i) { return "010460043993125621" + std::to_string(1'000'000 + i) + "\n"; }

/// Codes one after another, a few hundred lines a piece; counts its pieces and its own end.
class Codes final : public BodySource {
 public:
  struct Seen {
    std::atomic<int> pieces = 0;
    std::atomic<bool> destroyed = false;
  };
  Codes(int count, std::shared_ptr<Seen> seen, int fail_at = -1)
      : count_(count), fail_at_(fail_at), seen_(std::move(seen)) {}
  ~Codes() override { seen_->destroyed = true; }
  Result<bool> next(std::string& chunk) override {
    EXPECT_TRUE(chunk.empty());
    if (seen_->pieces++ == fail_at_) return fail(Error(kUnexpected).log("the source broke"));
    for (int i = 0; i < 500 && next_ < count_; ++i) chunk += line(next_++);
    return next_ < count_;
  }

 private:
  int count_;
  int fail_at_;
  int next_ = 0;
  std::shared_ptr<Seen> seen_;
};

Route codes(std::shared_ptr<Codes::Seen> seen, int fail_at = -1) {
  return {Method::Get, "/codes/{n}", {}, [seen, fail_at](Request& request) {
            auto const n = std::stoi(std::string(request.parameter("n")));
            return Response::streamed(200, "text/csv", std::make_unique<Codes>(n, seen, fail_at));
          }};
}

// A whole order of 150 000 codes is streamed in chunks and arrives complete; the connection serves the next
// one.
TEST(Stream, ArrivesWhole) {
  auto const seen = std::make_shared<Codes::Seen>();
  Running const running({codes(seen)});
  Client client("127.0.0.1", running.port);
  for (int const n : {150'000, 500, 1, 0}) {
    auto const response = client.send(Method::Get, "/codes/" + std::to_string(n));
    ASSERT_TRUE(response) << describe(response.error());
    EXPECT_EQ(response->header("Transfer-Encoding"), "chunked");
    std::string expected;
    for (int i = 0; i < n; ++i) expected += line(i);
    EXPECT_TRUE(response->body == expected) << n;
  }
  EXPECT_EQ(running.server.stats().accepted, 1U);
}

// The client before chunks existed gets the same bytes, ended by the close.
TEST(Stream, Http10) {
  auto const seen = std::make_shared<Codes::Seen>();
  Running const running({codes(seen)});
  RawSocket client(running.port);
  client.send("GET /codes/1000 HTTP/1.0\r\n\r\n");
  auto const& all = client.read_to_end();
  std::string expected;
  for (int i = 0; i < 1000; ++i) expected += line(i);
  EXPECT_TRUE(all.ends_with("\r\n\r\n" + expected));
}

// HEAD of a stream opens no stream.
TEST(Stream, HeadPullsNothing) {
  auto const seen = std::make_shared<Codes::Seen>();
  Running const running({codes(seen)});
  Client client("127.0.0.1", running.port);
  EXPECT_EQ(client.send(Method::Head, "/codes/1000")->status, 200);
  EXPECT_EQ(client.send(Method::Head, "/codes/1000")->status, 200);
  EXPECT_EQ(seen->pieces, 0);
}

// A client that does not read stops the source: memory holds what the sockets hold and one piece. When it
// reads on, nothing is missing.
TEST(Stream, SlowReaderSlowsTheSource) {
  auto const seen = std::make_shared<Codes::Seen>();
  constexpr int kCodes = 1'500'000;
  Running const running({codes(seen)});
  RawSocket client(running.port, 4096);
  client.send("GET /codes/" + std::to_string(kCodes) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  client.read_until("\n01046");
  int last = -1;
  eventually([&] {
    int const now = seen->pieces;
    bool const still = now == last;
    last = now;
    if (!still) std::this_thread::yield();
    return still && now > 0;
  });
  EXPECT_LT(seen->pieces, kCodes / 500 / 2) << "the source ran far ahead of its reader";
  client.read_to_end();
  EXPECT_TRUE(client.received.ends_with("0\r\n\r\n"));
  EXPECT_EQ(count(client.received, "\n0104600439931256"), static_cast<std::size_t>(kCodes));
  eventually([&] { return seen->destroyed.load(); });
}

// A client that leaves in the middle ends the source and gives its place back.
TEST(Stream, ClientLeaves) {
  auto const seen = std::make_shared<Codes::Seen>();
  Running const running({codes(seen)});
  RawSocket client(running.port, 4096);
  client.send("GET /codes/100000000 HTTP/1.1\r\nHost: a\r\n\r\n");
  client.read_until("\n01046");
  client.close();
  eventually([&] { return seen->destroyed && running.server.stats().connections == 0; });
  EXPECT_EQ(running.server.stats().in_flight, 0U);
}

// A source that breaks must not look like a short but complete body.
TEST(Stream, BrokenSourceBreaksTheConnection) {
  auto const seen = std::make_shared<Codes::Seen>();
  Running const running({codes(seen, 3)});
  Client client("127.0.0.1", running.port);
  auto const response = client.send(Method::Get, "/codes/100000");
  ASSERT_FALSE(response);
  EXPECT_TRUE(response.error().is(kExchange));
  eventually([&] { return seen->destroyed.load(); });
}

/// One event channel per listener, handed to the test.
struct Listeners {
  Route route(std::size_t capacity = 256) {
    return {Method::Get, "/events", {}, [this, capacity](Request& request) {
              auto channel = std::make_shared<EventChannel>(capacity);
              last_seen = std::string(request.header("Last-Event-ID").value_or("none"));
              opened.set_value(channel);
              return Response::event_stream(channel);
            }};
  }
  std::promise<std::shared_ptr<EventChannel>> opened;
  std::string last_seen;
};

// Events published from another thread arrive in order with id, name and every line of their data.
TEST(Events, ArriveInOrder) {
  Listeners listeners;
  Running const running({listeners.route()});
  Client client("127.0.0.1", running.port);
  auto const head = client.open(Method::Get, "/events", {{"Last-Event-ID", "41"}});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->header("Content-Type"), "text/event-stream");
  auto const channel = listeners.opened.get_future().get();
  EXPECT_EQ(listeners.last_seen, "41");
  std::thread publisher([&] {
    for (int i = 0; i < 100; ++i)
      EXPECT_TRUE(
          channel->publish({std::to_string(42 + i), "verdict", "line " + std::to_string(i) + "\nsecond"}));
    channel->close();
  });
  for (int i = 0; i < 100; ++i) {
    auto const event = client.read_event();
    ASSERT_TRUE(event && *event);
    EXPECT_EQ((*event)->id, std::to_string(42 + i));
    EXPECT_EQ((*event)->name, "verdict");
    EXPECT_EQ((*event)->data, "line " + std::to_string(i) + "\nsecond");
  }
  auto const end = client.read_event();
  ASSERT_TRUE(end) << describe(end.error());
  EXPECT_FALSE(*end) << "closing the channel ends the stream in order";
  publisher.join();
  EXPECT_FALSE(channel->publish({"1", "", "nobody listens"}));
}

// Silence is filled with comments, so that proxies keep the connection.
TEST(Events, HeartBeat) {
  Listeners listeners;
  Options options;
  options.timeouts.heart_beat = 20ms;
  Running const running({listeners.route()}, options);
  RawSocket client(running.port);
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const channel = listeners.opened.get_future().get();
  client.read_until("3\r\n:\n\n\r\n3\r\n:\n\n\r\n");
  EXPECT_EQ(count(client.received, ":\n\n"), 2U);
  EXPECT_TRUE(channel->open());
}

// The application learns that a listener left by the channel being closed.
TEST(Events, ListenerLeaves) {
  Listeners listeners;
  Running const running({listeners.route()});
  RawSocket client(running.port);
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const channel = listeners.opened.get_future().get();
  client.read_until("\r\n\r\n");
  EXPECT_TRUE(channel->publish({"1", "", "x"}));
  client.read_until("data: x");
  client.close();
  eventually([&] { return !channel->open() && running.server.stats().connections == 0; });
}

// A listener that falls behind is dropped; its queue never grows past its bound.
TEST(Events, SlowListenerIsDropped) {
  Listeners listeners;
  Options options;
  options.timeouts.grace = 60ms;
  options.timeouts.bytes_per_second = 1'000'000'000;
  Running const running({listeners.route(8)}, options);
  RawSocket client(running.port, 4096);
  client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const channel = listeners.opened.get_future().get();
  client.read_until("\r\n\r\n");
  auto const frame = Event{"1", "", std::string(1'000'000, 'x')}.frame();
  eventually([&] { return !channel->publish(frame); });
  eventually([&] { return running.server.stats().connections == 0; });
  EXPECT_FALSE(channel->open());
}

// What cannot be in a frame cannot be smuggled into one.
TEST(Events, FrameHasNoForeignLines) {
  EXPECT_EQ(*(Event{"1\nevent: x", "a\r\nb", "one\ntwo\r\n"}.frame()),
            "id: 1event: x\nevent: ab\ndata: one\ndata: two\ndata: \n\n");
}

}  // namespace
}  // namespace tamga::http::testing
