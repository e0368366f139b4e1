// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include <future>
#include <mutex>
#include <thread>

#include "http/client.hpp"
#include "http/errors.hpp"
#include "http/testing/loopback.hpp"

namespace tamga::http::testing {
namespace {

std::string get(std::string const& path, std::string const& more = {}) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
}

// One connection serves any number of requests, and each answer carries its own date, id and protection.
TEST(Server, KeepsTheConnection) {
  Running const running({hello(), echo()});
  Client client("127.0.0.1", running.port);
  std::string last_id;
  for (int i = 0; i < 10; ++i) {
    auto const body = "body " + std::to_string(i);
    auto const response = client.send(Method::Post, "/echo", {}, body);
    ASSERT_TRUE(response) << describe(response.error());
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, body);
    EXPECT_TRUE(response->header("Date")->ends_with(" GMT"));
    EXPECT_EQ(response->header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response->header("Content-Type"), "text/plain; charset=utf-8");
    EXPECT_NE(response->header("X-Request-Id"), last_id);
    last_id = *response->header("X-Request-Id");
  }
  auto const stats = running.server.stats();
  EXPECT_EQ(stats.accepted, 1U);
  EXPECT_EQ(stats.responses_by_class[2], 10U);
}

// Requests sent without waiting are answered in their order, whoever answers them.
TEST(Server, PipelinedAnswersKeepTheirOrder) {
  std::vector<Route> routes;
  auto const name = [](Request& request) {
    return Response::text(200, "<" + std::string(request.parameter("n")) + ">");
  };
  routes.push_back({Method::Get, "/inline/{n}", {}, name});
  routes.push_back({Method::Get, "/worker/{n}", {.max_body_bytes = {}, .run = Run::Worker}, name});
  routes.push_back({Method::Get, "/large/{n}", {}, [](Request& request) {
                      return Response::text(
                          200, std::string(100'000, 'x') + "<" + std::string(request.parameter("n")) + ">");
                    }});
  Running const running(std::move(routes));
  RawSocket client(running.port);
  std::string sent;
  std::string expected;
  for (int i = 0; i < 60; ++i) {
    auto const n = std::to_string(i);
    auto const kind = i % 7 == 0 ? "/large/" : i % 3 == 0 ? "/worker/" : i % 5 == 0 ? "/absent/" : "/inline/";
    sent += get(kind + n);
    expected += std::string_view(kind) == "/absent/" ? "404" : "<" + n + ">";
  }
  std::thread sender([&] { client.send(sent + get("/inline/last", "Connection: close\r\n")); });
  client.read_to_end();
  sender.join();
  std::string seen;
  auto const& all = client.received;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all.compare(at, 13, "HTTP/1.1 404 ") == 0) seen += "404";
    if (all[at] == '<') seen += all.substr(at, all.find('>', at) - at + 1);
  }
  EXPECT_EQ(seen, expected + "<last>");
}

// A small body is answered on the thread of its socket, a larger one on a worker.
TEST(Server, SmallBodiesNeedNoWorker) {
  auto const here = [](Request&) {
    return Response::text(200, std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id())));
  };
  std::vector<Route> routes;
  routes.push_back({Method::Post, "/inline", {}, here});
  routes.push_back(
      {Method::Post, "/either", {.max_body_bytes = {}, .run = Run::Worker, .inline_body_bytes = 4}, here});
  Running const running(std::move(routes));
  Client client("127.0.0.1", running.port);
  auto const ask = [&](std::string const& path, std::string const& body) {
    auto const response = client.send(Method::Post, path, {}, body);
    EXPECT_TRUE(response) << describe(response.error());
    return response->body;
  };
  std::string const socket_thread = ask("/inline", "abcdefgh");
  EXPECT_EQ(ask("/either", "abcd"), socket_thread);
  EXPECT_NE(ask("/either", "abcde"), socket_thread);
  EXPECT_NE(ask("/either", ""), socket_thread);
}

// HEAD answers what GET would, without the body (RFC 9110, 9.3.2).
TEST(Server, HeadHasLengthAndNoBody) {
  Running const running({hello()});
  RawSocket client(running.port);
  client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  client.read_to_end();
  EXPECT_NE(client.received.find("Content-Length: 5\r\n"), std::string::npos);
  EXPECT_TRUE(client.received.ends_with("\r\n\r\n"));
}

