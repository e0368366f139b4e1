// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

namespace tamga::crypto::testing {

/// A small HTTP server on a free port of this machine, for tests of what calls one. One request a connection,
/// one connection at a time.
class HttpService {
 public:
  struct Request {
    std::string method;
    std::string target;
    std::string headers;
    std::string body;
  };
  struct Answer {
    int status = 200;
    std::string body = {};
    std::string headers = {};  ///< further lines, each with its end
  };
  using Handler = std::function<Answer(Request const&)>;

  explicit HttpService(Handler handler);
  ~HttpService();
  HttpService(HttpService const&) = delete;
  HttpService& operator=(HttpService const&) = delete;

  /// "127.0.0.1:40123"
  [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::string url(std::string const& path) const { return "http://" + host() + path; }
  [[nodiscard]] int requests() const { return requests_; }

 private:
  void run();
  void serve(int connection);

  Handler handler_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> requests_ = 0;
  std::thread thread_;
};

}  // namespace tamga::crypto::testing
