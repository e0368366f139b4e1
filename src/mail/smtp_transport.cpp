// SPDX-License-Identifier: Apache-2.0
#include "mail/smtp_transport.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include "mail/errors.hpp"
#include "mail/smtp_exchange.hpp"

namespace tamga::mail {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

bool curl_is_ready() {
  static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

Error setting(std::string text, std::string why) {
  return Error(kSetting).with("setting", std::move(text)).log(std::move(why));
}

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
  std::string out(text);
  curl_free(text);
  return out;
}

/// The address with our own name as its path, which is how libcurl learns what to say in EHLO.
Result<std::string> address_of(Delivery const& delivery) {
  std::unique_ptr<CURLU, CurlFree> const url(curl_url());
  auto const bad = [&](char const* why) { return fail(setting(delivery.server, why)); };
  if (url == nullptr ||
      curl_url_set(url.get(), CURLUPART_URL, delivery.server.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return bad("not an address");
  std::string const scheme = part(url.get(), CURLUPART_SCHEME);
  if (scheme != "smtp" && scheme != "smtps") return bad("neither smtp nor smtps");
  std::string const path = part(url.get(), CURLUPART_PATH);
  if ((!path.empty() && path != "/") || !part(url.get(), CURLUPART_QUERY).empty())
    return bad("more than a host");
  if (scheme == "smtp" && delivery.tls == Tls::Off && !delivery.login.empty())
    return bad("a password would travel in the clear");
  if (curl_url_set(url.get(), CURLUPART_PATH, ("/" + delivery.host).c_str(), 0) != CURLUE_OK)
    return bad("own name");
  return part(url.get(), CURLUPART_URL);
}

struct Login {
  std::string user;
  std::string password;
};

Result<Login> read_login(std::filesystem::path const& file) {
  using std::filesystem::perms;
  std::error_code error;
  auto const rights = std::filesystem::status(file, error).permissions();
  if (error) return fail(setting(file.string(), error.message()));
  if ((rights & (perms::group_all | perms::others_all)) != perms::none)
    return fail(setting(file.string(), "others may read it"));
  std::ifstream in(file);
  Login login;
  if (!std::getline(in, login.user) || !std::getline(in, login.password) || login.user.empty() ||
      login.password.empty())
    return fail(setting(file.string(), "two lines are needed: user and password"));
  return login;
}

/// What libcurl reads the message from.
struct Source {
  std::string_view rest;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& source = *static_cast<Source*>(from);
  std::size_t const bytes = std::min(size * count, source.rest.size());
  std::memcpy(into, source.rest.data(), bytes);
  source.rest.remove_prefix(bytes);
  return bytes;
}

int listen(CURL*, curl_infotype type, char* bytes, std::size_t size, void* to) {
  auto& exchange = *static_cast<SmtpExchange*>(to);
  if (type == CURLINFO_HEADER_OUT) exchange.we({bytes, size});
  if (type == CURLINFO_DATA_OUT) exchange.we({});
  if (type == CURLINFO_HEADER_IN) exchange.server({bytes, size});
  return 0;
}

int look_up(void* token, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<std::stop_token*>(token)->stop_requested() ? 1 : 0;
}

}  // namespace

struct SmtpTransport::State {
  Delivery delivery;
  std::string url;
  Login login;
  SmtpExchange exchange;  // outlives the handle, which talks to the server to the very end
  std::unique_ptr<CURL, CurlFree> handle;

  /// Says QUIT and does not wait for the answer: libcurl would wait two minutes for a server that hangs.
  void let_go() {
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (handle && curl_easy_getinfo(handle.get(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
        socket != CURL_SOCKET_BAD)
      ::shutdown(socket, SHUT_RD);
    handle.reset();
  }

  void set_up(CURL* curl) {
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(delivery.tls == Tls::Required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!delivery.authorities.empty()) {
      curl_easy_setopt(curl, CURLOPT_CAINFO, delivery.authorities.c_str());
      curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (!login.user.empty()) {
      curl_easy_setopt(curl, CURLOPT_USERNAME, login.user.c_str());
      curl_easy_setopt(curl, CURLOPT_PASSWORD, login.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(delivery.connect_timeout.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(delivery.timeout.count()));
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     static_cast<long>(std::chrono::ceil<std::chrono::seconds>(delivery.timeout).count()));
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &exchange);
  }
};

SmtpTransport::SmtpTransport(std::unique_ptr<State> state) : state_(std::move(state)) {}
SmtpTransport::~SmtpTransport() { state_->let_go(); }

Result<std::unique_ptr<Transport>> SmtpTransport::open(Delivery const& delivery) {
  if (!curl_is_ready()) return fail(setting(delivery.server, "no curl"));
  auto state = std::make_unique<State>();
  state->delivery = delivery;
  TAMGA_ASSIGN(url, address_of(delivery));
  state->url = std::move(url);
  if (!delivery.login.empty()) {
    TAMGA_ASSIGN(login, read_login(delivery.login));
    state->login = std::move(login);
  }
  return std::unique_ptr<Transport>(new SmtpTransport(std::move(state)));
}

Result<void> SmtpTransport::send(Envelope const& envelope, std::stop_token const& stop) {
  if (!state_->handle) state_->handle.reset(curl_easy_init());
  CURL* const curl = state_->handle.get();
  if (curl == nullptr) return fail(Error(kUnreachable).with("answer", "no curl"));
  state_->exchange.start();
  state_->set_up(curl);
  std::string const from = "<" + envelope.from + ">";
  std::unique_ptr<curl_slist, CurlFree> const to(
      curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()));
  Source source{envelope.message};
  std::stop_token token = stop;
  std::array<char, CURL_ERROR_SIZE> trouble{};
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl, CURLOPT_READDATA, &source);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, trouble.data());
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_up);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &token);
  CURLcode const code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  if (code == CURLE_OK) return {};
  if (code == CURLE_ABORTED_BY_CALLBACK) return fail(kStopped);
  return fail(state_->exchange.failure(trouble[0] != 0 ? trouble.data() : curl_easy_strerror(code)));
}

void SmtpTransport::rest() { state_->let_go(); }

std::chrono::milliseconds SmtpTransport::longest() const {
  // After a refusal libcurl closes the connection, and waits for the answer to its QUIT.
  return 2 * std::chrono::ceil<std::chrono::seconds>(state_->delivery.timeout);
}

}  // namespace tamga::mail
