// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace tamga::bench {
namespace {

[[noreturn]] void become(std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

}  // namespace

void give_up(std::string const& why) {
  fmt::print(stderr, "bench: {}\n", why);
  std::exit(1);
}

Child::Child(std::vector<std::string> command, std::string const& log) {
  pid_ = fork();
  require(pid_ >= 0, "no new process");
  if (pid_ > 0) return;
  int const out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  become(command);
}

Child::~Child() { end(SIGKILL); }

bool Child::running() {
  if (pid_ > 0 && waitpid(pid_, nullptr, WNOHANG) == pid_) pid_ = -1;
  return pid_ > 0;
}

void Child::end(int signal) {
  if (pid_ <= 0) return;
  kill(pid_, signal);
  waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

std::string output_of(std::vector<std::string> command, bool may_fail) {
  int ends[2];
  require(pipe2(ends, O_CLOEXEC) == 0, "no pipe");
  pid_t const child = fork();
  require(child >= 0, "no new process");
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    become(command);
  }
  close(ends[1]);
  std::string text;
  char buffer[1 << 16];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!may_fail && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
    give_up(fmt::format("{} failed:\n{}", command[0], text));
  return text;
}

}  // namespace tamga::bench
