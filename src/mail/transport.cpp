// SPDX-License-Identifier: Apache-2.0
#include "mail/transport.hpp"

#include "mail/folder_transport.hpp"
#include "mail/smtp_transport.hpp"

namespace tamga::mail {

Result<std::unique_ptr<Transport>> open_transport(Delivery const& delivery) {
  constexpr std::string_view kFolder = "folder:";
  if (delivery.server.starts_with(kFolder))
    return FolderTransport::open(delivery.server.substr(kFolder.size()));
  return SmtpTransport::open(delivery);
}

}  // namespace tamga::mail
