// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox.hpp"

#include <fstream>

#include "business_register/errors.hpp"
#include "business_register/filed_register.hpp"
#include "business_register/import_extract.hpp"
#include "catalogue/given_goods.hpp"
#include "catalogue/prefixes.hpp"
#include "country/country.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "server/sandbox_contracts.hpp"
#include "server/sandbox_desk.hpp"
#include "server/sandbox_spec.hpp"
#include "server/test_authority.hpp"
#include "sql/transaction.hpp"

namespace tamga::server {
namespace {

constexpr int kCertificateDays = 3 * 365;
constexpr char const* kPassword = "tamga";

/// The certificate of a company's director, made once and kept with its key.
Result<crypto::Certificate> certificate_of(SandboxCompany const& company, SandboxSpec const& spec,
                                           TestAuthority const& authority,
                                           std::filesystem::path const& people, UnixMs now) {
  std::filesystem::path const file = people / (company.key + ".pem");
  if (std::filesystem::exists(file)) {
    TAMGA_ASSIGN(pem, read_file(file));
    TAMGA_ASSIGN(identity, crypto::SigningIdentity::from_pem(pem));
    return identity.certificate();
  }
  TAMGA_ASSIGN(identity, authority.issue(spec.subject(company), now, kCertificateDays));
  TAMGA_ASSIGN(p12, identity.pkcs12(kPassword, company.person));
  TAMGA_TRY(write_private_file(people / (company.key + ".p12"), p12));
  TAMGA_ASSIGN(pem, identity.pem());
  TAMGA_TRY(write_private_file(file, pem));
  return identity.certificate();
}

Result<registry::ParticipantNo> enlist(SandboxCompany const& company, registry::Register& participants) {
  TAMGA_ASSIGN(known, participants.find_by_tax_id(company.tax_id));
  if (known) return known->number;
  registry::Participant fresh;
  fresh.tax_id = company.tax_id;
  fresh.name = company.name;
  fresh.types = company.types;
  fresh.authority = company.authority;
  TAMGA_ASSIGN(added, participants.add(std::move(fresh)));
  return added.number;
}

Result<void> assign_prefixes(System& system, SandboxCompany const& company, registry::ParticipantNo number,
                             UnixMs now) {
  TAMGA_ASSIGN(writer, system.store().writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  for (std::string const& prefix : company.prefixes)
    TAMGA_TRY(catalogue::assign_prefix(*writer, {prefix, number, "sandbox.toml", company.name, now}));
  return transaction.commit();
}

Result<void> seed(System& system, SandboxSpec const& spec, TestAuthority const& authority,
                  std::filesystem::path const& people, UnixMs now) {
  std::vector<registry::Product> products;
  for (SandboxCompany const& company : spec.companies) {
    TAMGA_ASSIGN(certificate, certificate_of(company, spec, authority, people, now));
    TAMGA_ASSIGN(number, enlist(company, system.participants()));
    TAMGA_ASSIGN(signer, system.participants().signer(certificate.sha256()));
    if (!signer)
      TAMGA_TRY(system.participants().add_signer({certificate.sha256(), number, company.person},
                                                 {.ends = certificate.not_after()}));
    for (SandboxProduct const& one : spec.products) {
      if (one.owner == company.key) products.push_back({one.gtin, number, one.group, one.level, one.name, true});
    }
    TAMGA_TRY(assign_prefixes(system, company, number, now));
  }
  for (SandboxCompany const& company : spec.applicants)
    TAMGA_TRY(certificate_of(company, spec, authority, people, now));
  return catalogue::give_goods(system.cards(), system.store(), products, now);
}

/// Test money for those who order codes, once.
Result<void> fund(System& system, SandboxSpec const& spec) {
  for (SandboxCompany const& company : spec.companies) {
    TAMGA_ASSIGN(participant, system.participants().find_by_tax_id(company.tax_id));
    if (participant && !participant->authority)
      TAMGA_TRY(system.grant_test_money(participant->number, spec.funds));
  }
  return {};
}

/// The invented books of the state, once.
Result<void> seed_register(System& system, std::filesystem::path const& extract, Clock const& clock) {
  business_register::FiledRegister books(system.store());
  auto const known = books.find("-");
  if (known || !known.error().is(business_register::kRegisterUnreachable)) return {};
  std::ifstream text(extract);
  business_register::ImportOrder const order{.file = extract.filename().string(),
                                             .as_of = system.country().day_of(clock.now())};
  TAMGA_TRY(business_register::import_extract(system.store(), text, system.country().rules().identifiers,
                                              order, clock));
  return {};
}

}  // namespace

Result<std::vector<SandboxSystem>> open_sandbox(SandboxOptions const& options, Clock const& clock, Rng& rng) {
  TAMGA_ASSIGN(authority,
               TestAuthority::open_or_create(options.folder / "ca", clock.now(), options.algorithm));
  std::vector<SandboxSystem> systems;
  std::uint16_t port = options.port;
  for (std::string const& country : options.countries) {
    std::filesystem::path const folder = options.folder / country;
    std::filesystem::create_directories(folder / "people");
    TAMGA_ASSIGN(rules, country::load_country(options.spec / country));
    TAMGA_ASSIGN(spec, read_sandbox(options.spec / country / "sandbox.toml", rules));
    std::filesystem::path operator_identity;
    for (SandboxCompany const& company : spec.companies) {
      TAMGA_TRY(certificate_of(company, spec, authority, folder / "people", clock.now()));
      if (company.authority) operator_identity = folder / "people" / (company.key + ".pem");
    }
    SystemOptions how;
    how.spec = options.spec;
    how.country = country;
    how.store = options.store.empty() ? "sqlite:" + (folder / "store").string() : options.store;
    how.keys = folder / "keys";
    how.roots = authority.root_file();
    how.operator_identity = operator_identity;
    how.name = "sandbox-" + country;
    how.site = "http://localhost:" + std::to_string(port);
    how.http = options.http;
    how.http.port = port;
    how.cabinet = options.cabinet;
    how.interface = options.interface;
    how.interface.test_money = true;
    if (options.mails_every) {
      how.mail.delivery.server = "folder:" + (folder / "mail").string();
      how.mail.every = *options.mails_every;
    }
    TAMGA_ASSIGN(system, System::open(std::move(how), clock, rng));
    TAMGA_TRY(seed(*system, spec, authority, folder / "people", clock.now()));
    TAMGA_TRY(seed_register(*system, options.spec / country / "sandbox_register.csv", clock));
    TAMGA_TRY(fund(*system, spec));
    TAMGA_TRY(conclude_contracts(*system, spec, folder / "people", clock.now()));
    TAMGA_ASSIGN(directory, channels::Directory::read(options.spec / country / "channels.toml"));
    TAMGA_TRY(connect_channels(*system, spec, directory, clock.now()));
    TAMGA_ASSIGN(lending, registrars::Rules::read(options.spec / country / "registrars.toml", rules));
    TAMGA_TRY(lend_registrars(*system, spec, lending, clock.now()));
    auto desk = make_sandbox_desk(authority, std::move(spec), rules.rules().identifiers, folder / "mail");
    system->play(*desk);
    TAMGA_ASSIGN(bound, system->serve());
    systems.push_back({country, bound, std::move(desk), std::move(system)});
    if (port != 0) ++port;
  }
  return systems;
}

}  // namespace tamga::server
