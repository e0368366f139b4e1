// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "crypto/signing_identity.hpp"
#include "outward/form.hpp"
#include "outward/testing/raw_service.hpp"

namespace tamga::identity::testing {

/// An identity portal over HTTP: gives codes, checks redirect address, client, PKCE, secret or signed proof,
/// gives each token once, answers for the profile, and can be told to be wrong. Speaks OpenID Connect, and
/// the dialect of one portal that spells the words otherwise.
class TestPortal {
 public:
  using Json = nlohmann::json;
  struct Settings {
    std::string client_id = "tamga";
    std::string client_secret = "hush";  ///< empty: a signed proof is expected
    std::string issuer = {};             ///< empty: no id_token
    std::string audience = "tamga";
    Json profile = Json::object();
    Json organizations = Json::object();
  };
  TestPortal(Settings settings, crypto::SigningIdentity key, UnixMs now);

  [[nodiscard]] std::string url(std::string const& path) const { return service_.url(path); }
  [[nodiscard]] int requests() const { return service_.requests(); }

  /// What a browser does with the address of a begun sign-in: the person agrees, and the portal sends him
  /// back. Gives the code and the state; throws when the address lacks something.
  struct Returned {
    std::string code;
    std::string state;
  };
  Returned agree(std::string const& address);

  /// Further members of the id_token, or other ones; another key for it; a status instead of every answer.
  void change_claims(Json claims);
  void sign_with(crypto::SigningIdentity key);
  void answer_http(int status);
  void forget_codes();
  void change_profile(Json profile);

 private:
  struct Code {
    std::string challenge;
    std::string nonce;
    std::string redirect_uri;
  };
  std::string handle(std::string const& request);
  std::string token(outward::Fields const& form);
  std::string profile_for(std::string const& token, Json const& body);

  Settings settings_;
  crypto::SigningIdentity key_;
  UnixMs now_;
  std::mutex mutex_;
  std::map<std::string, Code> codes_;
  std::map<std::string, int> tokens_;
  Json claims_ = Json::object();
  int status_ = 0;
  int count_ = 0;
  outward::testing::RawService service_;  // last: it asks as soon as it is there
};

}  // namespace tamga::identity::testing
