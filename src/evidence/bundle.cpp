// SPDX-License-Identifier: Apache-2.0
#include "evidence/bundle.hpp"

#include <fmt/format.h>

#include "crypto/certificate.hpp"
#include "shape/encode.hpp"

namespace tamga::evidence {
namespace {

constexpr std::string_view kReadme = R"(How to verify this signature without the system that keeps it
==============================================================

content.bin          the bytes that were signed
signature.p7s        the signature: CMS SignedData, DER, detached
chain/0.pem          the signer's certificate; chain/1.pem ... up to a root
stamp/0.pem          of the authority that stamped the time, if there is a stamp inside the signature
evidence/N.crl|.ocsp what the authorities said of these certificates
proof.json           which file says what

At {moment} (Unix time {seconds}) the signature was there.

1. Signature and chain at that moment. The root is the last file of chain/; compare its fingerprint with the
   one its authority publishes.

   cat chain/*.pem > chain.pem
   openssl cms -verify -binary -inform DER -in signature.p7s -content content.bin -out /dev/null \
     -CAfile chain.pem -purpose any -attime {seconds}

   For GOST and O'zDSt: OPENSSL_CONF with the engine "gost"; O'zDSt needs a program that knows its identifiers.

2. Revocation.

   openssl crl -inform DER -in evidence/N.crl -noout -text
   openssl ocsp -respin evidence/N.ocsp -issuer chain/1.pem -cert chain/0.pem -CAfile chain.pem -no_nonce \
     -attime {seconds}

3. The stamp, if there is one, is the unsigned attribute 1.2.840.113549.1.9.16.2.14 of the signature:

   openssl cms -cmsout -print -inform DER -in signature.p7s
)";

Result<void> add_path(sql::Connection& connection, std::string_view folder,
                      std::vector<std::string> const& digests, std::vector<NamedFile>& out) {
  TAMGA_ASSIGN(pieces, find_pieces(connection, digests));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    TAMGA_ASSIGN(certificate, crypto::Certificate::from_der(pieces[i].bytes));
    out.push_back({fmt::format("{}/{}.pem", folder, i), certificate.pem()});
  }
  return {};
}

std::string readme_of(UnixMs moment) {
  std::string text(kReadme);
  auto const replace = [&](std::string_view what, std::string const& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
      text.replace(at, what.size(), by);
  };
  replace("{moment}", rfc3339(moment));
  replace("{seconds}", std::to_string(moment.value() / 1000));
  return text;
}

}  // namespace

Result<std::vector<NamedFile>> bundle_of(sql::Connection& connection, SignedThing const& thing) {
  std::vector<NamedFile> out;
  out.push_back({"README.txt", readme_of(thing.moment)});
  out.push_back({"content.bin", std::string(thing.content)});
  out.push_back({"signature.p7s", std::string(thing.signature)});
  TAMGA_ASSIGN(found, find_set(connection, thing.evidence));
  ProofSet const set = found.value_or(ProofSet{});
  TAMGA_TRY(add_path(connection, "chain", set.path, out));
  TAMGA_TRY(add_path(connection, "stamp", set.stamp_path, out));
  std::vector<std::string> evidence;
  for (Statement const& one : set.statements)
    if (!one.evidence.empty()) evidence.push_back(one.evidence);
  TAMGA_ASSIGN(pieces, find_pieces(connection, evidence));
  for (std::size_t i = 0; i < pieces.size(); ++i)
    out.push_back(
        {fmt::format("evidence/{}.{}", i, pieces[i].kind == PieceKind::RevocationList ? "crl" : "ocsp"),
         std::move(pieces[i].bytes)});
  out.push_back({"proof.json", shape::encode(set)});
  return out;
}

Result<std::vector<NamedFile>> bundle_of(sql::Connection& connection, Subject subject, std::int64_t id,
                                         SignedThing thing) {
  TAMGA_ASSIGN(link, find_link(connection, subject, id));
  if (link) {
    thing.evidence = link->evidence;
    thing.moment = link->moment;
  }
  return bundle_of(connection, thing);
}

}  // namespace tamga::evidence
