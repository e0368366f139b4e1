// SPDX-License-Identifier: Apache-2.0
#include "crypto/testing_http.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace tamga::crypto::testing {
namespace {

std::size_t length_of(std::string const& headers) {
  constexpr std::string_view kName = "Content-Length: ";
  auto const place = headers.find(kName);
  return place == std::string::npos ? 0 : std::stoul(headers.substr(place + kName.size()));
}

}  // namespace

HttpService::HttpService(Handler handler) : handler_(std::move(handler)) {
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
  thread_ = std::thread([this] { run(); });
}

HttpService::~HttpService() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

void HttpService::run() {
  for (;;) {
    int const connection = ::accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    serve(connection);
    ::close(connection);
  }
}

void HttpService::serve(int connection) {
  std::string text;
  std::size_t head = std::string::npos;
  char buffer[4096];
  while (head == std::string::npos || text.size() < head + 4 + length_of(text.substr(0, head))) {
    ssize_t const got = ::recv(connection, buffer, sizeof buffer, 0);
    if (got <= 0) return;
    text.append(buffer, static_cast<std::size_t>(got));
    head = text.find("\r\n\r\n");
  }
  Request request;
  request.headers = text.substr(0, head);
  request.body = text.substr(head + 4);
  auto const space = text.find(' ');
  request.method = text.substr(0, space);
  request.target = text.substr(space + 1, text.find(' ', space + 1) - space - 1);
  ++requests_;
  Answer const answer = handler_(request);
  std::string const out = "HTTP/1.1 " + std::to_string(answer.status) +
                          " x\r\nContent-Length: " + std::to_string(answer.body.size()) +
                          "\r\nConnection: close\r\n" + answer.headers + "\r\n" + answer.body;
  std::size_t sent = 0;
  while (sent < out.size()) {
    ssize_t const now = ::send(connection, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) return;
    sent += static_cast<std::size_t>(now);
  }
}

}  // namespace tamga::crypto::testing
