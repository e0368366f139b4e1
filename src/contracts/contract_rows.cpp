// SPDX-License-Identifier: Apache-2.0
#include "contracts/contract_rows.hpp"

#include <algorithm>

#include "contracts/errors.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::contracts {
namespace {

std::optional<Signature> signature(sql::Row const& row, int at, int person, int cms) {
  if (row.is_null(at)) return std::nullopt;
  return Signature{row.as<UnixMs>(at), std::string(row.text(person)), std::string(row.blob(cms))};
}

Date day(std::int64_t days) { return Date::from_days(static_cast<std::int32_t>(days)); }

Result<Contract> read(sql::Row const& row) {
  Contract out;
  out.no = row.as<ContractNo>(0);
  out.number = row.text(1);
  out.version = row.int64(5);
  if (auto const replaced = row.optional_int64(6)) out.replaces = ContractNo(*replaced);
  out.template_day = day(row.int64(7));
  out.state = row.as<ContractState>(8);
  if (auto const last = row.optional_int64(9)) out.keep_until = day(*last);
  auto facts = shape::decode<ContractFacts>(row.text(10));
  if (!facts) return fail(Error(kContractUnreadable).with("number", out.number).log(describe(facts.error())));
  out.facts = *std::move(facts);
  out.manifest = row.text(11);
  out.participant_signature = signature(row, 12, 13, 15);
  if (auto const digest = row.optional_blob(14); digest && digest->size() == 32)
    std::copy(digest->begin(), digest->end(), out.signer_certificate.emplace().begin());
  out.operator_signature = signature(row, 16, 17, 18);
  out.reason = row.text(19);
  out.events = row.int64(20);
  return out;
}

}  // namespace

Result<std::vector<Contract>> read_contracts(sql::Rows rows) {
  std::vector<Contract> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(contract, read(row));
    out.push_back(std::move(contract));
    return {};
  }));
  return out;
}

std::string encode_facts(ContractFacts const& facts) { return shape::encode(facts); }

}  // namespace tamga::contracts
