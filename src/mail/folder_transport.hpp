// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "mail/transport.hpp"

namespace tamga::mail {

/// Keeps e-mails in a folder instead of sending them: what the sandbox would have sent can be read. A letter
/// that is handed over twice is one file.
class FolderTransport final : public Transport {
 public:
  /// Makes the folder. Errors: MAIL_SETTING.
  static Result<std::unique_ptr<Transport>> open(std::filesystem::path folder);
  Result<void> send(Envelope const& envelope, std::stop_token const& stop) override;
  [[nodiscard]] std::chrono::milliseconds longest() const override { return std::chrono::seconds(10); }

 private:
  explicit FolderTransport(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace tamga::mail
