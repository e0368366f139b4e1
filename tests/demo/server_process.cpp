// SPDX-License-Identifier: Apache-2.0
#include "server_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "difference.hpp"

namespace tamga::demo {
namespace {

struct Child {
  pid_t process;
  FILE* output;
};

/// Starts a program with its output in a pipe and its errors there too or, when a file is named, in the file.
Child launch(std::vector<std::string> const& arguments, std::string const& errors) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw Difference("no pipe");
  std::vector<char const*> words;
  for (std::string const& argument : arguments) words.push_back(argument.c_str());
  words.push_back(nullptr);
  int const log =
      errors.empty() ? ends[1] : ::open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  pid_t const process = fork();
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(ends[1], STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    execv(words[0], const_cast<char* const*>(words.data()));
    _exit(127);
  }
  if (log != ends[1]) ::close(log);
  ::close(ends[1]);
  if (process < 0) throw Difference("no process");
  return {process, fdopen(ends[0], "r")};
}

/// Exit status; 128 and the number of the signal that ended it.
int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int wait_for(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return exit_status(status);
}

/// The port in "ru: ... http://localhost:34567/api/v1/docs)"; 0 when the line says none.
std::uint16_t port_in(std::string const& line) {
  auto const colon = line.rfind(':', line.find("/api/"));
  return colon == std::string::npos ? std::uint16_t{0}
                                    : static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));
}

}  // namespace

ServerProcess::~ServerProcess() { kill(); }

void ServerProcess::start() {
  std::filesystem::create_directories(settings_.folder);
  std::vector<std::string> arguments{settings_.program, "sandbox",         "--folder", settings_.folder,
                                     "--country",       settings_.country, "--port",   std::to_string(port_)};
  arguments.insert(arguments.end(), {"--calls-per-address", "0", "--calls-per-participant", "0"});
  if (!settings_.store.empty()) arguments.insert(arguments.end(), {"--store", settings_.store});
  Child const child = launch(arguments, log_file());
  process_ = child.process;
  char line[1024];
  std::uint16_t port = 0;
  while (port == 0 && fgets(line, sizeof line, child.output) != nullptr) port = port_in(line);
  // The server prints two lines and nothing more: closing the pipe takes nothing from it.
  while (port != 0 && fgets(line, sizeof line, child.output) != nullptr)
    if (std::string_view(line).starts_with("keys of")) break;
  fclose(child.output);
  if (port == 0) {
    int const status = wait_for(std::exchange(process_, -1));
    throw Difference(fmt::format("the server did not start (status {}); its log: {}", status, log_file()));
  }
  port_ = port;
}

void ServerProcess::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  wait_for(std::exchange(process_, -1));
}

void ServerProcess::stop() {
  ::kill(process_, SIGTERM);
  expect("status of the stopped server", 0, wait_for(std::exchange(process_, -1)));
}

void ServerProcess::expect_alive() {
  int status = 0;
  if (waitpid(process_, &status, WNOHANG) == 0) return;
  process_ = -1;
  throw Difference(
      fmt::format("the server ended by itself (status {}); its log: {}", exit_status(status), log_file()));
}

std::string ServerProcess::log_file() const {
  return settings_.folder.string() + "-" + settings_.country + ".log";
}

std::filesystem::path ServerProcess::key_file(std::string_view company) const {
  return settings_.folder / settings_.country / "people" / (std::string(company) + ".pem");
}

std::string ServerProcess::store() const {
  return settings_.store.empty() ? "sqlite:" + (settings_.folder / settings_.country / "store").string()
                                 : settings_.store;
}

std::string run_program(std::vector<std::string> const& arguments) {
  Child const child = launch(arguments, {});
  std::string printed;
  char piece[4096];
  for (std::size_t n = 0; (n = fread(piece, 1, sizeof piece, child.output)) > 0;) printed.append(piece, n);
  fclose(child.output);
  if (int const status = wait_for(child.process); status != 0)
    throw Difference(fmt::format("{} ended with status {}: {}", fmt::join(arguments, " "), status, printed));
  return printed;
}

}  // namespace tamga::demo
