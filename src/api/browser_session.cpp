// SPDX-License-Identifier: Apache-2.0
#include "api/browser_session.hpp"

#include "country/country.hpp"

namespace tamga::api {
namespace {

/// The prefix makes browsers insist on HTTPS, this host and the whole site (RFC 6265bis, 4.1.3).
std::string cookie_name(Services const& services) {
  std::string const name = "tamga-" + services.country.rules().code;
  return services.settings.secure_cookies ? "__Host-" + name : name;
}

void set_cookie(Call& call, std::string_view value, std::string_view more) {
  std::string text = cookie_name(call.services());
  text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict").append(more);
  if (call.services().settings.secure_cookies) text.append("; Secure");
  call.header("Set-Cookie", std::move(text));
}

std::string_view trimmed(std::string_view text) {
  auto const begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

bool same_origin(http::Request const& request) {
  if (auto const site = request.header("Sec-Fetch-Site")) return *site == "same-origin" || *site == "none";
  auto const origin = request.header("Origin");
  if (!origin) return true;
  auto const host = origin->find("://");
  return host != std::string_view::npos && origin->substr(host + 3) == request.header("Host").value_or("");
}

}  // namespace

std::optional<std::string> session_cookie(Call const& call) {
  std::string_view rest = call.request().header("Cookie").value_or("");
  std::string const name = cookie_name(call.services()) + "=";
  while (!rest.empty()) {
    auto const end = rest.find(';');
    std::string_view const one = trimmed(rest.substr(0, end));
    if (one.starts_with(name)) return std::string(one.substr(name.size()));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return std::nullopt;
}

bool comes_from_cabinet(http::Request const& request) {
  bool const reads = request.method() == http::Method::Get || request.method() == http::Method::Head;
  return same_origin(request) && (reads || request.header(kCabinetHeader).has_value());
}

void keep_session(Call& call, std::string_view token) { set_cookie(call, token, ""); }
void drop_session(Call& call) { set_cookie(call, "", "; Max-Age=0"); }

}  // namespace tamga::api
