// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace tamga::bench {

/// Another program while it runs; killed and waited for at the end of this object. Failures end the
/// benchmark.
class Child {
 public:
  /// `command[0]` is looked for in PATH. Its output goes to `log` (a file), or nowhere.
  explicit Child(std::vector<std::string> command, std::string const& log = "/dev/null");
  ~Child();
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] bool running();
  /// Sends the signal and waits for the end.
  void end(int signal);

 private:
  pid_t pid_ = -1;
};

/// Runs a program to its end and gives what it printed. With `may_fail` a failure gives what there is.
std::string output_of(std::vector<std::string> command, bool may_fail = false);

/// Ends the benchmark with a reason: a figure measured on something broken is worth nothing.
[[noreturn]] void give_up(std::string const& why);
inline void require(bool fact, std::string const& why) {
  if (!fact) give_up(why);
}

}  // namespace tamga::bench
