// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/served.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/time.hpp"
#include "bench/measure/cpu_time.hpp"
#include "bench/measure/must.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"

namespace tamga::bench {
namespace {

std::string content_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Served::Served(std::filesystem::path const& folder) : folder_(folder) {
  auto const log = folder / "serve.log";
  std::filesystem::remove(log);
  process_ = std::make_unique<Child>(
      std::vector<std::string>{TAMGA_BUILD_DIR "/bin/bench_serve", folder.string()}, log.string());
  while (process_->running()) {
    std::string const printed = content_of(log);
    auto const end = printed.find('\n');
    if (end != std::string::npos && printed.find_first_not_of("0123456789") == end) {
      port_ = static_cast<std::uint16_t>(std::stoi(printed));
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  give_up("the server did not start: " + content_of(log));
}

double Served::cpu_seconds() const { return tree_cpu(process_->pid()); }

std::string Served::sign_in(std::string const& company) const {
  auto const identity =
      must(crypto::SigningIdentity::from_pem(content_of(folder_ / "ru/people" / (company + ".pem"))));
  auto connection = client();
  auto const asked = must(connection.send(http::Method::Post, "/api/v1/sign-in/challenge"));
  std::string const challenge = nlohmann::json::parse(asked.body).at("challenge");
  auto const signature =
      crypto::encode_base64(must(crypto::sign_attached(identity, challenge, SystemClock().now())));
  auto const opened =
      must(connection.send(http::Method::Post, "/api/v1/sign-in", {{"Content-Type", "application/json"}},
                           nlohmann::json{{"challenge", challenge}, {"signature", signature}}.dump()));
  require(opened.status == 201, "no session: " + opened.body);
  return nlohmann::json::parse(opened.body).at("token");
}

}  // namespace tamga::bench
