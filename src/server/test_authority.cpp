// SPDX-License-Identifier: Apache-2.0
#include "server/test_authority.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "crypto/errors.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kTerm = 10 * 365;
constexpr char const* kRevoked = "revoked.txt";

Error file_failed(std::filesystem::path const& file) {
  return Error(crypto::kKeyFileFailed).with("file", file.string());
}

}  // namespace

Result<void> write_private_file(std::filesystem::path const& file, std::string const& bytes) {
  std::filesystem::path const fresh = file.string() + ".new";
  int const out = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (out < 0) return fail(file_failed(file));
  std::size_t done = 0;
  while (done < bytes.size()) {
    ssize_t const wrote = ::write(out, bytes.data() + done, bytes.size() - done);
    if (wrote <= 0) break;
    done += static_cast<std::size_t>(wrote);
  }
  bool const kept = done == bytes.size() && ::fsync(out) == 0;
  ::close(out);
  std::error_code error;
  if (kept) std::filesystem::rename(fresh, file, error);
  if (!kept || error) return fail(file_failed(file));
  return {};
}

Result<std::string> read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) return fail(file_failed(file));
  return std::move(bytes).str();
}

Result<TestAuthority> TestAuthority::open_or_create(std::filesystem::path const& folder, UnixMs now,
                                                    crypto::KeyAlgorithm key) {
  std::filesystem::path const file = folder / "authority.pem";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(file_failed(folder));
  if (std::filesystem::exists(file)) {
    TAMGA_ASSIGN(pem, read_file(file));
    TAMGA_ASSIGN(identity, crypto::SigningIdentity::from_pem(pem));
    return TestAuthority(folder, crypto::TestCa(std::move(identity)));
  }
  TAMGA_ASSIGN(ca, crypto::TestCa::create("Tamga Test Authority", UnixMs(now.value() - kDay),
                                          UnixMs(now.value() + kTerm * kDay), key));
  TAMGA_ASSIGN(pem, ca.identity().pem());
  TAMGA_TRY(write_private_file(folder / "root.pem", ca.root().pem()));
  TAMGA_TRY(write_private_file(file, pem));
  return TestAuthority(folder, std::move(ca));
}

Result<crypto::SigningIdentity> TestAuthority::issue(crypto::Subject subject, UnixMs now, int days) const {
  crypto::CertificateOrder order;
  order.subject = std::move(subject);
  order.key = key();
  std::int64_t const until = now.value() + days * kDay;
  order.not_before = UnixMs(days >= 0 ? now.value() - kDay : until - 365 * kDay);
  order.not_after = UnixMs(until);
  return ca_.issue(order);
}

Result<void> TestAuthority::revoke(crypto::Certificate const& certificate, UnixMs at, int reason) const {
  TAMGA_ASSIGN(known, revoked());
  known.push_back({certificate.serial_hex(), at, reason});
  std::string text;
  for (crypto::RevokedSerial const& one : known)
    text += fmt::format("{} {} {}\n", one.serial_hex, one.at.value(), one.reason);
  return write_private_file(folder_ / kRevoked, text);
}

Result<std::vector<crypto::RevokedSerial>> TestAuthority::revoked() const {
  std::vector<crypto::RevokedSerial> out;
  std::filesystem::path const file = folder_ / kRevoked;
  if (!std::filesystem::exists(file)) return out;
  TAMGA_ASSIGN(text, read_file(file));
  std::istringstream lines(text);
  crypto::RevokedSerial one;
  std::int64_t at = 0;
  while (lines >> one.serial_hex >> at >> one.reason) {
    one.at = UnixMs(at);
    out.push_back(one);
  }
  return out;
}

Result<std::string> TestAuthority::revocation_list(UnixMs now, int days) const {
  TAMGA_ASSIGN(known, revoked());
  return ca_.revocation_list(known, now, UnixMs(now.value() + days * kDay));
}

}  // namespace tamga::server
