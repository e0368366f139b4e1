// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <fmt/format.h>
#include <signal.h>

#include <map>
#include <memory>

#include "base/log.hpp"
#include "server/commands/command.hpp"
#include "server/commands/shared_folders.hpp"
#include "server/sandbox.hpp"
#include "server/system.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::seconds kDrain{10};

/// Blocks the signals that end the program in every thread started later, and waits for one.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

CLI::Validator const kIPv6(
    [](std::string const& text) {
      in6_addr unused{};
      return inet_pton(AF_INET6, text.c_str(), &unused) == 1 ? std::string() : "not an address: " + text;
    },
    "IPV6");

int fail_start(Error const& error) {
  std::fprintf(stderr, "tamga: %s\n", describe(error).c_str());
  return 1;
}

int serve(SystemOptions const& options) {
  EndSignals const end;
  SystemClock const clock;
  SystemRng rng;
  if (!options.revocation.look) log::write(log::Level::Warn, "revocation_not_looked_at");
  if (options.operator_identity.empty()) log::write(log::Level::Warn, "contracts_not_signed");
  if (options.mail.delivery.server.empty()) log::write(log::Level::Warn, "mail_not_sent");
  auto system = System::open(options, clock, rng);
  if (!system) return fail_start(system.error());
  auto const port = (*system)->serve();
  if (!port) return fail_start(port.error());
  log::write(log::Level::Info, "serving", {{"country", options.country}, {"port", std::to_string(*port)}});
  end.wait();
  (*system)->stop(kDrain);
  return 0;
}

int sandbox(SandboxOptions const& options) {
  EndSignals const end;
  SystemClock const clock;
  SystemRng rng;
  auto systems = open_sandbox(options, clock, rng);
  if (!systems) return fail_start(systems.error());
  // Browsers keep more to themselves for a name than for an address: passkeys need one.
  std::string const host = options.http.address == "127.0.0.1" ? "localhost" : options.http.address;
  for (SandboxSystem const& one : *systems)
    fmt::print("{0}: http://{1}:{2}/ (its interface: http://{1}:{2}/api/v1/docs)\n", one.country, host,
               one.port);
  fmt::print("keys of the invented companies: {}/COUNTRY/people (.p12, password tamga)\n",
             options.folder.string());
  std::fflush(stdout);
  end.wait();
  for (SandboxSystem& one : *systems) one.system->stop(kDrain);
  return 0;
}

void add_http(CLI::App* command, http::Options& http) {
  command->add_option("--address", http.address, "Address to listen on")->capture_default_str();
  command->add_option("--io-threads", http.io_threads, "0: one per core");
  command->add_option("--worker-threads", http.worker_threads, "0: one per core, at least two");
}

/// Who stands in front of this program, and who may count what it does.
void add_neighbours(CLI::App* command, SystemOptions& options) {
  command
      ->add_option("--trusted-proxy", options.http.trusted_proxies,
                   "Address of a proxy whose X-Forwarded-For says who calls; may be given several times. Without "
                   "it everybody behind a proxy has its address, and shares its limits")
      ->check(CLI::ValidIPV4 | kIPv6);
  command
      ->add_option("--metrics-reader", options.interface.metrics_readers,
                   "Address that may read /metrics; may be given several times")
      ->check(CLI::ValidIPV4 | kIPv6)
      ->capture_default_str();
}

void add_cabinet(CLI::App* command, std::filesystem::path& cabinet) {
  cabinet = default_cabinet();
  command->add_option("--cabinet", cabinet, "Folder of the built cabinet; empty: the interface alone")
      ->capture_default_str();
}

void add_rate(CLI::App* command, std::string const& name, api::RateLimit& limit, std::string const& whose) {
  constexpr double kBurst = 4;
  command
      ->add_option_function<double>(
          name,
          [&limit](double per_second) { limit = {.per_second = per_second, .burst = per_second * kBurst}; },
          fmt::format("Calls a second of one {}, four times as many at once; 0: no limit (default {:.0f})",
                      whose, limit.per_second))
      ->check(CLI::NonNegativeNumber);
}

void add_revocation(CLI::App* command, RevocationSettings& revocation) {
  using evidence::WhenSilent;
  static std::map<std::string, std::optional<WhenSilent>> const kPolicies{{"country", std::nullopt},
                                                                          {"refuse", WhenSilent::Refuse},
                                                                          {"wait", WhenSilent::Wait},
                                                                          {"grace", WhenSilent::Grace},
                                                                          {"accept", WhenSilent::Accept}};
  command
      ->add_option_function<std::string>(
          "--revocation",
          [&revocation](std::string const& word) {
            revocation.look = true;
            revocation.when_silent = kPolicies.at(word);
          },
          "Look whether certificates were revoked, and what to do when nobody answers: as the country's data "
          "says (country), refuse, wait, grace or accept; without it nobody looks")
      ->check(CLI::IsMember({"country", "refuse", "wait", "grace", "accept"}));
  command->add_option_function<int>(
      "--revocation-grace", [&revocation](int hours) { revocation.grace = std::chrono::hours(hours); },
      "Hours after the last good answer (default: the country's)");
  command->add_option("--revocation-issuers", revocation.issuers, "Authorities below the roots (PEM)");
  command->add_option("--revocation-list", revocation.lists, "Revocation lists (CRL, DER or PEM)");
  command->add_option("--revocation-host", revocation.hosts,
                      "Hosts to call beside those that the authorities name");
  command->add_option("--revocation-proxy", revocation.proxy, "http://host:port");
}

