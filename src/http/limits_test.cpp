// SPDX-License-Identifier: Apache-2.0
#include <future>

#include "http/client.hpp"
#include "http/testing/loopback.hpp"

namespace tamga::http::testing {
namespace {

Options quick() {
  Options options;
  options.timeouts.header = 60ms;
  options.timeouts.idle = 60ms;
  options.timeouts.grace = 60ms;
  options.timeouts.body = 200ms;
  options.timeouts.linger = 500ms;
  return options;
}

std::string answer_to(std::uint16_t port, std::string const& bytes) {
  RawSocket client(port);
  client.send(bytes);
  return client.read_to_end();
}

// A head has a size, whether it ever ends or not.
TEST(Limits, Head) {
  Options options;
  options.limits.header_bytes = 2000;
  options.limits.target_bytes = 300;
  Running const running({hello()}, options);
  auto const with_header = [](std::size_t bytes) {
    return "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: " + std::string(bytes, 'x') +
           "\r\n\r\n";
  };
  EXPECT_TRUE(answer_to(running.port, with_header(1900)).starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(answer_to(running.port, with_header(1990)).starts_with("HTTP/1.1 431 "));
  EXPECT_TRUE(answer_to(running.port, with_header(50'000)).starts_with("HTTP/1.1 431 "));
  EXPECT_TRUE(answer_to(running.port, "GET /hello HTTP/1.1\r\nX: " + std::string(9000, 'x'))
                  .starts_with("HTTP/1.1 431 "));
  auto const long_target = "/hello?" + std::string(300, 'q');
  EXPECT_TRUE(answer_to(running.port, "GET " + long_target + " HTTP/1.1\r\nHost: a\r\n\r\n")
                  .starts_with("HTTP/1.1 414 "));
  EXPECT_TRUE(answer_to(running.port, "GET /" + std::string(5000, 'q')).starts_with("HTTP/1.1 414 "));
}

// A head has a number of headers, however short they are.
TEST(Limits, HeaderCount) {
  Options options;
  options.limits.header_count = 10;
  Running const running({hello()}, options);
  std::string request = "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  for (int i = 0; i < 8; ++i) request += "X: y\r\n";
  EXPECT_TRUE(answer_to(running.port, request + "\r\n").starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(answer_to(running.port, request + "X: y\r\n\r\n").starts_with("HTTP/1.1 431 "));
}

// A body has the size its route allows, announced or not; the client reads the refusal even if it was still
// sending.
TEST(Limits, Body) {
  Options options;
  options.limits.body_bytes = 100;
  std::vector<Route> routes;
  routes.push_back(echo());
  routes.push_back(
      {Method::Post, "/large", {.max_body_bytes = 1'000'000, .run = Run::Inline}, [](Request& request) {
         return Response::text(200, std::to_string(request.body().size()));
       }});
  Running const running(std::move(routes), options);
  Client client("127.0.0.1", running.port);
  EXPECT_EQ(client.send(Method::Post, "/echo", {}, std::string(100, 'x'))->status, 200);
  EXPECT_EQ(client.send(Method::Post, "/echo", {}, std::string(101, 'x'))->status, 413);
  EXPECT_EQ(client.send(Method::Post, "/large", {}, std::string(1'000'000, 'x'))->body, "1000000");
  auto const refused = client.send(Method::Post, "/large", {}, std::string(3'000'000, 'x'));
  ASSERT_TRUE(refused) << describe(refused.error());
  EXPECT_EQ(refused->status, 413);
  std::string const chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_TRUE(answer_to(running.port, chunked + "64\r\n" + std::string(100, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n")
                  .starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(answer_to(running.port, chunked + "FFFFFFFFFFFFFFF\r\n" + std::string(50, 'x'))
                  .starts_with("HTTP/1.1 413 "));
}

// Chunk extensions carry no data and may not be an endless stream either.
TEST(Limits, ChunkExtensions) {
  Running const running({echo()});
  std::string request = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  auto one_long = request + "1;" + std::string(20'000, 'x') + "\r\nx\r\n0\r\n\r\n";
  EXPECT_TRUE(answer_to(running.port, one_long).starts_with("HTTP/1.1 400 "));
  for (int i = 0; i < 200; ++i) request += "1;" + std::string(100, 'x') + "\r\nx\r\n";
  EXPECT_TRUE(answer_to(running.port, request + "0\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

// A connection too many is told so and told when to come again; a place that becomes free is given away.
TEST(Limits, Connections) {
  Options options;
  options.limits.connections = 2;
  Running const running({hello()}, options);
  RawSocket first(running.port);
  first.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  first.read_until("hello");
  RawSocket second(running.port);
  second.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  second.read_until("hello");
  RawSocket third(running.port);
  auto const answer = third.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 "));
  EXPECT_NE(answer.find("Retry-After: 1\r\n"), std::string::npos);
  first.close();
  eventually([&] { return running.server.stats().connections == 1; });
  EXPECT_TRUE(answer_to(running.port, "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                  .ends_with("hello"));
}

// One address cannot take all places.
TEST(Limits, ConnectionsPerAddress) {
  Options options;
  options.limits.connections_per_address = 1;
  Running const running({hello()}, options);
  RawSocket first(running.port);
  first.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  first.read_until("hello");
  RawSocket second(running.port);
  EXPECT_TRUE(second.read_to_end().starts_with("HTTP/1.1 503 "));
}

// When all places in flight are taken the next request is refused at once and keeps its connection; an inline
// route still answers.
TEST(Limits, InFlight) {
  Options options;
  options.limits.in_flight = 1;
  std::promise<Responder> taken;
  std::vector<Route> routes;
  routes.push_back(hello());
  routes.push_back(
      {Method::Get, "/later", {}, [&](Request&&, Responder r) { taken.set_value(std::move(r)); }});
  Running const running(std::move(routes), options);
  RawSocket waiting(running.port);
  waiting.send("GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  auto responder = taken.get_future().get();
  Client other("127.0.0.1", running.port);
  auto const refused = other.send(Method::Get, "/later");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_EQ(refused->header("Retry-After"), "1");
  EXPECT_EQ(other.send(Method::Get, "/hello")->status, 200);
  responder.send(Response::text(200, "done"));
  EXPECT_TRUE(waiting.read_to_end().ends_with("done"));
}

// When every worker is busy and the queue is full the next request is refused at once.
TEST(Limits, WorkerQueue) {
  Options options;
  options.worker_threads = 1;
  options.limits.worker_queue = 1;
  std::promise<void> release;
  auto const released = release.get_future().share();
  std::atomic<int> running_handlers = 0;
  std::vector<Route> routes;
  routes.push_back({Method::Get, "/slow", {.max_body_bytes = {}, .run = Run::Worker}, [&](Request&) {
                      ++running_handlers;
                      released.wait();
                      return Response::text(200, "slow");
                    }});
  Running const running(std::move(routes), options);
  std::string const request = "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  RawSocket working(running.port);
  working.send(request);
  eventually([&] { return running_handlers == 1; });
  RawSocket queued(running.port);
  queued.send(request);
  eventually([&] { return running.server.stats().in_flight == 2; });
  auto const refused = answer_to(running.port, request);
  EXPECT_TRUE(refused.starts_with("HTTP/1.1 503 "));
  EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
  release.set_value();
  EXPECT_TRUE(working.read_to_end().ends_with("slow"));
  EXPECT_TRUE(queued.read_to_end().ends_with("slow"));
}

// A head that does not arrive in time is refused, byte by byte or not at all; silence just ends.
TEST(Timeouts, HeadAndIdle) {
  Running const running({hello()}, quick());
  RawSocket silent(running.port);
  EXPECT_EQ(silent.read_to_end(), "");
  EXPECT_EQ(silent.last, 0);
  EXPECT_TRUE(answer_to(running.port, "GET /hello HTT").starts_with("HTTP/1.1 408 "));
  RawSocket dripping(running.port);
  // It sends for as long as the server listens: only the deadline of the head can end this.
  while (dripping.send("X")) std::this_thread::yield();
  EXPECT_TRUE(dripping.read_to_end().empty() || dripping.received.starts_with("HTTP/1.1 4"))
      << dripping.received;
  RawSocket kept(running.port);
  kept.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(kept.read_to_end().ends_with("hello"));
  EXPECT_EQ(kept.last, 0) << "an idle connection is closed in order";
}

// A body must keep moving.
TEST(Timeouts, Body) {
  Running const running({echo()}, quick());
  auto const answer =
      answer_to(running.port, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhello");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
  EXPECT_GE(running.server.stats().timeouts, 1U);
}

// A client that does not read its answer loses its connection, and the memory of the answer is free again.
TEST(Timeouts, ClientThatDoesNotRead) {
  auto options = quick();
  options.timeouts.bytes_per_second = 1'000'000'000;
  std::vector<Route> routes;
  routes.push_back({Method::Get, "/large", {}, [](Request&) {
                      return Response::text(200, std::string(30'000'000, 'x'));
                    }});
  Running const running(std::move(routes), options);
  RawSocket client(running.port, 4096);
  client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  eventually(
      [&] { return running.server.stats().bytes_sent > 0 && running.server.stats().connections == 0; });
  EXPECT_GE(running.server.stats().timeouts, 1U);
  EXPECT_LT(running.server.stats().bytes_sent, 30'000'000U);
}

// A handler that never answers does not hold its client for ever, and its late answer harms nobody.
TEST(Timeouts, Answer) {
  Options options;
  options.timeouts.answer = 60ms;
  std::promise<Responder> taken;
  std::vector<Route> routes;
  routes.push_back(
      {Method::Get, "/later", {}, [&](Request&&, Responder r) { taken.set_value(std::move(r)); }});
  Running const running(std::move(routes), options);
  auto const answer = answer_to(running.port, "GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 "));
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
  taken.get_future().get().send(Response::text(200, "too late"));
}

}  // namespace
}  // namespace tamga::http::testing
