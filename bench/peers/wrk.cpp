// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/wrk.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "bench/measure/child.hpp"
#include "bench/measure/cpu_time.hpp"

namespace tamga::bench {

void write_walk(std::filesystem::path const& script, std::vector<WebRequest> const& requests) {
  // One line a request: method, target, body, with tabs between; JSON has none.
  auto const list = std::filesystem::path(script).replace_extension(".tsv");
  std::ofstream out(list);
  for (auto const& request : requests)
    out << request.method << '\t' << request.target << '\t' << request.body << '\n';
  std::ofstream(script) << fmt::format(R"lua(local walk = {{}}
local at = 0
function init(args)
  for line in io.lines("{}") do
    local method, target, body = line:match("([^\t]*)\t([^\t]*)\t(.*)")
    local headers = {{["Host"] = "127.0.0.1"}}
    if body ~= "" then headers["Content-Type"] = "application/json" else body = nil end
    walk[#walk + 1] = wrk.format(method, target, headers, body)
  end
end
function request()
  at = at % #walk + 1
  return walk[at]
end
)lua",
                                       list.string());
}

Sample wrk(std::string const& url, std::filesystem::path const& script, int seconds,
           std::function<double()> const& server_cpu) {
  double const server = server_cpu();
  double const client = children_cpu();
  std::string const text = output_of(
      {"wrk", "-t", "1", "-c", "64", "-d", std::to_string(seconds) + "s", "-s", script.string(), url});
  require(text.find("Non-2xx") == std::string::npos && text.find("Socket errors") == std::string::npos,
          "wrk said: " + text);
  std::string const key = "Requests/sec:";
  auto const at = text.find(key);
  require(at != std::string::npos, "wrk said: " + text);
  return {std::atof(text.c_str() + at + key.size()), server_cpu() - server + children_cpu() - client};
}

}  // namespace tamga::bench
