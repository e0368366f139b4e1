// SPDX-License-Identifier: Apache-2.0
#include "http/client.hpp"

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cerrno>
#include <cstring>
#include <limits>

#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {
namespace {

namespace beast_http = boost::beast::http;

tl::unexpected<Error> broken(std::string what) { return fail(Error(kExchange).log(std::move(what))); }
std::string errno_text() { return std::strerror(errno); }

void set_timeout(int socket, std::chrono::milliseconds timeout) {
  timeval const limit{timeout.count() / 1000, (timeout.count() % 1000) * 1000};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  int const on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// Fills an event from the lines of its frame; false when the frame held only comments.
bool parse_event(std::string_view frame, Event& event) {
  bool has_data = false;
  while (!frame.empty()) {
    auto const end = std::min(frame.find('\n'), frame.size());
    auto line = frame.substr(0, end);
    frame.remove_prefix(std::min(end + 1, frame.size()));
    auto const colon = std::min(line.find(':'), line.size());
    auto const name = line.substr(0, colon);
    line.remove_prefix(std::min(colon + 1, line.size()));
    if (line.starts_with(' ')) line.remove_prefix(1);
    if (name == "id") {
      event.id = line;
    } else if (name == "event") {
      event.name = line;
    } else if (name == "data") {
      if (has_data) event.data += '\n';
      event.data += line;
      has_data = true;
    }
  }
  return has_data;
}

}  // namespace

std::optional<std::string_view> ClientResponse::header(std::string_view name) const {
  for (auto const& [key, value] : headers)
    if (iequals(key, name)) return value;
  return std::nullopt;
}

/// Beast's parser of one response.
class Client::Exchange {
 public:
  explicit Exchange(Method method) {
    parser.skip(method == Method::Head);
    parser.eager(true);
    parser.body_limit(boost::none);
    parser.header_limit(1024 * 1024);
  }
  /// Consumes what it can; false when the response is malformed.
  bool feed(std::string& buffer) {
    while (!parser.is_done() && !buffer.empty()) {
      boost::beast::error_code ec;
      auto const used = parser.put({buffer.data(), buffer.size()}, ec);
      buffer.erase(0, used);
      if (ec == beast_http::error::need_more) return true;
      if (ec) return false;
    }
    return true;
  }
  beast_http::response_parser<beast_http::string_body> parser;
};

Client::Client(std::string host, std::uint16_t port, std::chrono::milliseconds timeout)
    : host_(std::move(host)), port_(port), timeout_(timeout) {}

Client::~Client() { close(); }

Client::Client(Client&& other) noexcept
    : host_(std::move(other.host_)),
      port_(other.port_),
      timeout_(other.timeout_),
      socket_(std::exchange(other.socket_, -1)),
      connection_kept_(other.connection_kept_),
      buffer_(std::move(other.buffer_)),
      events_(std::move(other.events_)),
      exchange_(std::move(other.exchange_)) {}

Client& Client::operator=(Client&& other) noexcept {
  if (this != &other) {
    close();
    host_ = std::move(other.host_);
    port_ = other.port_;
    timeout_ = other.timeout_;
    socket_ = std::exchange(other.socket_, -1);
    connection_kept_ = other.connection_kept_;
    buffer_ = std::move(other.buffer_);
    events_ = std::move(other.events_);
    exchange_ = std::move(other.exchange_);
  }
  return *this;
}

void Client::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  connection_kept_ = false;
  buffer_.clear();
  events_.clear();
  exchange_.reset();
}

Result<void> Client::connect() {
  close();
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  auto const refuse = [&](std::string what) {
    return fail(Error(kConnect).with("host", host_).with("port", std::to_string(port_)).log(std::move(what)));
  };
  if (int const code = getaddrinfo(host_.c_str(), std::to_string(port_).c_str(), &wanted, &found); code != 0)
    return refuse(gai_strerror(code));
  std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> const addresses(found, freeaddrinfo);
  std::string why = "no address";
  for (auto const* address = found; address != nullptr && socket_ < 0; address = address->ai_next) {
    int const candidate =
        socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
    if (candidate < 0) return refuse(errno_text());
    set_timeout(candidate, timeout_);
    if (::connect(candidate, address->ai_addr, address->ai_addrlen) == 0) {
      socket_ = candidate;
    } else {
      why = errno_text();
      ::close(candidate);
    }
  }
  if (socket_ < 0) return refuse(why);
  return {};
}

