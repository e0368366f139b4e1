// SPDX-License-Identifier: Apache-2.0
#include "crypto/http_fetcher.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"
#include "crypto/testing_http.hpp"

namespace tamga::crypto {
namespace {

using testing::HttpService;
using namespace std::chrono_literals;

constexpr std::size_t kMost = 1000;

HttpFetcher fetcher_of(HttpService const& service) {
  return HttpFetcher({.hosts = {service.host()}, .connect_timeout = 500ms, .timeout = 700ms});
}

// A list is fetched, a question is posted with its type.
TEST(HttpFetcher, GetsAndPosts) {
  HttpService const service([](HttpService::Request const& request) {
    bool const typed = request.headers.find("application/ocsp-request") != std::string::npos;
    return HttpService::Answer{.body = request.method + " " + request.target + " " + request.body +
                                       (typed ? " typed" : "")};
  });
  auto fetcher = fetcher_of(service);
  EXPECT_EQ(fetcher.fetch({service.url("/list.crl"), kMost}).value(), "GET /list.crl ");
  std::string const question("a\0b", 3);
  EXPECT_EQ(fetcher.fetch({service.url("/"), kMost, question, "application/ocsp-request"}).value(),
            "POST / " + question + " typed");
}

// A certificate names the address, so only what the operator allowed is called.
TEST(HttpFetcher, CallsAllowedHostsOnly) {
  HttpService const service([](auto const&) { return HttpService::Answer{.body = "secret"}; });
  auto fetcher = fetcher_of(service);
  std::string const port = service.host().substr(service.host().find(':'));
  std::vector<std::string> const forbidden{"http://localhost" + port + "/",
                                           "http://127.0.0.1/",
                                           "http://127.0.0.1:1/",
                                           "https://" + service.host() + "/",
                                           "file:///etc/passwd",
                                           "ftp://" + service.host() + "/",
                                           "http://user@" + service.host() + "/",
                                           "http://user:word@" + service.host() + "/",
                                           "http://" + service.host() + "@127.0.0.2/",
                                           "http://0x7f.1" + port + ".example/",
                                           std::string("//x"),
                                           std::string()};
  for (std::string const& url : forbidden) {
    auto const answer = fetcher.fetch({url, kMost});
    ASSERT_FALSE(answer) << url;
    EXPECT_TRUE(answer.error().is(kFetchForbidden)) << url << " " << describe(answer.error());
  }
  EXPECT_EQ(service.requests(), 0);
}

TEST(HttpFetcher, RedirectionsAreNotFollowed) {
  HttpService const inside([](auto const&) { return HttpService::Answer{.body = "secret"}; });
  HttpService const service([&](auto const&) {
    return HttpService::Answer{.status = 302, .headers = "Location: " + inside.url("/") + "\r\n"};
  });
  HttpFetcher fetcher({.hosts = {service.host(), inside.host()}});
  EXPECT_TRUE(fetcher.fetch({service.url("/"), kMost}).error().is(kFetchFailed));
  EXPECT_EQ(inside.requests(), 0);
}

TEST(HttpFetcher, LimitsSizeAndTime) {
  HttpService const service([](HttpService::Request const& request) {
    if (request.target == "/slow") std::this_thread::sleep_for(1500ms);
    return HttpService::Answer{.status = request.target == "/gone" ? 404 : 200,
                               .body = std::string(request.target == "/large" ? 1001 : 1000, 'x')};
  });
  auto fetcher = fetcher_of(service);
  EXPECT_EQ(fetcher.fetch({service.url("/fits"), kMost}).value().size(), 1000U);
  for (char const* target : {"/large", "/gone", "/slow"})
    EXPECT_TRUE(fetcher.fetch({service.url(target), kMost}).error().is(kFetchFailed)) << target;
}

TEST(HttpFetcher, NobodyListens) {
  std::string url;
  std::string host;
  {
    HttpService const service([](auto const&) { return HttpService::Answer{}; });
    url = service.url("/");
    host = service.host();
  }
  HttpFetcher fetcher({.hosts = {host}});
  EXPECT_TRUE(fetcher.fetch({url, kMost}).error().is(kFetchFailed));
}

// What configured authorities name may be called; what a stranger's certificate names may not.
TEST(HttpFetcher, HostsOfAuthorities) {
  CertificateOrder wanted = testing::order();
  wanted.use = CertificateUse::Authority;
  wanted.list_url = "http://CRL.example/a/list.crl";
  wanted.answer_url = "http://ocsp.example:8080/";
  Certificate const certificate = testing::authority().issue(wanted).value().certificate();
  EXPECT_EQ(hosts_named_by(std::span(&certificate, 1)),
            (std::set<std::string>{"crl.example", "ocsp.example:8080"}));
  EXPECT_EQ(host_of("http://crl.example:80/x"), "crl.example");
  EXPECT_EQ(host_of("https://crl.example/x"), "");
}

// The whole way: a signature, its certificate's addresses, the authority's services over HTTP.
TEST(HttpFetcher, CarriesListsAndAnswers) {
  TestCa const& ca = testing::authority();
  std::vector<RevokedSerial> revoked;
  bool responds = true;
  HttpService const service([&](HttpService::Request const& request) {
    UnixMs const until = testing::later(testing::kNow, 60);
    if (request.target == "/list.crl")
      return HttpService::Answer{.body = ca.revocation_list(revoked, testing::kNow, until).value()};
    if (!responds) return HttpService::Answer{.status = 503};
    return HttpService::Answer{
        .body = ca.status_answer(request.body, ca.identity(), revoked, testing::kNow, until).value()};
  });
  CertificateOrder wanted = testing::order();
  wanted.list_url = service.url("/list.crl");
  wanted.answer_url = service.url("/ocsp");
  SigningIdentity const person = ca.issue(wanted).value();
  std::string const message = sign_detached(person, "x", testing::kNow).value();
  auto const verify = [&] {
    auto fetcher = std::make_shared<HttpFetcher>(HttpFetcherOptions{.hosts = {service.host()}});
    auto checker = std::make_shared<RevocationChecker>(std::move(fetcher), RevocationOptions{});
    return CmsVerifier(testing::trust(), {}, std::move(checker)).verify_detached(message, "x", testing::kNow);
  };
  EXPECT_EQ(verify().value().revocation.front().source, RevocationSource::Answer);
  responds = false;
  EXPECT_EQ(verify().value().revocation.front().source, RevocationSource::List);
  revoked.push_back({person.certificate().serial_hex(), testing::day("2026-02-15"), 1});
  EXPECT_TRUE(verify().error().is(kCertificateRevoked));
  responds = true;
  EXPECT_TRUE(verify().error().is(kCertificateRevoked));
}

// Many workers that need the same list wait for one fetch of it.
TEST(HttpFetcher, OneListForAllWorkers) {
  TestCa const& ca = testing::authority();
  HttpService const service([&](auto const&) {
    std::this_thread::sleep_for(50ms);
    return HttpService::Answer{
        .body = ca.revocation_list({}, testing::kNow, testing::later(testing::kNow, 60)).value()};
  });
  CertificateOrder wanted = testing::order();
  wanted.list_url = service.url("/list.crl");
  std::vector<Certificate> const path{ca.issue(wanted).value().certificate(), ca.root()};
  RevocationChecker checker(std::make_shared<HttpFetcher>(HttpFetcherOptions{.hosts = {service.host()}}), {});
  std::atomic<int> good = 0;
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([&] {
      for (int k = 0; k < 25; ++k)
        if (checker.check(path, testing::kNow, testing::kNow)) ++good;
    });
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(good, 100);
  EXPECT_EQ(service.requests(), 1);
}

}  // namespace
}  // namespace tamga::crypto
