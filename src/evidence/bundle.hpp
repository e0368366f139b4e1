// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "evidence/book.hpp"
#include "sql/connection.hpp"

namespace tamga::evidence {

struct NamedFile {
  std::string name;  ///< up to 99 characters: "chain/0.pem"
  std::string bytes;
};

/// What was signed, for a bundle.
struct SignedThing {
  std::string name;  ///< of the folder: "document-123"
  std::string_view content;
  std::string_view signature;  ///< DER
  crypto::Sha256 evidence{};   ///< the set
  UnixMs moment;
};

/// The files by which anybody verifies a signature without this system, with OpenSSL alone: content,
/// signature, the certificates of both paths in PEM, lists and answers in DER, `proof.json` with what each of
/// them says, and `README.txt` with the commands. Errors: of the store.
Result<std::vector<NamedFile>> bundle_of(sql::Connection& connection, SignedThing const& thing);

/// The same for what is no document: the set that was linked to it. Without one the signature stands alone.
Result<std::vector<NamedFile>> bundle_of(sql::Connection& connection, Subject subject, std::int64_t id,
                                         SignedThing thing);

/// An archive (POSIX ustar) of files of that day.
std::string tar_of(std::string_view folder, std::vector<NamedFile> const& files, UnixMs modified);

}  // namespace tamga::evidence
