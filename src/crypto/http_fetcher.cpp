// SPDX-License-Identifier: Apache-2.0
#include "crypto/http_fetcher.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "crypto/distribution_points.hpp"
#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using UrlPtr = std::unique_ptr<CURLU, CurlFree>;

UrlPtr parse_url(std::string const& text) {
  UrlPtr url(curl_url());
  if (url == nullptr ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return nullptr;
  return url;
}

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, CURLU_NO_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string out(text);
  curl_free(text);
  return out;
}

std::string host_of(CURLU* url) {
  if (url == nullptr || part(url, CURLUPART_SCHEME) != "http") return {};
  std::string host = part(url, CURLUPART_HOST);
  std::ranges::transform(host, host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string const port = part(url, CURLUPART_PORT);
  return port.empty() ? host : host + ":" + port;
}

/// What has come so far, and how much may.
struct Answer {
  std::string body;
  std::size_t most;
};

/// Ends the exchange when more comes than may.
std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& answer = *static_cast<Answer*>(into);
  if (size * count > answer.most - answer.body.size()) return 0;
  answer.body.append(bytes, size * count);
  return size * count;
}

bool curl_is_ready() {
  static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

}  // namespace

HttpFetcher::HttpFetcher(HttpFetcherOptions options) : options_(std::move(options)) {}

Result<std::string> HttpFetcher::fetch(FetchRequest const& request) {
  bool const ready = curl_is_ready();
  UrlPtr const url = parse_url(request.url);
  std::string const host = host_of(url.get());
  if (host.empty() || !options_.hosts.contains(host))
    return fail(Error(kFetchForbidden).with("url", request.url));
  std::unique_ptr<CURL, CurlFree> const handle(curl_easy_init());
  if (!ready || handle == nullptr) return fail(Error(kFetchFailed).with("url", request.url).log("no curl"));

  Answer answer{{}, request.most_bytes};
  std::unique_ptr<curl_slist, CurlFree> headers;
  CURL* const curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_CURLU, url.get());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, options_.proxy.c_str());
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "tamga");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  if (!request.body.empty()) {
    headers.reset(curl_slist_append(nullptr, ("Content-Type: " + request.body_type).c_str()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  }
  CURLcode const code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  constexpr long kOk = 200;
  if (code != CURLE_OK || status != kOk)
    return fail(Error(kFetchFailed)
                    .with("url", request.url)
                    .log(std::string(curl_easy_strerror(code)) + ", status " + std::to_string(status)));
  return std::move(answer.body);
}

std::string host_of(std::string_view url) { return host_of(parse_url(std::string(url)).get()); }

std::set<std::string> hosts_named_by(std::span<Certificate const> authorities) {
  std::set<std::string> hosts;
  for (Certificate const& authority : authorities)
    for (auto const& urls : {list_urls(authority.get()), answer_urls(authority.get())})
      for (std::string const& url : urls)
        if (std::string host = host_of(url); !host.empty()) hosts.insert(std::move(host));
  return hosts;
}

}  // namespace tamga::crypto
