// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/crowd.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>

#include "bench/measure/child.hpp"

namespace tamga::bench {

Crowd::Crowd(std::uint16_t port, int clients)
    : poll_(epoll_create1(EPOLL_CLOEXEC)), clients_(static_cast<std::size_t>(clients)) {
  require(poll_ >= 0, "no epoll");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (std::size_t i = 0; i < clients_.size(); ++i) {
    int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(socket >= 0 && connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
            "no connection");
    int const on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    require(epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event) == 0, "epoll");
    clients_[i].socket = socket;
  }
}

Crowd::~Crowd() {
  for (Client const& client : clients_) close(client.socket);
  close(poll_);
}

void Crowd::write(Client& client, std::string const& request) {
  // Small enough for the buffer of a socket with nothing else in it.
  require(::send(client.socket, request.data(), request.size(), MSG_NOSIGNAL) ==
              static_cast<ssize_t>(request.size()),
          "a request was not taken");
  client.busy = true;
}

bool Crowd::read(Client& client, std::string_view status) {
  std::array<char, 16'384> buffer;
  auto const got = recv(client.socket, buffer.data(), buffer.size(), 0);
  require(got > 0, "a connection was closed");
  client.answer.append(buffer.data(), static_cast<std::size_t>(got));
  auto const head = client.answer.find("\r\n\r\n");
  if (head == std::string::npos) return false;
  constexpr std::string_view kLength = "Content-Length: ";
  auto const at = client.answer.find(kLength);
  require(at < head, "an answer without length: " + client.answer);
  std::size_t length = 0;
  std::from_chars(client.answer.data() + at + kLength.size(), client.answer.data() + head, length);
  if (client.answer.size() < head + 4 + length) return false;
  if (std::string_view(client.answer).substr(9, status.size()) != status) give_up("answer: " + client.answer);
  client.answer.clear();
  client.busy = false;
  return true;
}

void Crowd::send(std::span<std::string const> requests, std::string_view status) {
  std::size_t next = 0;
  std::size_t answered = 0;
  for (Client& client : clients_)
    if (next < requests.size()) write(client, requests[next++]);
  std::array<epoll_event, 64> events;
  while (answered < requests.size()) {
    int const ready = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 30'000);
    require(ready > 0, "no answer for half a minute");
    for (int i = 0; i < ready; ++i) {
      Client& client = clients_[events[static_cast<std::size_t>(i)].data.u64];
      require(client.busy, "a connection was closed");
      if (!read(client, status)) continue;
      ++answered;
      if (next < requests.size()) write(client, requests[next++]);
    }
  }
}

}  // namespace tamga::bench