Result<void> Client::write(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n < 0) return broken("send: " + errno_text());
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<bool> Client::fill() {
  constexpr std::size_t kReadBytes = 64 * 1024;
  auto const held = buffer_.size();
  buffer_.resize(held + kReadBytes);
  auto const n = ::recv(socket_, buffer_.data() + held, kReadBytes, 0);
  buffer_.resize(held + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  if (n < 0) return broken("receive: " + errno_text());
  return n > 0;
}

Result<ClientResponse> Client::open(Method method, std::string_view target, Headers const& headers,
                                    std::string_view body) {
  bool const reused = std::exchange(connection_kept_, false) && socket_ >= 0;
  if (!reused) TAMGA_TRY(connect());
  auto request = fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\n", name_of(method), target, host_, port_);
  for (auto const& [name, value] : headers) request += fmt::format("{}: {}\r\n", name, value);
  bool const may_have_body = method == Method::Post || method == Method::Put || method == Method::Patch;
  if (may_have_body || !body.empty()) request += fmt::format("Content-Length: {}\r\n", body.size());
  request += "\r\n";
  request += body;
  events_.clear();
  exchange_ = std::make_unique<Exchange>(method);
  // A server that refuses may answer and close before it read everything: the answer counts, not the broken
  // write.
  auto const written = write(request);
  for (;;) {
    auto& parser = exchange_->parser;
    if (!exchange_->feed(buffer_)) {
      close();
      return broken("malformed response");
    }
    if (parser.is_header_done() && parser.get().result_int() == 100) {
      exchange_ = std::make_unique<Exchange>(method);
      continue;
    }
    if (parser.is_header_done()) break;
    auto const more = fill();
    if (more && *more) continue;
    close();
    if (!written) return fail(written.error());
    return more ? broken("the connection ended before the response") : fail(more.error());
  }
  ClientResponse response;
  auto const& head = exchange_->parser.get();
  response.status = static_cast<int>(head.result_int());
  for (auto const& field : head)
    response.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
  connection_kept_ = written.has_value() && exchange_->parser.is_done() && head.keep_alive();
  return response;
}

Result<std::string> Client::read_piece() {
  for (;;) {
    if (!exchange_) return broken("no response is open");
    auto& parser = exchange_->parser;
    auto piece = std::exchange(parser.get().body(), std::string());
    if (parser.is_done()) connection_kept_ = parser.keep_alive();
    if (!piece.empty() || parser.is_done()) return piece;
    auto const more = fill();
    if (!more || !*more) {
      boost::beast::error_code ec;
      if (more) parser.put_eof(ec);
      if (more && !ec) continue;
      close();
      return more ? broken("the connection ended inside the body") : fail(more.error());
    }
    if (!exchange_->feed(buffer_)) {
      close();
      return broken("malformed body");
    }
  }
}

Result<ClientResponse> Client::send(Method method, std::string_view target, Headers const& headers,
                                    std::string_view body) {
  TAMGA_ASSIGN(response, open(method, target, headers, body));
  for (;;) {
    TAMGA_ASSIGN(piece, read_piece());
    if (piece.empty()) return std::move(response);
    response.body += piece;
  }
}

Result<std::optional<Event>> Client::read_event() {
  for (;;) {
    if (auto const end = events_.find("\n\n"); end != std::string::npos) {
      Event event;
      bool const real = parse_event(std::string_view(events_).substr(0, end), event);
      events_.erase(0, end + 2);
      if (real) return std::optional(std::move(event));
      continue;
    }
    TAMGA_ASSIGN(piece, read_piece());
    if (piece.empty()) return std::optional<Event>();
    events_ += piece;
  }
}

}  // namespace tamga::http
