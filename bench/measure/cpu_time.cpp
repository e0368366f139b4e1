// SPDX-License-Identifier: Apache-2.0
#include "bench/measure/cpu_time.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace tamga::bench {
namespace {

double seconds_of(int who) {
  rusage usage{};
  getrusage(who, &usage);
  auto const seconds = [](timeval const& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Process {
  pid_t parent = 0;
  double ticks = 0;
};

bool read_process(std::filesystem::path const& stat, Process& out) {
  std::ifstream in(stat);
  std::string line;
  if (!std::getline(in, line)) return false;
  // The name may hold spaces and parentheses: fields are counted from its end.
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::string word;
  std::vector<std::string> words;
  while (fields >> word) words.push_back(word);
  if (words.size() < 15) return false;
  out.parent = static_cast<pid_t>(std::stol(words[1]));
  for (std::size_t i = 11; i < 15; ++i) out.ticks += std::stod(words[i]);
  return true;
}

}  // namespace

double own_cpu() { return seconds_of(RUSAGE_SELF); }
double children_cpu() { return seconds_of(RUSAGE_CHILDREN); }

double tree_cpu(pid_t root) {
  std::map<pid_t, Process> all;
  for (auto const& entry : std::filesystem::directory_iterator("/proc")) {
    std::string const name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    Process process;
    if (read_process(entry.path() / "stat", process)) all[static_cast<pid_t>(std::stol(name))] = process;
  }
  double ticks = 0;
  for (auto const& [pid, process] : all) {
    pid_t at = pid;
    while (at != root && all.contains(at)) at = all[at].parent;
    if (at == root) ticks += process.ticks;
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace tamga::bench
