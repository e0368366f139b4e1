// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// E-mails of the sandbox, which are sent to nobody: a link that somebody waits for is in one of them.
struct ListSandboxLetters {
  static constexpr EndpointSpec kSpec{.name = "list_sandbox_letters",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/sandbox/letters",
                                      .access = Access::Public,
                                      .summary = "The newest letters of the system; in a sandbox only",
                                      .tag = "sandbox"};
  struct Input {
    std::optional<std::string> to;
    int limit;
    static constexpr auto shape() {
      return shape::object("SandboxLettersInput", "",
                           shape::field("to", &Input::to, "Only those to this address", shape::size(3, 254)),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 100),
                                        shape::by_default(20)));
    }
  };
  using Body = NoBody;
  struct Letter {
    std::string to;
    std::string subject;
    std::string text;
    UnixMs at;
    static constexpr auto shape() {
      return shape::object("SandboxLetter", "A letter as its reader sees it",
                           shape::field("to", &Letter::to, "Address"),
                           shape::field("subject", &Letter::subject, "Subject"),
                           shape::field("text", &Letter::text, "The plain text, with its links"),
                           shape::field("at", &Letter::at, "When it was written out"));
    }
  };
  struct Output {
    std::vector<Letter> letters;
    static constexpr auto shape() {
      return shape::object("SandboxLetters", "Letters of the sandbox",
                           shape::field("letters", &Output::letters, "The newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// What only a true company has, invented: it passes every check.
struct GetTrialValues {
  static constexpr EndpointSpec kSpec{.name = "get_trial_values",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/sandbox/trial",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Values to fill a profile and cards with; in a sandbox only",
                                      .tag = "sandbox"};
  using Input = NoInput;
  using Body = NoBody;
  struct ClassCode {
    std::string classifier;
    std::string code;
    static constexpr auto shape() {
      return shape::object("TrialCode", "A code of a classifier",
                           shape::field("classifier", &ClassCode::classifier, "Whose"),
                           shape::field("code", &ClassCode::code, "The code"));
    }
  };
  struct Output {
    std::string bank;
    std::string account;
    std::vector<ClassCode> codes;
    static constexpr auto shape() {
      return shape::object("TrialValues", "Invented values that pass",
                           shape::field("bank", &Output::bank, "Code of a bank"),
                           shape::field("account", &Output::account, "Account in that bank"),
                           shape::field("codes", &Output::codes, "Codes that product cards may carry"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// What the operator would do for the certificate of a GS1 member: the participant has a prefix that is kept
/// for it. Again it is the same.
struct TakeSparePrefix {
  static constexpr EndpointSpec kSpec{.name = "take_spare_prefix",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/sandbox/prefix",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::EditGoods,
                                      .summary = "A prefix of GTINs for oneself; in a sandbox only",
                                      .tag = "sandbox",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .action = "sandbox.prefix"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string prefix;
    static constexpr auto shape() {
      return shape::object("SparePrefix", "A prefix of GTINs",
                           shape::field("prefix", &Output::prefix, "First digits of the GTIN-13"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Plays the moderator for a card of one's own that waits.
struct PublishOwnCard {
  static constexpr EndpointSpec kSpec{.name = "publish_own_card",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/sandbox/cards/{gtin}/publication",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::EditGoods,
                                      .summary = "Publishes an own card that waits; in a sandbox only",
                                      .tag = "sandbox",
                                      .idempotency_key = true,
                                      .action = "sandbox.publish"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("PublishOwnCardInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = NoBody;
  using Output = CardView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListSandboxLetters>;
extern template struct RowOf<GetTrialValues>;
extern template struct RowOf<TakeSparePrefix>;
extern template struct RowOf<PublishOwnCard>;

}  // namespace tamga::api
