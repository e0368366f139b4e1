// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/contract_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// A contract in a path.
struct ContractInput {
  std::int64_t contract;
  static constexpr auto shape() {
    return shape::object("ContractInput", "",
                         shape::field("contract", &ContractInput::contract, "Of the list of contracts",
                                      shape::range(1, std::int64_t{1} << 53)));
  }
};

/// What the cabinet shows of contracts: all of them, and a light for each product group.
struct ListContracts {
  static constexpr EndpointSpec kSpec{
      .name = "list_contracts",
      .method = http::Method::Get,
      .path = "/api/v1/contracts",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::Contracts,
      .summary = "Own contracts, and for which product groups they are in force",
      .tag = "contracts"};
  struct Input {
    std::optional<std::int64_t> after;
    int limit = 200;
    static constexpr auto shape() {
      return shape::object("ListContractsInput", "",
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "How many at most", shape::range(1, 500),
                                        shape::by_default(200)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ContractView> contracts;
    std::optional<std::int64_t> next;
    std::vector<GroupLight> groups;
    static constexpr auto shape() {
      return shape::object(
          "ContractList", "Own contracts", shape::field("contracts", &Output::contracts, "Newest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"),
          shape::field("groups", &Output::groups, "A light for each group of the profile"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetContract {
  static constexpr EndpointSpec kSpec{.name = "get_contract",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/contracts/{contract}",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Contracts,
                                      .summary = "A contract with its history and what is agreed to",
                                      .tag = "contracts"};
  using Input = ContractInput;
  using Body = NoBody;
  using Output = ContractDetail;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The agreed text of one language, byte for byte.
struct GetContractText {
  static constexpr EndpointSpec kSpec{
      .name = "get_contract_text",
      .method = http::Method::Get,
      .path = "/api/v1/contracts/{contract}/texts/{language}",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::Contracts,
      .summary = "The text in one language, exactly the bytes of the manifest's hash",
      .tag = "contracts",
      .produces = "text/plain"};
  struct Input {
    std::int64_t contract;
    std::string language;
    static constexpr auto shape() {
      return shape::object("GetContractTextInput", "",
                           shape::field("contract", &Input::contract, "Of the list of contracts",
                                        shape::range(1, std::int64_t{1} << 53)),
                           shape::field("language", &Input::language, "ru, uz or en", shape::size(2, 2)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The contract as it is printed.
struct GetContractPdf {
  static constexpr EndpointSpec kSpec{.name = "get_contract_pdf",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/contracts/{contract}/pdf",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Contracts,
                                      .summary = "The contract as PDF, all languages side by side",
                                      .tag = "contracts",
                                      .produces = "application/pdf"};
  using Input = ContractInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// What is signed.
struct GetContractManifest {
  static constexpr EndpointSpec kSpec{.name = "get_contract_manifest",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/contracts/{contract}/manifest",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Contracts,
                                      .summary = "The bytes that both parties sign: hashes of the texts",
                                      .tag = "contracts",
                                      .produces = "text/plain"};
  using Input = ContractInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// A signature as file: verifies with `openssl cms -verify` over the manifest.
struct GetContractSignature {
  static constexpr EndpointSpec kSpec{.name = "get_contract_signature",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/contracts/{contract}/signatures/{party}",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Contracts,
                                      .summary = "The signature of a party, CMS without content",
                                      .tag = "contracts",
                                      .produces = "application/pkcs7-signature"};
  struct Input {
    std::int64_t contract;
    ContractSide party;
    static constexpr auto shape() {
      return shape::object("GetContractSignatureInput", "",
                           shape::field("contract", &Input::contract, "Of the list of contracts",
                                        shape::range(1, std::int64_t{1} << 53)),
                           shape::field("party", &Input::party, "Whose"));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Everything that proves the signature of a party, for whoever wants to verify it without this system.
struct GetContractEvidence {
  static constexpr EndpointSpec kSpec{
      .name = "get_contract_evidence",
      .method = http::Method::Get,
      .path = "/api/v1/contracts/{contract}/evidence/{party}",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::Contracts,
      .summary = "Manifest, signature of a party, certificates, revocation lists and answers (tar)",
      .tag = "contracts",
      .produces = "application/x-tar"};
  using Input = GetContractSignature::Input;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Somebody of the participant has the contract before his eyes: only what was seen can be signed.
struct OpenContract {
  static constexpr EndpointSpec kSpec{.name = "open_contract",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/contracts/{contract}/opened",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Contracts,
                                      .summary = "Notes that the contract was read; the first time counts",
                                      .tag = "contracts",
                                      .idempotency_key = true,
                                      .max_body_bytes = 1 << 10,
                                      .action = "contract.open"};
  using Input = ContractInput;
  using Body = NoBody;
  using Output = ContractView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The head signs the manifest, and agrees to the terms.
struct SignContract {
  static constexpr EndpointSpec kSpec{.name = "sign_contract",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/contracts/{contract}/signature",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::Contracts,
                                      .summary =
                                          "Takes the head's signature over the manifest; what is beyond "
                                          "doubt is accepted at once",
                                      .tag = "contracts",
                                      .idempotency_key = true,
                                      .max_body_bytes = 2 << 20,
                                      .action = "contract.sign"};
  using Input = ContractInput;
  struct Body {
    std::string consent;
    std::string signature;
    static constexpr auto shape() {
      return shape::object("SignContractBody", "A signed contract",
                           shape::field("consent", &Body::consent, "Version of the terms that were agreed to",
                                        shape::size(1, 40)),
                           shape::field("signature", &Body::signature,
                                        "CMS without content over the manifest, base64 (DER or PEM)",
                                        shape::size(1, 1'400'000)));
    }
  };
  using Output = ContractView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListContracts>;
extern template struct RowOf<GetContract>;
extern template struct RowOf<GetContractText>;
extern template struct RowOf<GetContractPdf>;
extern template struct RowOf<GetContractManifest>;
extern template struct RowOf<GetContractSignature>;
extern template struct RowOf<GetContractEvidence>;
extern template struct RowOf<OpenContract>;
extern template struct RowOf<SignContract>;

}  // namespace tamga::api
