// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tamga::identity {

/// How the provider knows that it is us who ask for a token.
enum class ClientProof : std::uint8_t {
  Secret,       ///< client_secret, agreed with the provider
  SignedFields  ///< client_secret is a detached CMS over fields of the request, in base64 of the URL alphabet
};

/// Where in the answers of a provider each fact stands: names, tried in their order; "a/b" is b inside a.
struct ClaimNames {
  std::vector<std::string> subject;  ///< by which the provider itself knows the person
  std::vector<std::string> person_id;
  std::vector<std::string> person_tax_id;
  std::vector<std::string> full_name;
  std::vector<std::string> family_name;
  std::vector<std::string> given_name;
  std::vector<std::string> middle_name;
  std::vector<std::string> email;
  std::vector<std::string> phone;
  std::vector<std::string> organizations;  ///< a list, of whose members:
  std::vector<std::string> organization_tax_id;
  std::vector<std::string> organization_name;
};

/// An identity portal of the state as the country's data describes it: spec/<country>/identity.toml. The
/// flow is the authorization code of OAuth 2.0 (RFC 6749) with PKCE (RFC 7636), with an id_token of OpenID
/// Connect where the portal gives one; words that a portal spells otherwise are data. Immutable.
struct Provider {
  std::string code;
  LocalizedText name;
  std::string authorize_url;
  std::string token_url;
  std::string profile_url;        ///< "{sub}" is the subject; empty: the id_token says everything
  std::string organizations_url;  ///< likewise; empty: the profile says it
  std::string issuer;             ///< of the id_token; empty: the portal gives none
  std::string scope;
  std::string response_type;
  std::string grant_type;
  std::string profile_grant_type;  ///< the profile is asked for with a form of this type; empty: with GET
  std::vector<std::string> extra;  ///< "access_type=online": further fields of the authorization
  bool pkce = true;
  ClientProof client_proof = ClientProof::Secret;
  std::vector<std::string> signed_fields;  ///< of a signed proof, in their order
  std::string good_field;                  ///< a field of the profile that must be there with this value
  std::string good_value;
  bool signs_in = false;  ///< whether the country lets people sign in this way
  bool prefills = false;  ///< whether an application may be filled from it
  ClaimNames claims;
};

/// Errors: every mistake of the file, with file and line; the first is given.
Result<std::vector<Provider>> read_providers(std::filesystem::path const& file);

}  // namespace tamga::identity
