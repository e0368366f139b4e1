// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <set>
#include <span>
#include <string>

#include "crypto/certificate.hpp"
#include "crypto/fetcher.hpp"

namespace tamga::crypto {

struct HttpFetcherOptions {
  std::set<std::string> hosts;  ///< "crl.example" for port 80, "crl.example:8080"; lower case
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(2);
  std::chrono::milliseconds timeout = std::chrono::seconds(5);  ///< of the whole exchange
  std::string proxy = {};                                       ///< "http://proxy:3128"; empty: none
};

/// Fetches over plain HTTP, which is how lists and answers are published: they are signed. A certificate that
/// somebody sends names the address, so only allowed hosts are called, no redirection is followed, no other
/// scheme, no credentials, no proxy out of the environment.
class HttpFetcher final : public Fetcher {
 public:
  explicit HttpFetcher(HttpFetcherOptions options);
  Result<std::string> fetch(FetchRequest const& request) override;

 private:
  HttpFetcherOptions options_;
};

/// The host of an address of the form http://host[:port]/..., in lower case, with its port unless it is 80;
/// empty for every other address.
std::string host_of(std::string_view url);

/// Hosts of the lists and responders that these certificates name: those of configured authorities may be
/// called.
std::set<std::string> hosts_named_by(std::span<Certificate const> authorities);

}  // namespace tamga::crypto
