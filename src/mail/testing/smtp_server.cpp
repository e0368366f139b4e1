// SPDX-License-Identifier: Apache-2.0
#include "mail/testing/smtp_server.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>

#include "base/testing/source_path.hpp"

namespace tamga::mail::testing {
namespace {

std::string script(char const* name) { return source_path("src/mail/testing") / name; }

// Debian's own, which has Debian's packages; another python3 may come first in the path.
constexpr char const* kPython = "/usr/bin/python3";

/// A line of the pipe; what is there when it ends.
std::string line_of(int pipe) {
  std::string line;
  char c = 0;
  while (::read(pipe, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

SmtpServer::SmtpServer(std::filesystem::path folder, std::vector<std::string> options)
    : folder_(std::move(folder)) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) std::abort();
  std::vector<std::string> words{kPython, script("smtp_server.py"), folder_.string()};
  words.insert(words.end(), options.begin(), options.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    ::execv(kPython, arguments.data());
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  input_ = in[1];
  std::string const port = line_of(out[0]);
  ::close(out[0]);
  port_ = std::atoi(port.c_str());
  EXPECT_GT(port_, 0) << "the SMTP server does not start; is python3-aiosmtpd installed?";
}

SmtpServer::~SmtpServer() {
  ::close(input_);
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

nlohmann::json SmtpServer::received() const { return decoded(folder_ / "new"); }

nlohmann::json decoded(std::filesystem::path const& folder) {
  std::vector<std::string> files;
  std::error_code none;
  for (auto const& entry : std::filesystem::directory_iterator(folder, none)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string command = std::string(kPython) + " " + script("read_mail.py");
  for (std::string const& file : files) command += " '" + file + "'";
  FILE* const pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> some{};
  for (std::size_t got = 0; (got = std::fread(some.data(), 1, some.size(), pipe)) > 0;)
    text.append(some.data(), got);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return nlohmann::json::parse(text);
}

TestFolder::TestFolder() {
  static std::atomic<int> next = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("tamga-mail-" + std::to_string(::getpid()) + "-" + std::to_string(next++));
  std::filesystem::remove_all(path_);
  std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace tamga::mail::testing
