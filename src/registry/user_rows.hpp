// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "registry/user.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

// Users as they are stored; every write within the transaction of `connection`.

/// Him with his certificates and powers.
Result<std::optional<User>> read_user(sql::Connection& connection, UserNo number);
Result<std::optional<UserNo>> user_of_certificate(sql::Connection& connection,
                                                  crypto::Sha256 const& certificate);
Result<std::vector<UserNo>> users_of(sql::Connection& connection, ParticipantNo participant);
/// All of an organisation with their certificates and powers, in order of number.
Result<std::vector<User>> read_users(sql::Connection& connection, ParticipantNo participant);
/// Everybody, for the start.
Result<std::vector<User>> read_all_users(sql::Connection& connection);

/// With his certificates. Errors: SIGNER_EXISTS (a certificate is somebody's already).
Result<void> insert_user(sql::Connection& connection, User const& user);
/// Everything but certificates and powers.
Result<void> update_user(sql::Connection& connection, User const& user);
/// He signed in for the first time. Counts as a change of the organisation's users.
Result<void> activate_user(sql::Connection& connection, ParticipantNo participant, UserNo number);
/// Errors: SIGNER_EXISTS.
Result<void> insert_certificate(sql::Connection& connection, UserNo user, UserCertificate const& certificate);
/// The next number for a user that no document admits; it is the transaction's own until it ends.
Result<UserNo> next_user(sql::Connection& connection);
/// Ends the sessions and revokes the keys of a user's certificates.
Result<void> end_access(sql::Connection& connection, User const& user, UnixMs now);

Result<std::optional<PowerOfAttorney>> read_power(sql::Connection& connection, ParticipantNo participant,
                                                  std::string_view number);
/// Of an organisation, newest first; at most `limit`.
Result<std::vector<PowerOfAttorney>> read_powers(sql::Connection& connection, ParticipantNo participant,
                                                 int limit);
Result<void> insert_power(sql::Connection& connection, PowerOfAttorney const& power);
Result<void> revoke_power(sql::Connection& connection, PowerOfAttorney const& power);

/// How often the users of an organisation have changed; `raise_version` fails with STORE_CONFLICT when
/// somebody has changed them since, so that two changes that are harmless alone are never made together.
Result<std::int64_t> users_version(sql::Connection& connection, ParticipantNo participant);
Result<void> raise_version(sql::Connection& connection, ParticipantNo participant, std::int64_t known);

/// Certificates of active users that end in this span and have no follower, with an address to write to.
struct EndingCertificate {
  crypto::Sha256 certificate{};
  UserNo user;
  UnixMs ends;
};
Result<std::vector<EndingCertificate>> ending_certificates(sql::Connection& connection, UnixMs from,
                                                           UnixMs until);

}  // namespace tamga::registry