// An unknown path is 404, an unknown method on a known path 405 with Allow; the connection goes on.
TEST(Server, NotFoundAndMethodNotAllowed) {
  Running const running({hello(), echo()});
  Client client("127.0.0.1", running.port);
  EXPECT_EQ(client.send(Method::Get, "/nowhere")->status, 404);
  auto const refused = client.send(Method::Delete, "/hello");
  EXPECT_EQ(refused->status, 405);
  EXPECT_EQ(refused->header("Allow"), "GET, HEAD");
  EXPECT_EQ(client.send(Method::Get, "/hello")->status, 200);
  EXPECT_EQ(running.server.stats().accepted, 1U);
}

// An older client gets its answer and an end; it never sees chunks or keep-alive.
TEST(Server, Http10IsAnsweredAndClosed) {
  Running const running({hello()});
  RawSocket client(running.port);
  client.send("GET http://example.org/hello HTTP/1.0\r\n\r\n");
  client.read_to_end();
  EXPECT_TRUE(client.received.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_NE(client.received.find("Connection: close\r\n"), std::string::npos);
  EXPECT_TRUE(client.received.ends_with("hello"));
}

// A client that asks first is told to go on, and only when the body is welcome.
TEST(Server, ExpectContinue) {
  Running const running({echo({.max_body_bytes = 10, .run = Run::Inline})});
  std::string const head = "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n";
  RawSocket welcome(running.port);
  welcome.send(head + "Content-Length: 5\r\n\r\n");
  ASSERT_EQ(welcome.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  welcome.send("hello");
  EXPECT_TRUE(welcome.read_to_end().ends_with("\r\n\r\nhello"));
  RawSocket unwelcome(running.port);
  unwelcome.send(head + "Content-Length: 50\r\n\r\n");
  EXPECT_TRUE(unwelcome.read_to_end().starts_with("HTTP/1.1 413 "));
}

// Pages stand beside the routes: they answer where no route does, to reading alone, and take nothing from one.
TEST(Server, TheFallbackAnswersReadingOfPathsThatNoRouteHas) {
  Options options;
  options.fallback = [](Request const& request) -> std::optional<Response> {
    if (request.path() == "/missing") return std::nullopt;
    return Response::text(200, "page");
  };
  Running const running({echo()}, std::move(options));
  Client client("127.0.0.1", running.port);
  auto const page = client.send(Method::Get, "/some/page?x=1");
  ASSERT_TRUE(page) << describe(page.error());
  EXPECT_EQ(page->body, "page");
  EXPECT_EQ(client.send(Method::Head, "/some/page")->body, "");
  EXPECT_EQ(client.send(Method::Get, "/missing")->status, 404);
  EXPECT_EQ(client.send(Method::Post, "/some/page", {}, "")->status, 404);
  EXPECT_EQ(client.send(Method::Get, "/echo")->status, 405);
  EXPECT_EQ(client.send(Method::Get, "/../etc/passwd")->status, 400);
}

// The application draws our errors, with the id under which the log knows them.
TEST(Server, ErrorsAreRenderedByTheApplication) {
  Options options;
  options.render_error = [](Error const& error, Request const& request) {
    return Response::of(error.kind().http_status, "application/problem+json",
                        std::string(error.name()) + " " + request.request_id());
  };
  std::vector<Route> routes;
  routes.push_back(
      {Method::Get, "/throws", {}, [](Request&) -> Response { throw std::runtime_error("secret"); }});
  routes.push_back(
      {Method::Get, "/throws/worker", {.max_body_bytes = {}, .run = Run::Worker}, [](Request&) -> Response {
         throw std::runtime_error("secret");
       }});
  routes.push_back({Method::Get, "/dropped", {}, [](Request&&, Responder) {}});
  Running const running(std::move(routes), std::move(options));
  Client client("127.0.0.1", running.port);
  for (std::string const path : {"/throws", "/throws/worker", "/dropped"}) {
    auto const response = client.send(Method::Get, path);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 500) << path;
    EXPECT_EQ(response->header("Content-Type"), "application/problem+json");
    EXPECT_EQ(response->body, "HTTP_UNEXPECTED " + std::string(*response->header("X-Request-Id")));
  }
  RawSocket raw(running.port);
  raw.send("nonsense\r\n\r\n");
  EXPECT_NE(raw.read_to_end().find("HTTP_MALFORMED "), std::string::npos);
}

// An answer may come from any thread, after the handler returned.
TEST(Server, AnswersLaterFromAnotherThread) {
  std::promise<std::pair<std::string, Responder>> taken;
  std::vector<Route> routes;
  routes.push_back({Method::Post, "/documents", {}, [&](Request&& request, Responder responder) {
                      taken.set_value({request.take_body(), std::move(responder)});
                    }});
  Running const running(std::move(routes));
  std::thread committer([&] {
    auto [body, responder] = taken.get_future().get();
    responder.send(Response::text(202, "committed " + body));
    responder.send(Response::text(500, "a second answer is ignored"));
  });
  Client client("127.0.0.1", running.port);
  auto const response = client.send(Method::Post, "/documents", {}, "document");
  committer.join();
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 202);
  EXPECT_EQ(response->body, "committed document");
  EXPECT_EQ(running.server.stats().in_flight, 0U);
}

