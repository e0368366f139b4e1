// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "outward/errors.hpp"
#include "outward/exchange.hpp"

namespace tamga::outward {
namespace {

namespace fs = std::filesystem;

/// OpenSSL's own server with a fresh certificate for 127.0.0.1, signed by itself.
class EncryptedService {
 public:
  EncryptedService() {
    std::string pattern = (fs::temp_directory_path() / "tamga-tls-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    folder_ = pattern;
    std::string const make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test "
        "-addext subjectAltName=IP:127.0.0.1 -keyout " +
        key() + " -out " + certificate() + " 2>/dev/null";
    if (std::system(make.c_str()) != 0) throw std::runtime_error("openssl req");
    start();
  }
  ~EncryptedService() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    close(output_);
    fs::remove_all(folder_);
  }
  EncryptedService(EncryptedService const&) = delete;
  EncryptedService& operator=(EncryptedService const&) = delete;

  [[nodiscard]] std::string certificate() const { return folder_ / "certificate.pem"; }
  [[nodiscard]] std::string url(std::string const& host) const {
    return "https://" + host + ":" + port_ + "/";
  }

 private:
  [[nodiscard]] std::string key() const { return folder_ / "key.pem"; }

  void start() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    output_ = ends[0];
    std::string const cert = certificate();
    std::string const key_file = key();
    char const* const arguments[] = {"openssl", "s_server",   "-accept", "127.0.0.1:0",    "-www",
                                     "-cert",   cert.c_str(), "-key",    key_file.c_str(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    int const spawned =
        posix_spawnp(&process_, "openssl", &actions, nullptr, const_cast<char**>(arguments), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (spawned != 0) throw std::runtime_error("openssl s_server");
    port_ = read_port();
  }

  /// It says "ACCEPT 127.0.0.1:40123" once it listens.
  [[nodiscard]] std::string read_port() const {
    constexpr std::string_view kWord = "ACCEPT 127.0.0.1:";
    std::string said;
    char byte = 0;
    while (read(output_, &byte, 1) == 1) {
      said.push_back(byte);
      auto const at = said.find(kWord);
      if (byte == '\n' && at != std::string::npos)
        return said.substr(at + kWord.size(), said.size() - 1 - at - kWord.size());
    }
    throw std::runtime_error("openssl s_server said: " + said);
  }

  fs::path folder_;
  pid_t process_ = -1;
  int output_ = -1;
  std::string port_;
};

// Only who is trusted, under its own name, is talked to.
TEST(EncryptedExchange, TheServiceProvesWhoItIs) {
  EncryptedService const service;
  auto const trusted = exchange({.url = service.url("127.0.0.1"), .ca_file = service.certificate()});
  ASSERT_TRUE(trusted) << describe(trusted.error());
  EXPECT_EQ(trusted->status, 200);
  EXPECT_TRUE(exchange({.url = service.url("127.0.0.1")}).error().is(kOutwardFailed));
  auto const misnamed = exchange({.url = service.url("localhost"), .ca_file = service.certificate()});
  EXPECT_TRUE(misnamed.error().is(kOutwardFailed));
}

}  // namespace
}  // namespace tamga::outward
