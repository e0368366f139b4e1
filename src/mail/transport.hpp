// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "base/result.hpp"
#include "mail/letter.hpp"

namespace tamga::mail {

/// An e-mail on its way out.
struct Envelope {
  LetterNo letter;
  std::string from;     ///< address, checked
  std::string to;       ///< address, checked
  std::string message;  ///< the bytes of the e-mail
};

/// Hands e-mails over to whoever delivers them. One thread at a time.
class Transport {
 public:
  virtual ~Transport() = default;
  /// Taken over when it returns without error. MAIL_REFUSED: this letter never; MAIL_DELAYED: this letter not
  /// now; MAIL_UNREACHABLE: no letter now; MAIL_STOPPED: somebody asked to stop. {answer} says what the other
  /// side said.
  virtual Result<void> send(Envelope const& envelope, std::stop_token const& stop) = 0;
  /// Nothing more to send for a while: lets the connection go.
  virtual void rest() {}
  /// How long a `send` takes at the very most.
  [[nodiscard]] virtual std::chrono::milliseconds longest() const = 0;
};

enum class Tls : std::uint8_t {
  Required,  ///< from the first byte (smtps), or by STARTTLS; otherwise nothing is sent
  Off,       ///< for a server on the same machine
};

/// Where e-mails go.
struct Delivery {
  /// smtp://HOST[:PORT], smtps://HOST[:PORT], or folder:DIR, which keeps each letter as a file NUMBER.eml.
  std::string server = {};
  std::string host = "localhost";  ///< by which we name ourselves to the server
  Tls tls = Tls::Required;
  std::filesystem::path login = {};  ///< file of two lines, user and password, that only we may read; or none
  std::filesystem::path authorities =
      {};  ///< PEM that the server's certificate must come from; the system's if none
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(10);
  std::chrono::milliseconds timeout = std::chrono::seconds(60);  ///< of a whole letter
};

/// Errors: MAIL_SETTING.
Result<std::unique_ptr<Transport>> open_transport(Delivery const& delivery);

}  // namespace tamga::mail