void add_services_of_others(CLI::App* command, SystemOptions& options) {
  command->add_option("--verification-server", options.verification_server,
                      "http(s)://HOST[:PORT] of a server that verifies signatures instead of this program "
                      "(REST contract of E-IMZO-SERVER)");
  command->add_option("--register", options.businesses.url,
                      "Address of the state's register of businesses, asked before what was imported");
  command->add_option("--register-key", options.businesses.key_file,
                      "File with the headers of its key, a line each");
  command->add_option("--register-authorities", options.businesses.ca_file,
                      "Authorities of its certificate (PEM), when not the system's");
  command->add_option("--identity", options.identity,
                      "File with the access to identity portals (TOML); without it nobody signs in that way");
}

void add_mail_settings(CLI::App* command, MailSettings& mail) {
  static std::map<std::string, mail::Tls> const kTls{{"required", mail::Tls::Required},
                                                     {"off", mail::Tls::Off}};
  command->add_option(
      "--mail", mail.delivery.server,
      "Where e-mails go: smtp://HOST[:PORT], smtps://HOST[:PORT] or folder:DIR; without it they "
      "wait in the outbox");
  command->add_option("--mail-from", mail.sender, "Address they come from (default no-reply@ the --name)");
  command->add_option("--mail-from-name", mail.sender_name, "Name beside it")->capture_default_str();
  command->add_option("--mail-tls", mail.delivery.tls, "required (default); off for a server on this machine")
      ->transform(CLI::CheckedTransformer(kTls));
  command->add_option("--mail-login", mail.delivery.login, "File of two lines, user and password");
  command->add_option("--mail-authorities", mail.delivery.authorities,
                      "Authorities of the mail server's certificate (PEM), when not the system's");
}

void add_rates(CLI::App* command, api::Settings& interface) {
  add_rate(command, "--calls-per-address", interface.per_address, "network address");
  add_rate(command, "--calls-per-participant", interface.per_caller, "participant");
}

void add_sessions(CLI::App* command, registry::SessionLimits& sessions) {
  constexpr std::int64_t kMinute = 60'000;
  command
      ->add_option_function<int>(
          "--session-idle", [&sessions](int minutes) { sessions.idle_ms = minutes * kMinute; },
          "Minutes after which a session that is not used ends (default 30)")
      ->check(CLI::Range(5, 1440));
  command
      ->add_option_function<int>(
          "--session-hours", [&sessions](int hours) { sessions.absolute_ms = hours * 60 * kMinute; },
          "Hours after which every session ends (default 12)")
      ->check(CLI::Range(1, 24));
}

}  // namespace

void add_serve(CLI::App& app, Run& run) {
  auto const options = std::make_shared<SystemOptions>();
  options->spec = default_spec();
  options->http.port = 8080;
  CLI::App* one = app.add_subcommand("serve", "Run the system of one country");
  one->set_config("--config", "", "A file with these options (TOML)");
  one->add_option("--country", options->country, "Folder of the country under --spec")->required();
  one->add_option("--store", options->store, "sqlite:DIR or postgresql://...")->required();
  one->add_option("--keys", options->keys, "Folder of the key ring")->required();
  one->add_option("--tail-keys", options->tail_keys,
                  "Folder of the ring handed out to the role of tails (keys hand-out); left out: that of --keys");
  one->add_option("--roots", options->roots, "Trusted authorities (PEM)")->required();
  one->add_option(
      "--operator-identity", options->operator_identity,
      "Certificate and key by which the operator signs contracts (PEM); without it no contract is "
      "accepted");
  one->add_option("--name", options->name, "Host name by which participants reach the system")->required();
  one->add_option("--site", options->site, "Address of the cabinet, for links in e-mails");
  one->add_option("--spec", options->spec, "Folder of the countries' data")->capture_default_str();
  one->add_option("--port", options->http.port)->capture_default_str();
  one->add_option("--lane", options->lane, "Number of this process among those of one store")
      ->check(CLI::Range(0, 255));
  one->add_option("--cache-bytes", options->cache_bytes, "Memory for blocks of the ledger")
      ->capture_default_str();
  add_cabinet(one, options->cabinet);
  add_sessions(one, options->sessions);
  add_revocation(one, options->revocation);
  add_services_of_others(one, *options);
  add_mail_settings(one, options->mail);
  add_http(one, options->http);
  add_neighbours(one, *options);
  add_rates(one, options->interface);
  one->callback([&run, options] { run = [options] { return serve(*options); }; });

  auto const play = std::make_shared<SandboxOptions>();
  play->spec = default_spec();
  play->folder = "sandbox";
  play->countries = {"ru", "uz"};
  CLI::App* two = app.add_subcommand("sandbox", "Run invented companies and goods, with a test authority");
  two->add_option("--folder", play->folder, "Where everything is kept")->capture_default_str();
  two->add_option("--country", play->countries, "Countries, one system each on neighbouring ports")
      ->capture_default_str();
  two->add_option("--store", play->store, "Of the only country; SQLite in the folder when not given");
  two->add_option("--spec", play->spec, "Folder of the countries' data")->capture_default_str();
  two->add_option("--port", play->port, "Of the first country; 0: any free ones")->capture_default_str();
  static std::map<std::string, crypto::KeyAlgorithm> const kAlgorithms{
      {"p256", crypto::KeyAlgorithm::P256},
      {"gost256", crypto::KeyAlgorithm::Gost256},
      {"gost512", crypto::KeyAlgorithm::Gost512},
      {"ozdst", crypto::KeyAlgorithm::Ozdst}};
  two->add_option(
         "--algorithm", play->algorithm,
         "Keys of everybody in the sandbox, at its first start: p256 (default), gost256, gost512, ozdst")
      ->transform(CLI::CheckedTransformer(kAlgorithms));
  add_cabinet(two, play->cabinet);
  add_http(two, play->http);
  add_rates(two, play->interface);
  two->callback([&run, play] { run = [play] { return sandbox(*play); }; });
}

}  // namespace tamga::server
