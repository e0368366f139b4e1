// SPDX-License-Identifier: Apache-2.0
#include "emission/tail_audit.hpp"

#include <algorithm>
#include <limits>

#include "base/varint.hpp"
#include "crypto/hkdf.hpp"
#include "emission/errors.hpp"

namespace tamga::emission {
namespace {

#define TAMGA_BATCH_COLUMNS                                                                         \
  "order_no, line, sequence, batch, at, participant, person, request, first_code, codes, purpose, " \
  "tail_key, seal"
constexpr sql::Statement kLast{
    "emission.tail_batch.last",
    "SELECT sequence, seal FROM tail_batch WHERE order_no = $1 AND line = $2 ORDER "
    "BY sequence DESC LIMIT 1"};
constexpr sql::Statement kInsert{"emission.tail_batch.insert",
                                 "INSERT INTO tail_batch (" TAMGA_BATCH_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
constexpr sql::Statement kFind{
    "emission.tail_batch.find",
    "SELECT " TAMGA_BATCH_COLUMNS
    " FROM tail_batch WHERE batch < $1 AND ($2 = 0 OR order_no = $2) AND ($3 = '' OR tail_key = $3) ORDER BY "
    "batch DESC LIMIT $4"};
constexpr sql::Statement kAll{"emission.tail_batch.all",
                              "SELECT " TAMGA_BATCH_COLUMNS
                              " FROM tail_batch ORDER BY order_no, line, sequence"};
#undef TAMGA_BATCH_COLUMNS

crypto::Sha256 digest_of(std::string_view bytes) {
  crypto::Sha256 digest{};
  if (bytes.size() == digest.size()) std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

TailBatch read(sql::Row const& row) {
  TailBatch batch;
  batch.order = row.as<OrderNo>(0);
  batch.line = static_cast<int>(row.int64(1));
  batch.sequence = row.int64(2);
  batch.number = row.int64(3);
  batch.at = row.as<UnixMs>(4);
  batch.participant = row.as<ledger::ParticipantNo>(5);
  batch.person = row.text(6);
  batch.request = row.text(7);
  batch.from = row.int64(8);
  batch.codes = row.int64(9);
  batch.purpose = static_cast<crypto::KeyPurpose>(row.int64(10));
  batch.key_id = row.text(11);
  batch.seal = digest_of(row.blob(12));
  return batch;
}

std::string encode(TailBatch const& batch) {
  std::string out;
  put_signed(out, batch.order.value());
  put_signed(out, batch.line);
  put_signed(out, batch.sequence);
  put_signed(out, batch.number);
  put_signed(out, batch.at.value());
  put_signed(out, batch.participant.value());
  put_bytes(out, batch.person);
  put_bytes(out, batch.request);
  put_signed(out, batch.from);
  put_signed(out, batch.codes);
  put_varint(out, static_cast<std::uint64_t>(batch.purpose));
  put_bytes(out, batch.key_id);
  return out;
}

crypto::Sha256 seal_of(crypto::RingKey const& key, crypto::Sha256 const& before, TailBatch const& batch) {
  crypto::SecretBytes<32> secret;
  crypto::derive_key(key.secret().view(), "tamga tail audit v1", {}, secret.writable());
  crypto::HmacSha256 const mac(secret.view());
  return mac.mac(std::string(crypto::view(before)) + encode(batch));
}

}  // namespace

std::string TailBatch::object() const {
  return std::to_string(order.value()) + "/" + std::to_string(line) + "/" + std::to_string(from) + "+" +
         std::to_string(codes);
}

Result<TailBatch> note_batch(sql::Connection& connection, crypto::RoleKeys const& keys, TailBatch batch) {
  struct Link {
    std::int64_t sequence = 0;
    crypto::Sha256 seal{};
  };
  TAMGA_ASSIGN(key, keys.find(batch.key_id));
  TAMGA_ASSIGN(last, connection.find(
                         kLast,
                         [](sql::Row const& row) {
                           return Link{row.int64(0), digest_of(row.blob(1))};
                         },
                         batch.order, batch.line));
  Link const before = last.value_or(Link());
  batch.sequence = before.sequence + 1;
  batch.purpose = key->info().purpose;
  batch.seal = seal_of(*key, before.seal, batch);
  TAMGA_TRY(connection.execute(kInsert, batch.order, batch.line, batch.sequence, batch.number, batch.at,
                               batch.participant, batch.person, batch.request, batch.from, batch.codes,
                               batch.purpose, batch.key_id, sql::Blob{crypto::view(batch.seal)}));
  return batch;
}

Result<std::vector<TailBatch>> tail_batches(sql::Connection& connection, TailQuestion const& question,
                                            int limit) {
  std::int64_t const before =
      question.before == 0 ? std::numeric_limits<std::int64_t>::max() : question.before;
  TAMGA_ASSIGN(rows, connection.query(kFind, before, question.order.value_or(OrderNo()), question.key_id,
                                      static_cast<std::int64_t>(limit)));
  std::vector<TailBatch> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(read(row)); }));
  return found;
}

Result<void> verify_batches(sql::Connection& connection, crypto::RoleKeys const& keys,
                            std::function<void(TailBatch const&)> const& visit) {
  TailBatch before;
  Result<void> verdict;
  auto const judge = [&](TailBatch const& batch) -> Result<void> {
    bool const same = batch.order == before.order && batch.line == before.line;
    TAMGA_ASSIGN(key, keys.find(batch.purpose, batch.key_id));
    auto const expected = seal_of(*key, same ? before.seal : crypto::Sha256{}, batch);
    bool const follows = batch.sequence == (same ? before.sequence : 0) + 1;
    if (!follows || expected != batch.seal)
      return fail(Error(kTailAuditBroken)
                      .with("order", std::to_string(batch.order.value()))
                      .with("line", std::to_string(batch.line))
                      .with("sequence", std::to_string(batch.sequence))
                      .log(follows ? "another seal" : "a gap before it"));
    visit(batch);
    before = batch;
    return {};
  };
  TAMGA_ASSIGN(rows, connection.query(kAll));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    if (verdict) verdict = judge(read(row));
  }));
  return verdict;
}

}  // namespace tamga::emission
