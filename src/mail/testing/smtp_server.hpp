// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tamga::mail::testing {

/// A real SMTP server, aiosmtpd of Debian, for as long as the object lives; what it took lies in a Maildir. A
/// test fails when the package is missing. `options`: see smtp_server.py.
class SmtpServer {
 public:
  explicit SmtpServer(std::filesystem::path folder, std::vector<std::string> options = {});
  ~SmtpServer();
  SmtpServer(SmtpServer const&) = delete;
  SmtpServer& operator=(SmtpServer const&) = delete;

  [[nodiscard]] std::string url(std::string const& host = "127.0.0.1") const {
    return "smtp://" + host + ":" + std::to_string(port_);
  }
  /// What arrived, as Python's own parser decodes it: headers, plain, html.
  [[nodiscard]] nlohmann::json received() const;

 private:
  std::filesystem::path folder_;
  pid_t process_ = -1;
  int input_ = -1;
  int port_ = 0;
};

/// The e-mails of a folder, in order of name, decoded the same way.
nlohmann::json decoded(std::filesystem::path const& folder);

/// A folder of one test, gone at the end.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(TestFolder const&) = delete;
  TestFolder& operator=(TestFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tamga::mail::testing
