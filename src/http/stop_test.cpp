// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <future>

#include "http/client.hpp"
#include "http/testing/loopback.hpp"

namespace tamga::http::testing {
namespace {

// Stopping finishes what was begun: the request in flight is answered, then its connection ends.
TEST(Stop, FinishesRequestsInFlight) {
  std::promise<Responder> taken;
  std::vector<Route> routes;
  routes.push_back(
      {Method::Get, "/later", {}, [&](Request&&, Responder r) { taken.set_value(std::move(r)); }});
  routes.push_back(hello());
  Running running(std::move(routes));
  RawSocket busy(running.port);
  busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
  auto responder = taken.get_future().get();
  RawSocket idle(running.port);
  idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  idle.read_until("hello");
  auto stopped = std::async(std::launch::async, [&] { return running.server.stop(20s); });
  EXPECT_EQ(idle.read_some(), 0) << "an idle connection ends at once";
  eventually([&] { return !RawSocket(running.port).connected; });
  responder.send(Response::text(200, "finished"));
  busy.read_to_end();
  EXPECT_TRUE(busy.received.ends_with("finished")) << busy.received;
  EXPECT_NE(busy.received.find("Connection: close\r\n"), std::string::npos);
  busy.close();
  EXPECT_TRUE(stopped.get()) << "nothing had to be cut";
}

// A stream in progress is finished too; listeners of events are sent home.
TEST(Stop, FinishesStreamsAndEndsEvents) {
  struct Slow final : BodySource {
    explicit Slow(std::shared_future<void> g) : go(std::move(g)) {}
    Result<bool> next(std::string& chunk) override {
      chunk = "piece";
      if (pieces++ > 0) go.wait();
      return pieces < 3;
    }
    std::shared_future<void> go;
    int pieces = 0;
  };
  std::promise<void> go;
  std::promise<std::shared_ptr<EventChannel>> opened;
  std::vector<Route> routes;
  routes.push_back({Method::Get, "/stream", {}, [go = go.get_future().share()](Request&) {
                      return Response::streamed(200, "text/plain", std::make_unique<Slow>(go));
                    }});
  routes.push_back({Method::Get, "/events", {}, [&](Request&) {
                      auto channel = std::make_shared<EventChannel>();
                      opened.set_value(channel);
                      return Response::event_stream(channel);
                    }});
  Running running(std::move(routes));
  RawSocket stream(running.port);
  stream.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
  stream.read_until("piece");
  RawSocket listener(running.port);
  listener.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const channel = opened.get_future().get();
  listener.read_until("\r\n\r\n");
  auto stopped = std::async(std::launch::async, [&] { return running.server.stop(20s); });
  EXPECT_TRUE(listener.read_to_end().ends_with("0\r\n\r\n"));
  listener.close();
  EXPECT_FALSE(channel->open());
  go.set_value();
  EXPECT_EQ(count(stream.read_to_end(), "piece"), 3U);
  EXPECT_TRUE(stream.received.ends_with("0\r\n\r\n"));
  stream.close();
  EXPECT_TRUE(stopped.get());
}

// After the deadline the rest is cut, and a responder that outlives the server answers into nothing.
TEST(Stop, CutsAtTheDeadline) {
  std::promise<Responder> taken;
  std::vector<Route> routes;
  routes.push_back(
      {Method::Get, "/later", {}, [&](Request&&, Responder r) { taken.set_value(std::move(r)); }});
  Running running(std::move(routes));
  RawSocket busy(running.port);
  busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
  auto responder = taken.get_future().get();
  EXPECT_FALSE(running.server.stop(30ms));
  EXPECT_LE(busy.read_some(), 0);
  responder.send(Response::text(200, "nobody reads this"));
}

// The same for an event channel: the application may go on publishing into a server that is gone.
TEST(Stop, ChannelOutlivesTheServer) {
  std::promise<std::shared_ptr<EventChannel>> opened;
  std::shared_ptr<EventChannel> channel;
  {
    std::vector<Route> routes;
    routes.push_back({Method::Get, "/events", {}, [&](Request&) {
                        auto made = std::make_shared<EventChannel>();
                        opened.set_value(made);
                        return Response::event_stream(made);
                      }});
    Running const running(std::move(routes));
    RawSocket listener(running.port);
    listener.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    channel = opened.get_future().get();
  }
  EXPECT_FALSE(channel->publish({"1", "", "x"}));
}

// Many clients at once, answered inline, by workers and late, while the server stops: every answer that came
// is whole.
TEST(Stop, UnderLoadLosesNoAnswer) {
  std::vector<Route> routes;
  routes.push_back(hello());
  routes.push_back({Method::Get, "/worker", {.max_body_bytes = {}, .run = Run::Worker}, [](Request&) {
                      return Response::text(200, "hello");
                    }});
  routes.push_back(
      {Method::Get, "/later", {.max_body_bytes = {}, .run = Run::Worker}, [](Request&&, Responder responder) {
         responder.send(Response::text(200, "hello"));
       }});
  Running running(std::move(routes));
  std::atomic<int> answered = 0;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      Client client("127.0.0.1", running.port);
      char const* const path = i % 3 == 0 ? "/hello" : i % 3 == 1 ? "/worker" : "/later";
      for (;;) {
        auto const response = client.send(Method::Get, path);
        if (!response) return;
        if (response->status != 200 || response->body != "hello") ++wrong;
        ++answered;
      }
    });
  }
  eventually([&] { return answered > 200; });
  EXPECT_TRUE(running.server.stop(20s));
  for (auto& client : clients) client.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace tamga::http::testing