// Only the proxy we trust may name the client and the request; anyone else's headers are just headers.
TEST(Server, ForwardedHeadersOnlyFromTrustedProxies) {
  auto const who = [] {
    std::vector<Route> routes;
    routes.push_back({Method::Get, "/who", {}, [](Request& request) {
                        return Response::text(200, request.remote_address() + " " + request.request_id());
                      }});
    return routes;
  };
  Client::Headers const headers{{"X-Forwarded-For", "6.6.6.6, 10.1.2.3"},
                                {"X-Forwarded-For", "203.0.113.9, 10.0.0.7"},
                                {"X-Request-Id", "from-proxy"}};
  Options options;
  options.trusted_proxies = {"127.0.0.1", "10.0.0.7"};
  Running const trusting(who(), options);
  Client behind("127.0.0.1", trusting.port);
  EXPECT_EQ(behind.send(Method::Get, "/who", headers)->body, "203.0.113.9 from-proxy");
  EXPECT_EQ(behind.send(Method::Get, "/who", {{"X-Forwarded-For", "<script>"}})->body.substr(0, 10),
            "127.0.0.1 ");
  Running const plain(who());
  Client direct("127.0.0.1", plain.port);
  auto const body = direct.send(Method::Get, "/who", headers)->body;
  EXPECT_TRUE(body.starts_with("127.0.0.1 "));
  EXPECT_EQ(body.find("from-proxy"), std::string::npos);
}

// Each answered request is reported once, with the pattern and not the path, so that metrics stay few.
TEST(Server, ReportsEachRequest) {
  std::mutex mutex;
  std::vector<std::string> seen;
  Options options;
  options.on_request_done = [&](RequestDone const& done) {
    std::scoped_lock const lock(mutex);
    seen.push_back(std::string(name_of(done.method)) + " " + std::string(done.route) + " " +
                   std::to_string(done.status) + " " + std::to_string(done.body_bytes_sent));
  };
  std::vector<Route> routes;
  routes.push_back({Method::Get, "/codes/{cis}", {}, [](Request&) { return Response::text(200, "123"); }});
  {
    Running const running(std::move(routes), std::move(options));
    Client client("127.0.0.1", running.port);
    ASSERT_TRUE(client.send(Method::Get, "/codes/1"));
    ASSERT_TRUE(client.send(Method::Get, "/absent"));
  }
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0], "GET /codes/{cis} 200 3");
  EXPECT_TRUE(seen[1].starts_with("GET  404 "));
}

// An answer that wants to know hears of it once, and the next one on the connection is not taken for it.
TEST(Server, TellsAnAnswerThatItWasGiven) {
  std::mutex mutex;
  std::vector<std::string> seen;
  std::vector<Route> routes;
  routes.push_back(hello());
  routes.push_back({Method::Get, "/told", {}, [&](Request&) {
                      auto response = Response::text(201, "123");
                      response.on_done = [&](RequestDone const& done) {
                        std::scoped_lock const lock(mutex);
                        seen.push_back(std::to_string(done.status) + " " +
                                       std::to_string(done.body_bytes_sent));
                      };
                      return response;
                    }});
  {
    Running const running(std::move(routes));
    Client client("127.0.0.1", running.port);
    ASSERT_TRUE(client.send(Method::Get, "/told"));
    ASSERT_TRUE(client.send(Method::Get, "/absent"));
  }
  EXPECT_EQ(seen, std::vector<std::string>{"201 3"});
}

// A start that cannot succeed says why, and a wrong table is found before the port is opened.
TEST(Server, StartFailures) {
  Options options;
  options.address = "192.0.2.1";
  Server elsewhere(options, {});
  auto const refused = elsewhere.start();
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kListen));
  std::vector<Route> routes;
  routes.push_back(hello());
  routes.push_back(hello());
  Server doubled({}, std::move(routes));
  auto const wrong = doubled.start();
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(wrong.error().is(kRoute));
}

// The client says what failed: nobody listens, or the server broke off.
TEST(ClientFailures, AreErrors) {
  std::uint16_t port = 0;
  {
    Running const running({hello()});
    port = running.port;
  }
  Client client("127.0.0.1", port);
  auto const response = client.send(Method::Get, "/hello");
  ASSERT_FALSE(response);
  EXPECT_TRUE(response.error().is(kConnect));
}

}  // namespace
}  // namespace tamga::http::testing
