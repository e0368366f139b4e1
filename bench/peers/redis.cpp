// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/redis.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "bench/measure/cpu_time.hpp"

namespace tamga::bench {

Redis::Redis(Keeps keeps) {
  std::vector<std::string> command{"redis-server", "--port", "0", "--unixsocket", socket(), "--dir",
                                   folder_.path(), "--save", "",  "--daemonize",  "no"};
  if (keeps == Keeps::EveryWrite)
    command.insert(command.end(), {"--appendonly", "yes", "--appendfsync", "always"});
  server_ = std::make_unique<Child>(command);
  for (int i = 0; i < 100; ++i) {
    if (output_of({"redis-cli", "-s", socket(), "ping"}, true).starts_with("PONG")) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  give_up("Redis did not start");
}

void Redis::fill(std::int64_t codes) {
  std::string commands;
  for (std::int64_t i = 0; i < codes; ++i)
    commands += fmt::format("*3\r\n$3\r\nSET\r\n$17\r\ncode:{:012}\r\n$12\r\n3;2;1;000000\r\n", i);
  auto const file = folder_.path() / "fill";
  std::ofstream(file) << commands;
  output_of({"sh", "-c", fmt::format("redis-cli -s {} --pipe < {}", socket(), file.string())});
}

Sample Redis::benchmark(std::vector<std::string> const& command, std::int64_t codes, int clients,
                        std::int64_t requests) const {
  std::vector<std::string> whole{"redis-benchmark",
                                 "-s",
                                 socket(),
                                 "-c",
                                 std::to_string(clients),
                                 "-n",
                                 std::to_string(requests),
                                 "-r",
                                 std::to_string(codes),
                                 "--csv"};
  whole.insert(whole.end(), command.begin(), command.end());
  double const server = tree_cpu(server_->pid());
  double const client = children_cpu();
  std::string const text = output_of(std::move(whole));
  // "test","rps",... then a line of values.
  auto const line = text.rfind("\n\"") == std::string::npos ? 0 : text.rfind("\n\"") + 1;
  auto const value = text.find("\",\"", line);
  require(value != std::string::npos, "redis-benchmark said: " + text);
  double const rate = std::atof(text.c_str() + value + 3);
  require(rate > 0, "redis-benchmark said: " + text);
  return {rate, tree_cpu(server_->pid()) - server + children_cpu() - client};
}

}  // namespace tamga::bench
