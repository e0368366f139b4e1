// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/error_words.hpp"
#include "api/wire.hpp"
#include "mail/outcomes.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::mail::LetterState> = tamga::shape::enumeration(
    "LetterState", "Where an e-mail is on its way",
    tamga::shape::value(tamga::mail::LetterState::Waiting, "waiting", "It is sent when its time comes"),
    tamga::shape::value(tamga::mail::LetterState::Sending, "sending", "Being handed to the mail server"),
    tamga::shape::value(tamga::mail::LetterState::Sent, "sent", "The mail server took it"),
    tamga::shape::value(tamga::mail::LetterState::Failed, "failed", "Given up"));

namespace tamga::api {

/// An e-mail of the system as the operator sees it. Its text stays out of it: links of letters are keys.
struct LetterView {
  std::string letter;
  std::string text;
  std::optional<std::string> subject;
  std::string to;
  std::string language;
  mail::LetterState state;
  std::int64_t attempts;
  UnixMs created_at;
  std::optional<UnixMs> next_at;
  std::optional<UnixMs> finished_at;
  std::optional<ErrorWords> error;
  std::optional<std::string> tax_id;
  std::optional<std::string> company;
  std::optional<std::string> application;
  static constexpr auto shape() {
    using Me = LetterView;
    return shape::object(
        "OperatorLetter", "An e-mail of the system, without its text",
        shape::field("letter", &Me::letter, "Its number"),
        shape::field("text", &Me::text, "What it tells: confirm_email, order_ready"),
        shape::field("subject", &Me::subject,
                     "As the reader sees it; absent where the letter is a secret, and of old letters"),
        shape::field("to", &Me::to, "To which address"),
        shape::field("language", &Me::language, "uz, ru, en"),
        shape::field("state", &Me::state, "Where it is on its way"),
        shape::field("attempts", &Me::attempts, "How often it was tried"),
        shape::field("created_at", &Me::created_at, "When the change happened that it tells of"),
        shape::field("next_at", &Me::next_at, "When it is tried next; absent: it is not"),
        shape::field("finished_at", &Me::finished_at, "When it was sent or given up"),
        shape::field("error", &Me::error, "What kept it from being sent last; absent: nothing did"),
        shape::field("tax_id", &Me::tax_id, "Of the participant it concerns"),
        shape::field("company", &Me::company, "Name of that participant"),
        shape::field("application", &Me::application, "Application for registration it concerns"));
  }
};

/// What became of the letters of the system.
struct ListLetters {
  static constexpr EndpointSpec kSpec{.name = "list_letters",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/letters",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "E-mails of the system and what became of them",
                                      .tag = "operator"};
  struct Input {
    std::optional<mail::LetterState> state;
    std::optional<std::string> to;
    std::optional<std::string> text;
    std::optional<std::int64_t> before;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListLettersInput", "", shape::field("state", &Input::state, "Only those in this state"),
          shape::field("to", &Input::to, "Only those to this address", shape::size(3, 254)),
          shape::field("text", &Input::text, "Only those that tell this: order_ready", shape::size(1, 50)),
          shape::field("before", &Input::before, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<LetterView> letters;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object("OperatorLetters", "A page of letters",
                           shape::field("letters", &Output::letters, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetLetter {
  static constexpr EndpointSpec kSpec{.name = "get_letter",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/letters/{letter}",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "An e-mail of the system and what became of it",
                                      .tag = "operator"};
  struct Input {
    std::int64_t letter;
    static constexpr auto shape() {
      return shape::object("GetLetterInput", "", shape::field("letter", &Input::letter, "Its number"));
    }
  };
  using Body = NoBody;
  using Output = LetterView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// A letter that was given up begins anew, with all its tries; one that waits goes at once.
struct RetryLetter {
  static constexpr EndpointSpec kSpec{.name = "retry_letter",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/letters/{letter}/retry",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Has an e-mail sent again that waits or was given up",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .action = "letter.retry"};
  using Input = GetLetter::Input;
  using Body = NoBody;
  using Output = LetterView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListLetters>;
extern template struct RowOf<GetLetter>;
extern template struct RowOf<RetryLetter>;

}  // namespace tamga::api
