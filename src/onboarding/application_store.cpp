// SPDX-License-Identifier: Apache-2.0
#include "onboarding/application_store.hpp"

#include <algorithm>

#include "crypto/digest_text.hpp"
#include "onboarding/errors.hpp"
#include "onboarding/stored_json.hpp"
#include "sql/statement.hpp"

namespace tamga::onboarding {
namespace {

#define TAMGA_APPLICATION_COLUMNS                                                                  \
  "application, number, state, holder, certificate, certificate_expires, email, phone, language, " \
  "consent, submitted_at, decided_at, next_check_at, checks, findings, legal_basis"

constexpr sql::Statement kById{
    "onboarding.application", "SELECT " TAMGA_APPLICATION_COLUMNS " FROM application WHERE application = $1"};
constexpr sql::Statement kByNumber{"onboarding.application.number",
                                   "SELECT " TAMGA_APPLICATION_COLUMNS " FROM application WHERE number = $1"};
constexpr sql::Statement kLatest{"onboarding.application.latest",
                                 "SELECT " TAMGA_APPLICATION_COLUMNS
                                 " FROM application WHERE tax_id = $1 ORDER BY submitted_at DESC LIMIT 1"};
constexpr sql::Statement kByLink{"onboarding.application.link",
                                 "SELECT " TAMGA_APPLICATION_COLUMNS
                                 " FROM application WHERE link = $1 AND state IN (4, 7, 8)"};
constexpr sql::Statement kInState{"onboarding.applications.state",
                                  "SELECT " TAMGA_APPLICATION_COLUMNS
                                  " FROM application WHERE state = $1 AND application > $2 "
                                  "ORDER BY application LIMIT $3"};
constexpr sql::Statement kDue{"onboarding.applications.due",
                              "SELECT application FROM application WHERE state = $1 AND next_check_at <= $2 "
                              "ORDER BY next_check_at LIMIT $3"};
constexpr sql::Statement kCount{"onboarding.applications.count",
                                "SELECT count(*) FROM application WHERE tax_id = $1 AND submitted_at >= $2"};
constexpr sql::Statement kLive{"onboarding.application.live",
                               "SELECT application FROM application WHERE live = $1"};
constexpr sql::Statement kChallenge{"onboarding.application.challenge",
                                    "SELECT application FROM application WHERE challenge = $1"};
constexpr sql::Statement kInsert{
    "onboarding.application.insert",
    "INSERT INTO application (" TAMGA_APPLICATION_COLUMNS
    ", live, tax_id, link, challenge, body, signature, certificate_bytes) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, "
    "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)"};
constexpr sql::Statement kUpdate{
    "onboarding.application.update",
    "UPDATE application SET state = $2, decided_at = $3, next_check_at = $4, checks = $5, findings = $6, "
    "live = $7 WHERE application = $1"};
constexpr sql::Statement kSetLink{"onboarding.application.link.set",
                                  "UPDATE application SET link = $2 WHERE application = $1"};

constexpr sql::Statement kSigned{"onboarding.application.signed",
                                 "SELECT body, signature FROM application WHERE application = $1"};
constexpr sql::Statement kSetWithdrawal{
    "onboarding.application.withdrawal",
    "UPDATE application SET withdrawal = $2, withdrawal_signature = $3 WHERE application = $1"};

#undef TAMGA_APPLICATION_COLUMNS

/// The tax number while it goes on; afterwards something that no other row has.
std::string live_text(Application const& application) {
  return is_live(application.state) ? application.holder.tax_id : "-" + std::to_string(application.id);
}

Result<Application> application_of(sql::Row const& row) {
  Application one;
  one.id = row.int64(0);
  one.number = row.text(1);
  one.state = static_cast<ApplicationState>(row.int64(2));
  TAMGA_ASSIGN(holder, read_holder(row.text(3)));
  one.holder = std::move(holder);
  one.certificate = crypto::digest_of(row.blob(4));
  one.certificate_expires = row.as<UnixMs>(5);
  one.email = row.text(6);
  one.phone = row.text(7);
  one.language = language_of(row.text(8)).value_or(Language::En);
  one.consent = row.text(9);
  one.submitted_at = row.as<UnixMs>(10);
  if (auto const decided = row.optional_int64(11)) one.decided_at = UnixMs(*decided);
  one.next_check_at = row.as<UnixMs>(12);
  one.checks = static_cast<int>(row.int64(13));
  TAMGA_ASSIGN(findings, read_findings(row.text(14)));
  one.findings = std::move(findings);
  TAMGA_ASSIGN(acts, read_acts(row.text(15)));
  one.legal_basis = std::move(acts);
  return one;
}

template <class... Arguments>
Result<std::vector<Application>> query(sql::Connection& connection, sql::Statement const& statement,
                                       Arguments const&... arguments) {
  TAMGA_ASSIGN(rows, connection.query(statement, arguments...));
  std::vector<Application> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(one, application_of(row));
    found.push_back(std::move(one));
    return {};
  }));
  return found;
}

