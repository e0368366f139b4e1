// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <thread>

#include "http/testing/loopback.hpp"

namespace tamga::http::testing {
namespace {

std::string const kHost = "Host: a\r\n";
std::string const kBomb = "GET /hello HTTP/1.1\r\nHost: smuggled\r\n\r\n";

struct Attack {
  std::string name;
  std::string bytes;
};

std::vector<Attack> attacks() {
  auto const post = [](std::string const& headers, std::string const& body) {
    return "POST /echo HTTP/1.1\r\n" + kHost + headers + "\r\n" + body + kBomb;
  };
  std::string const chunked = "Transfer-Encoding: chunked\r\n";
  std::string const nul(1, '\0');
  return {
      {"TE and CL", post(chunked + "Content-Length: 5\r\n", "0\r\n\r\n")},
      {"CL and TE", post("Content-Length: 5\r\n" + chunked, "0\r\n\r\n")},
      {"two CL", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")},
      {"two equal CL", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello")},
      {"CL list", post("Content-Length: 5, 5\r\n", "hello")},
      {"CL sign", post("Content-Length: +5\r\n", "hello")},
      {"CL minus", post("Content-Length: -1\r\n", "hello")},
      {"CL hex", post("Content-Length: 0x5\r\n", "hello")},
      {"CL empty", post("Content-Length:\r\n", "hello")},
      {"CL overflow", post("Content-Length: 18446744073709551617\r\n", "hello")},
      {"CL inner space", post("Content-Length: 5 5\r\n", "hello")},
      {"TE gzip", post("Transfer-Encoding: gzip\r\n", "")},
      {"TE gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
      {"TE chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")},
      {"TE xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
      {"two TE", post(chunked + chunked, "0\r\n\r\n")},
      {"TE quoted", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
      {"TE in HTTP/1.0", "POST /echo HTTP/1.0\r\n" + kHost + chunked + "\r\n0\r\n\r\n" + kBomb},
      {"space before colon", post("Content-Length : 5\r\n", "hello")},
      {"tab before colon", post("Transfer-Encoding\t: chunked\r\n", "0\r\n\r\n")},
      {"folded line", post("X-A: b\r\n c\r\n", "")},
      {"folded length", post("Content-Length:\r\n 5\r\n", "hello")},
      {"folded first header", "GET /hello HTTP/1.1\r\n X: y\r\n" + kHost + "\r\n"},
      {"bare LF lines", "GET /hello HTTP/1.1\nHost: a\n\n"},
      {"bare LF in a header", "GET /hello HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"},
      {"bare CR in a header", "GET /hello HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"},
      {"CR CR LF", "GET /hello HTTP/1.1\r\nHost: a\r\r\n\r\n"},
      {"NUL in a value", "GET /hello HTTP/1.1\r\nHost: a\r\nX: b" + nul + "c\r\n\r\n"},
      {"NUL in a name", "GET /hello HTTP/1.1\r\nHost: a\r\nX" + nul + ": b\r\n\r\n"},
      {"escape in a value", "GET /hello HTTP/1.1\r\nHost: a\r\nX: \x1B[2J\r\n\r\n"},
      {"header without colon", "GET /hello HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n"},
      {"empty header name", "GET /hello HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"},
      {"no Host", "GET /hello HTTP/1.1\r\n\r\n"},
      {"two Host", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
      {"Host list", "GET /hello HTTP/1.1\r\nHost: a, b\r\n\r\n"},
      {"leading empty line", "\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"two spaces", "GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"tab for space", "GET\t/hello HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"space after version", "GET /hello HTTP/1.1 \r\nHost: a\r\n\r\n"},
      {"no version", "GET /hello\r\nHost: a\r\n\r\n"},
      {"lower case version", "GET /hello http/1.1\r\nHost: a\r\n\r\n"},
      {"space in target", "GET /hel lo HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"raw bytes in target", "GET /hello\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"fragment", "GET /hello#x HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"target without slash", "GET hello HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"binary", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"},
      {"chunk size not hex", post(chunked, "zz\r\nhello\r\n0\r\n\r\n")},
      {"chunk size sign", post(chunked, "+5\r\nhello\r\n0\r\n\r\n")},
      {"chunk size 0x", post(chunked, "0x5\r\nhello\r\n0\r\n\r\n")},
      {"chunk size overflow", post(chunked, "10000000000000005\r\nhello\r\n0\r\n\r\n")},
      {"chunk size empty", post(chunked, "\r\nhello\r\n0\r\n\r\n")},
      {"chunk longer than said", post(chunked, "4\r\nhello\r\n0\r\n\r\n")},
      {"chunk bare LF", post(chunked, "5\nhello\r\n0\r\n\r\n")},
      {"chunk extension NUL", post(chunked, "5;a=\"" + nul + "\"\r\nhello\r\n0\r\n\r\n")},
      {"chunk extension LF", post(chunked, "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n")},
      {"last chunk extension LF", post(chunked, "5\r\nhello\r\n0;a=\"\n\"\r\n\r\n")},
      {"chunk bare CR", post(chunked, "5\rhello\r\n0\r\n\r\n")},
      {"trailer", post(chunked, "5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n")},
      {"harmless trailer", post(chunked, "5\r\nhello\r\n0\r\nX-Sum: 5\r\n\r\n")},
  };
}

// A request two parsers could read differently is answered once with 400 and nothing after it is read (RFC
// 9112, 11.2).
TEST(Framing, AmbiguousRequestsAreRefusedAndClosed) {
  Running const running({hello(), echo()});
  for (auto const& attack : attacks()) {
    RawSocket client(running.port);
    client.send(attack.bytes);
    client.read_to_end();
    EXPECT_TRUE(client.received.starts_with("HTTP/1.1 400 ")) << attack.name << ": " << client.received;
    EXPECT_EQ(count(client.received, "HTTP/1.1 "), 1U) << attack.name;
    EXPECT_NE(client.received.find("Connection: close\r\n"), std::string::npos) << attack.name;
    EXPECT_EQ(client.last, 0) << attack.name << " must end in order, not by a reset";
  }
}

// The verdict does not depend on how the network cuts the bytes.
TEST(Framing, VerdictIsTheSameByteByByte) {
  Running const running({hello(), echo()});
  for (auto const& attack : attacks()) {
    RawSocket client(running.port);
    for (char const c : attack.bytes)
      if (!client.send({&c, 1})) break;
    client.read_until("\r\n\r\n");
    EXPECT_TRUE(client.received.starts_with("HTTP/1.1 400 ")) << attack.name << ": " << client.received;
  }
}

// Bodies arrive whole however they are framed and cut.
TEST(Framing, GoodBodiesArrive) {
  Running const running({echo()});
  std::string const head = "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  std::string const chunked = head + "transfer-encoding: Chunked\r\n\r\n";
  std::pair<std::string, std::string> const cases[] = {
      {head + "Content-Length: 5\r\n\r\nhello", "hello"},
      {head + "Content-Length: 0\r\n\r\n", ""},
      {head + "\r\n", ""},
      {chunked + "5\r\nhello\r\n6;ext=\"a b\"\r\n world\r\n0\r\n\r\n", "hello world"},
      {chunked + "0\r\n\r\n", ""},
      {chunked + "000A;x\r\n0123456789\r\n00\r\n\r\n", "0123456789"},
  };
  for (auto const& [bytes, body] : cases) {
    RawSocket whole(running.port);
    whole.send(bytes);
    whole.read_to_end();
    EXPECT_TRUE(whole.received.starts_with("HTTP/1.1 200 ")) << bytes << whole.received;
    EXPECT_TRUE(whole.received.ends_with("\r\n\r\n" + body)) << bytes;
    RawSocket cut(running.port);
    for (char const c : bytes) cut.send({&c, 1});
    cut.read_to_end();
    EXPECT_TRUE(cut.received.ends_with("\r\n\r\n" + body)) << bytes << cut.received;
  }
}

// What is well-formed but not ours has its own answers.
TEST(Framing, UnknownVersionMethodAndExpectation) {
  Running const running({hello()});
  std::pair<std::string, std::string> const cases[] = {
      {"GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", "HTTP/1.1 505 "},
      {"BREW /hello HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 501 "},
      {"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 501 "},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", "HTTP/1.1 417 "},
  };
  for (auto const& [bytes, answer] : cases) {
    RawSocket client(running.port);
    client.send(bytes);
    client.read_to_end();
    EXPECT_TRUE(client.received.starts_with(answer)) << client.received;
  }
}

}  // namespace
}  // namespace tamga::http::testing
