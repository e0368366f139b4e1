// SPDX-License-Identifier: Apache-2.0
#include "mail/folder_transport.hpp"

#include <fmt/format.h>

#include <fstream>

#include "mail/errors.hpp"

namespace tamga::mail {

Result<std::unique_ptr<Transport>> FolderTransport::open(std::filesystem::path folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (folder.empty() || !std::filesystem::is_directory(folder, error))
    return fail(Error(kSetting).with("setting", "folder:" + folder.string()).log(error.message()));
  return std::unique_ptr<Transport>(new FolderTransport(std::move(folder)));
}

Result<void> FolderTransport::send(Envelope const& envelope, std::stop_token const&) {
  std::filesystem::path const file = folder_ / fmt::format("{:012}.eml", envelope.letter.value());
  std::filesystem::path const fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << envelope.message;
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, file, error);
  if (!out || error) return fail(Error(kUnreachable).with("answer", "cannot write " + file.string()));
  return {};
}

}  // namespace tamga::mail
