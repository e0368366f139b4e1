// SPDX-License-Identifier: Apache-2.0
#include "outward/testing/raw_service.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace tamga::outward::testing {
namespace {

std::size_t length_of(std::string const& head) {
  constexpr std::string_view kName = "Content-Length: ";
  auto const place = head.find(kName);
  return place == std::string::npos ? 0 : std::stoul(head.substr(place + kName.size()));
}

/// The request once it is complete; what came of it when the caller hung up.
std::string receive(int connection) {
  std::string text;
  char buffer[4096];
  for (;;) {
    auto const head = text.find("\r\n\r\n");
    if (head != std::string::npos && text.size() >= head + 4 + length_of(text.substr(0, head))) return text;
    ssize_t const got = ::recv(connection, buffer, sizeof buffer, 0);
    if (got <= 0) return text;
    text.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace

RawService::RawService(Handler handler) : handler_(std::move(handler)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, plain, &size) != 0)
    throw std::runtime_error("no port");
  port_ = ::ntohs(address.sin_port);
  acceptor_ = std::jthread([this] { accept_all(); });
}

RawService::~RawService() {
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  connections_.clear();
  ::close(listener_);
}

void RawService::accept_all() {
  for (;;) {
    int const connection = ::accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    connections_.emplace_back([this, connection] { serve(connection); });
  }
}

void RawService::serve(int connection) {
  std::string const request = receive(connection);
  ++requests_;
  std::string const bytes = handler_(request);
  for (std::size_t sent = 0; sent < bytes.size();) {
    ssize_t const now = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) break;
    sent += static_cast<std::size_t>(now);
  }
  ::close(connection);
}

std::string RawService::url(std::string_view path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

std::string reply(int status, std::string_view body, std::string_view headers) {
  return "HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

}  // namespace tamga::outward::testing
