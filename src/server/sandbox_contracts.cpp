// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox_contracts.hpp"

#include <algorithm>
#include <set>

#include "channels/channel.hpp"
#include "contract_office/renewal.hpp"
#include "contract_office/signing.hpp"
#include "crypto/cms.hpp"
#include "registrars/registrar.hpp"
#include "registry/profile.hpp"
#include "server/test_authority.hpp"
#include "sql/transaction.hpp"

namespace tamga::server {
namespace {

using contract_office::Office;

/// Of one company in the sandbox: their numbers lie far below those of every clock.
constexpr std::int64_t kMostChannels = 10;

/// The groups of its goods; who makes none deals in everything that is made here.
std::vector<std::string> groups_of(SandboxSpec const& spec, SandboxCompany const& company) {
  if (!company.groups.empty()) return company.groups;
  std::set<std::string> own;
  std::set<std::string> all;
  for (SandboxProduct const& product : spec.products) {
    all.insert(product.group);
    if (product.owner == company.key) own.insert(product.group);
  }
  auto const& groups = own.empty() ? all : own;
  return {groups.begin(), groups.end()};
}

registry::Profile profile_of(SandboxSpec const& spec, SandboxCompany const& company,
                             business_register::BusinessEntity const& entity) {
  return {.address = entity.address ? entity.address->text : company.name,
          .phone = company.phone,
          .email = company.key + "@sandbox.example",
          .groups = groups_of(spec, company),
          .types = company.types,
          .bank = registry::BankAccount{company.bank, company.account},
          .sites = {},
          .kpp = entity.kpp};
}

Result<void> sign_all(Office const& office, sql::Connection& connection, registry::ParticipantNo participant,
                      crypto::SigningIdentity const& identity, std::string const& person, UnixMs now) {
  TAMGA_ASSIGN(all, office.contracts.of(connection, participant));
  for (contracts::Contract const& one : all) {
    TAMGA_TRY(office.contracts.open(connection, one.no, person, now));
    TAMGA_ASSIGN(cms, crypto::sign_detached(identity, one.manifest, now));
    TAMGA_TRY(contract_office::sign(office, connection, one.no, cms, office.terms.consent, now));
  }
  return {};
}

Result<void> conclude(System& system, SandboxSpec const& spec, SandboxCompany const& company,
                      std::filesystem::path const& people, UnixMs now) {
  Office const& office = system.contracts();
  TAMGA_ASSIGN(participant, system.participants().find_by_tax_id(company.tax_id));
  TAMGA_ASSIGN(entity, office.businesses.find(company.tax_id));
  if (!participant || !entity) return {};
  TAMGA_ASSIGN(pem, read_file(people / (company.key + ".pem")));
  TAMGA_ASSIGN(identity, crypto::SigningIdentity::from_pem(pem));
  TAMGA_ASSIGN(writer, system.store().writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  TAMGA_ASSIGN(held, contracts::read_holdings(*writer, participant->number));
  if (!held.empty()) return {};
  TAMGA_TRY(
      registry::put_profile(*writer, participant->number,
                            {.profile = profile_of(spec, company, *entity), .document = 0, .since = now}));
  TAMGA_TRY(contracts::ask_for(*writer, participant->number, contracts::kProfileChanged, now));
  TAMGA_ASSIGN(due, contracts::due_of(*writer, participant->number));
  if (!due) return {};
  contract_office::Task const task{.due = *std::move(due), .entity = *std::move(entity), .silent = {}};
  TAMGA_TRY(contract_office::perform(office, *writer, task, now));
  TAMGA_TRY(sign_all(office, *writer, participant->number, identity, company.person, now));
  return transaction.commit();
}

}  // namespace

Result<void> conclude_contracts(System& system, SandboxSpec const& spec, std::filesystem::path const& people,
                                UnixMs now) {
  for (SandboxCompany const& company : spec.companies)
    if (!company.authority && !company.account.empty())
      TAMGA_TRY(conclude(system, spec, company, people, now));
  return {};
}

/// The free ones, once.
Result<void> connect_channels(System& system, SandboxSpec const& spec, channels::Directory const& directory,
                              UnixMs now) {
  for (SandboxCompany const& company : spec.companies) {
    TAMGA_ASSIGN(participant, system.participants().find_by_tax_id(company.tax_id));
    if (!participant || company.authority) continue;
    TAMGA_ASSIGN(writer, system.store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_ASSIGN(known, channels::channels_of(*writer, participant->number));
    if (!known.empty()) continue;
    std::int64_t number = participant->number.value() * kMostChannels;
    for (channels::ChannelOperator const& one : directory.operators())
      if (one.built_in)
        TAMGA_TRY(channels::connect(*writer, directory, channels::ChannelNo(number++), participant->number,
                                    {.kind = one.kind, .operator_code = one.code, .requisite = {}},
                                    company.person, now));
    TAMGA_TRY(transaction.commit());
  }
  return {};
}

Result<void> lend_registrars(System& system, SandboxSpec const& spec, registrars::Rules const& rules,
                             UnixMs now) {
  Date const today = system.country().day_of(now);
  for (SandboxCompany const& company : spec.companies) {
    TAMGA_ASSIGN(participant, system.participants().find_by_tax_id(company.tax_id));
    bool const needs = std::any_of(
        spec.products.begin(), spec.products.end(), [&](SandboxProduct const& product) {
          return product.owner == company.key && rules.need_of(product.group, today) != nullptr;
        });
    if (!participant || !needs) continue;
    TAMGA_ASSIGN(writer, system.store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_ASSIGN(known, registrars::registrars_of(*writer, participant->number));
    if (!known.empty()) continue;
    registrars::RegistrarNo const number(participant->number.value() * kMostChannels);
    registrars::Wish const wish{.kind = registrars::RegistrarKind::Device,
                                .serial = "SANDBOX-" + company.tax_id,
                                .model = "RE-2",
                                .software = "4.1.0",
                                .access = std::nullopt,
                                .place = company.name};
    TAMGA_TRY(registrars::apply(*writer, rules, number, participant->number, company.types, wish,
                                company.person, now));
    TAMGA_TRY(registrars::move(*writer, number, registrars::Move::Confirm, "", now));
    TAMGA_TRY(transaction.commit());
  }
  return {};
}

}  // namespace tamga::server