template <class Key>
Result<std::optional<Application>> find_one(sql::Connection& connection, sql::Statement const& statement,
                                            Key const& key) {
  TAMGA_ASSIGN(found, query(connection, statement, key));
  return found.empty() ? std::optional<Application>() : std::optional(std::move(found.front()));
}

std::int64_t number_of(sql::Row const& row) { return row.int64(0); }

}  // namespace

Result<void> insert_application(sql::Connection& connection, Application const& one,
                                ApplicationProof const& proof) {
  std::string const live = live_text(one);
  TAMGA_ASSIGN(used, connection.find(kChallenge, number_of, sql::Blob{crypto::view(proof.challenge)}));
  if (used) return fail(kApplicationChallengeUsed);
  TAMGA_ASSIGN(other, connection.find(kLive, number_of, live));
  if (other) return fail(Error(kApplicationLive).with("tax_id", one.holder.tax_id));
  std::string const holder = holder_text(one.holder);
  std::string const findings = findings_text(one.findings);
  std::string const acts = acts_text(one.legal_basis);
  TAMGA_TRY(connection.execute(kInsert, one.id, one.number, static_cast<std::int64_t>(one.state), holder,
                               sql::Blob{crypto::view(one.certificate)}, one.certificate_expires, one.email,
                               one.phone, code_of(one.language), one.consent, one.submitted_at,
                               one.decided_at, one.next_check_at, static_cast<std::int64_t>(one.checks),
                               findings, acts, live, one.holder.tax_id, sql::Blob{},
                               sql::Blob{crypto::view(proof.challenge)}, sql::Blob{proof.body},
                               sql::Blob{proof.signature}, sql::Blob{proof.certificate}));
  return {};
}

Result<void> update_application(sql::Connection& connection, Application const& one,
                                std::optional<crypto::Sha256> const& link) {
  std::string const findings = findings_text(one.findings);
  TAMGA_TRY(connection.execute(kUpdate, one.id, static_cast<std::int64_t>(one.state), one.decided_at,
                               one.next_check_at, static_cast<std::int64_t>(one.checks), findings,
                               live_text(one)));
  if (link) TAMGA_TRY(connection.execute(kSetLink, one.id, sql::Blob{crypto::view(*link)}));
  return {};
}

Result<void> set_withdrawal(sql::Connection& connection, std::int64_t id, std::string_view body,
                            std::string_view signature) {
  TAMGA_TRY(connection.execute(kSetWithdrawal, id, sql::Blob{body}, sql::Blob{signature}));
  return {};
}

Result<SignedBytes> find_signed(sql::Connection& connection, std::int64_t id) {
  TAMGA_ASSIGN(found, connection.find(
                          kSigned,
                          [](sql::Row const& row) {
                            return SignedBytes{std::string(row.blob(0)), std::string(row.blob(1))};
                          },
                          id));
  if (!found) return fail(kApplicationUnknown);
  return *std::move(found);
}

Result<std::optional<Application>> find_application(sql::Connection& connection, std::int64_t id) {
  return find_one(connection, kById, id);
}

Result<std::optional<Application>> find_application_by_number(sql::Connection& connection,
                                                              std::string_view number) {
  return find_one(connection, kByNumber, number);
}

Result<std::optional<Application>> find_application_by_link(sql::Connection& connection,
                                                            crypto::Sha256 const& link) {
  return find_one(connection, kByLink, sql::Blob{crypto::view(link)});
}

Result<std::optional<Application>> find_latest_application(sql::Connection& connection,
                                                           std::string_view tax_id) {
  return find_one(connection, kLatest, tax_id);
}

Result<std::int64_t> count_applications(sql::Connection& connection, std::string_view tax_id, UnixMs since) {
  TAMGA_ASSIGN(count, connection.find(kCount, number_of, tax_id, since));
  return count.value_or(0);
}

Result<std::vector<std::int64_t>> applications_due(sql::Connection& connection, ApplicationState state,
                                                   UnixMs now, int limit) {
  TAMGA_ASSIGN(
      rows, connection.query(kDue, static_cast<std::int64_t>(state), now, static_cast<std::int64_t>(limit)));
  std::vector<std::int64_t> due;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { due.push_back(row.int64(0)); }));
  return due;
}

Result<std::vector<Application>> applications_in(sql::Connection& connection, ApplicationState state,
                                                 std::int64_t after, int limit) {
  return query(connection, kInState, static_cast<std::int64_t>(state), after,
               static_cast<std::int64_t>(limit));
}

}  // namespace tamga::onboarding
