// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "http/client.hpp"
#include "server/commands/command.hpp"

namespace tamga::server {
namespace {

struct Asked {
  std::string code;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string language = "en";
};

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

Result<std::string> check(Asked const& asked) {
  http::Client client(asked.host, asked.port);
  TAMGA_ASSIGN(answer, client.send(http::Method::Get, "/api/v1/check?code=" + percent_encoded(asked.code),
                                   {{"Accept-Language", asked.language}}));
  return answer.body + "\n";
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* command = app.add_subcommand("check", "Ask a running system about a code");
  command->add_option("code", asked->code, "As scanned")->required();
  command->add_option("--host", asked->host)->capture_default_str();
  command->add_option("--port", asked->port)->capture_default_str();
  command->add_option("--language", asked->language)
      ->capture_default_str()
      ->check(CLI::IsMember({"ru", "uz", "en"}));
  command->callback([&run, asked] { run = [asked] { return report(check(*asked)); }; });
}

}  // namespace tamga::server
