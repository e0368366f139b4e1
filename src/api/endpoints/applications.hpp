// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "onboarding/application.hpp"

namespace tamga::api {

/// Something that a check found, in the reader's language.
struct FindingView {
  std::string error;
  std::string title;
  std::string remedy;
  static constexpr auto shape() {
    return shape::object("ApplicationFinding", "Something that a check of the application found",
                         shape::field("error", &FindingView::error, "Name of the error, for programs"),
                         shape::field("title", &FindingView::title, "What was found"),
                         shape::field("remedy", &FindingView::remedy, "What to do about it"));
  }
};

/// Where an application stands. It names nobody: who has the number sees it.
struct ApplicationView {
  std::string number;
  std::string state;
  UnixMs submitted_at;
  std::optional<UnixMs> decided_at;
  std::vector<FindingView> findings;
  static ApplicationView of(onboarding::Application const& application, country::ErrorTexts const& texts,
                            Language language);
  static constexpr auto shape() {
    return shape::object(
        "Application", "Where an application stands",
        shape::field("number", &ApplicationView::number, "Its number"),
        shape::field(
            "state", &ApplicationView::state,
            "checking, waiting (for the state's register), manual, approved (the e-mail holds the next "
            "step), rejected, withdrawn, expired, completed"),
        shape::field("submitted_at", &ApplicationView::submitted_at, "When it came"),
        shape::field("decided_at", &ApplicationView::decided_at, "When it was decided"),
        shape::field("findings", &ApplicationView::findings,
                     "Every reason of a rejection; of one that waits, for whom"));
  }
};

/// The answer about an application, as it stands now.
void send_application(Call const& call, int status, std::string const& number, Later& later);

/// A line of what the cabinet works with.
struct NeedView {
  std::string kind;
  std::string code;
  std::string name;
  std::string version;
  std::string url;
  static constexpr auto shape() {
    return shape::object("Need", "Something the cabinet works with",
                         shape::field("kind", &NeedView::kind, "system, browser or agent (of signatures)"),
                         shape::field("code", &NeedView::code, "By which a program recognises it"),
                         shape::field("name", &NeedView::name, "Its name"),
                         shape::field("version", &NeedView::version, "The oldest that works; empty: any"),
                         shape::field("url", &NeedView::url, "Where to get it; empty: nowhere"));
  }
};

struct LegalBasisView {
  Date effective_from;
  std::string name;
  static constexpr auto shape() {
    return shape::object("LegalBasis", "An act of law",
                         shape::field("effective_from", &LegalBasisView::effective_from, "In force from"),
                         shape::field("name", &LegalBasisView::name, "Its name"));
  }
};

/// What one has to know and to have before one applies.
struct GetOnboarding {
  static constexpr EndpointSpec kSpec{.name = "get_onboarding",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/onboarding",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "Terms of service, legal basis, what a computer needs",
                                      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string consent;
    std::string consent_text;
    std::vector<LegalBasisView> legal_basis;
    std::vector<NeedView> needs;
    static constexpr auto shape() {
      return shape::object("Onboarding", "What one has to know and to have before one applies",
                           shape::field("consent", &Output::consent, "Version of the terms of service"),
                           shape::field("consent_text", &Output::consent_text, "The terms in short"),
                           shape::field("legal_basis", &Output::legal_basis, "Acts of law"),
                           shape::field("needs", &Output::needs, "Systems, browsers, signature agents"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Gives a text to put into an application.
struct AskApplicationChallenge {
  static constexpr EndpointSpec kSpec{
      .name = "ask_application_challenge",
      .method = http::Method::Post,
      .path = "/api/v1/applications/challenge",
      .access = Access::Public,
      .run = http::Run::Inline,
      .summary = "A text for an application, good for two minutes and one use",
      .tag = "registration"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string challenge;
    static constexpr auto shape() {
      return shape::object("ApplicationChallenge", "A text for an application",
                           shape::field("challenge", &Output::challenge, "Goes into the signed application"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Takes a signed application. Its key may be left out: the signed challenge is good once.
struct SendApplication {
  static constexpr EndpointSpec kSpec{
      .name = "send_application",
      .method = http::Method::Post,
      .path = "/api/v1/applications",
      .access = Access::Public,
      .summary = "Asks to take part: e-mail and telephone, signed; all else comes from the certificate",
      .tag = "registration",
      .optional_key = true,
      .success = 201,
      .max_body_bytes = 16 << 10};
  using Input = NoInput;
  using Body = RawBody;
  using Output = ApplicationView;
  static shape::Description const& describe_body();
  static void handle(Input const& input, Call call, Later later);
};

/// Where an application stands, for whoever has its number.
struct GetApplication {
  static constexpr EndpointSpec kSpec{.name = "get_application",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/applications/{number}",
                                      .access = Access::Public,
                                      .summary = "Where an application stands",
                                      .tag = "registration"};
  struct Input {
    std::string number;
    static constexpr auto shape() {
      return shape::object("GetApplicationInput", "",
                           shape::field("number", &Input::number, "As it was given", shape::size(1, 40)));
    }
  };
  using Body = NoBody;
  using Output = ApplicationView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Takes an application back.
struct WithdrawApplication {
  static constexpr EndpointSpec kSpec{
      .name = "withdraw_application",
      .method = http::Method::Post,
      .path = "/api/v1/applications/{number}/withdrawal",
      .access = Access::Public,
      .summary = "Takes an application back, signed with the certificate it was sent with; once is enough",
      .tag = "registration",
      .idempotency_key = true,
      .max_body_bytes = 16 << 10};
  struct Input {
    std::string number;
    static constexpr auto shape() {
      return shape::object("WithdrawApplicationInput", "",
                           shape::field("number", &Input::number, "As it was given", shape::size(1, 40)));
    }
  };
  using Body = RawBody;
  using Output = ApplicationView;
  static shape::Description const& describe_body();
  static void handle(Input const& input, Call call, Later later);
};

/// Follows the link of the e-mail: the account is open, signing in is possible. Its key may be left out: the
/// token is good once.
struct ConfirmApplication {
  static constexpr EndpointSpec kSpec{.name = "confirm_application",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/applications/confirmation",
                                      .access = Access::Public,
                                      .summary = "Opens the account by the token of the e-mail",
                                      .tag = "registration",
                                      .optional_key = true};
  using Input = NoInput;
  struct Body {
    std::string token;
    static constexpr auto shape() {
      return shape::object("ApplicationConfirmation", "The link of the e-mail",
                           shape::field("token", &Body::token, "Its last part", shape::size(1, 100)));
    }
  };
  using Output = ApplicationView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<GetOnboarding>;
extern template struct RowOf<AskApplicationChallenge>;
extern template struct RowOf<SendApplication>;
extern template struct RowOf<GetApplication>;
extern template struct RowOf<WithdrawApplication>;
extern template struct RowOf<ConfirmApplication>;

}  // namespace tamga::api
