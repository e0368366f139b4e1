// SPDX-License-Identifier: Apache-2.0
#include "server/revocation_settings.hpp"

#include "crypto/http_fetcher.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {

Result<std::shared_ptr<crypto::RevocationChecker>> open_revocation(RevocationSettings const& settings,
                                                                   evidence::Policy const& policy,
                                                                   crypto::TrustStore const& trust) {
  if (!settings.look) return nullptr;
  std::vector<crypto::Certificate> authorities(trust.roots().begin(), trust.roots().end());
  if (!settings.issuers.empty()) {
    TAMGA_ASSIGN(pem, read_file(settings.issuers));
    TAMGA_ASSIGN(more, crypto::TrustStore::from_pem(pem));
    authorities.insert(authorities.end(), more->roots().begin(), more->roots().end());
  }
  crypto::HttpFetcherOptions how;
  how.hosts = crypto::hosts_named_by(authorities);
  how.hosts.insert(settings.hosts.begin(), settings.hosts.end());
  how.proxy = settings.proxy;
  crypto::RevocationOptions options;
  options.when_unreachable = evidence::when_unreachable(policy.when_silent);
  options.grace = policy.grace;
  auto checker = std::make_shared<crypto::RevocationChecker>(
      std::make_shared<crypto::HttpFetcher>(std::move(how)), options);
  for (std::filesystem::path const& file : settings.lists) {
    TAMGA_ASSIGN(bytes, read_file(file));
    TAMGA_TRY(checker->add_list(bytes, authorities));
  }
  return checker;
}

Result<evidence::Policy> policy_of(RevocationSettings const& settings, std::filesystem::path const& file) {
  TAMGA_ASSIGN(policy, evidence::read_policy(file));
  policy.when_silent = settings.when_silent.value_or(policy.when_silent);
  policy.grace = settings.grace.value_or(policy.grace);
  return policy;
}

}  // namespace tamga::server
