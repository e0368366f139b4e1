// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tamga::outward::testing {

/// A service on a free port of this machine that answers with whatever bytes the test wants, broken ones too.
/// One request a connection, a thread for each.
class RawService {
 public:
  /// Head and body of the request as they came; gives the bytes to send before the connection is closed.
  using Handler = std::function<std::string(std::string const& request)>;

  explicit RawService(Handler handler);
  ~RawService();
  RawService(RawService const&) = delete;
  RawService& operator=(RawService const&) = delete;

  [[nodiscard]] std::string url(std::string_view path) const;
  [[nodiscard]] int requests() const { return requests_; }

 private:
  void accept_all();
  void serve(int connection);

  Handler handler_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> requests_ = 0;
  std::vector<std::jthread> connections_;
  std::jthread acceptor_;
};

/// A complete answer.
std::string reply(int status, std::string_view body, std::string_view headers = {});

}  // namespace tamga::outward::testing
