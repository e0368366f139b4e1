// SPDX-License-Identifier: Apache-2.0
#include "outward/exchange.hpp"

#include <curl/curl.h>

#include <memory>
#include <string_view>

#include "outward/errors.hpp"

namespace tamga::outward {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Url = std::unique_ptr<CURLU, CurlFree>;
using Headers = std::unique_ptr<curl_slist, CurlFree>;

Url parse_url(std::string const& text) {
  Url url(curl_url());
  if (url == nullptr ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return nullptr;
  return url;
}

/// Asked before the exchange: curl calls a server that talks no HTTP by the same code.
bool is_web(CURLU* url) {
  char* scheme = nullptr;
  if (url == nullptr || curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) return false;
  std::string_view const name = scheme;
  bool const web = name == "http" || name == "https";
  curl_free(scheme);
  return web;
}

void append(Headers& headers, std::string const& line) {
  curl_slist* const longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) return;
  (void)headers.release();
  headers.reset(longer);
}

/// What has come so far, and how much may.
struct Answer {
  std::string body;
  std::size_t most;
  bool too_large = false;
};

/// Ends the exchange when more comes than may.
std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& answer = *static_cast<Answer*>(into);
  if (size * count > answer.most - answer.body.size()) {
    answer.too_large = true;
    return 0;
  }
  answer.body.append(bytes, size * count);
  return size * count;
}

bool curl_is_ready() {
  static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

}  // namespace

Result<Reply> exchange(Call const& call) {
  bool const ready = curl_is_ready();
  Url const url = parse_url(call.url);
  if (!is_web(url.get())) return fail(Error(kOutwardAddress).with("url", call.url));
  std::unique_ptr<CURL, CurlFree> const handle(curl_easy_init());
  if (!ready || handle == nullptr) return fail(Error(kOutwardFailed).log("no curl"));

  Answer answer{{}, call.most_bytes};
  Headers headers;
  for (std::string const& line : call.headers) append(headers, line);
  CURL* const curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_CURLU, url.get());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "tamga");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(call.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  if (!call.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, call.ca_file.c_str());
  if (!call.body.empty()) {
    append(headers, "Content-Type: " + call.body_type);
    append(headers, "Expect:");  // curl would wait for a word of the server before a body of some size
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  CURLcode const code = curl_easy_perform(curl);
  if (answer.too_large)
    return fail(Error(kOutwardTooLarge).with("most_bytes", std::to_string(call.most_bytes)));
  if (code != CURLE_OK) return fail(Error(kOutwardFailed).log(curl_easy_strerror(code)));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return Reply{static_cast<int>(status), std::move(answer.body)};
}

}  // namespace tamga::outward
