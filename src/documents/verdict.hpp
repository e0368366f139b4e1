// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "documents/case.hpp"
#include "documents/code_text.hpp"
#include "documents/document.hpp"
#include "shape/describe.hpp"

namespace tamga::documents {

/// How a document ended. Numbers are stored.
enum class DocumentStatus : std::uint8_t {
  Accepted = 1,
  PartlyAccepted = 2,
  Rejected = 3,
  Waiting = 4,  ///< not judged: nobody vouches for its signature yet. Never stored with a verdict
};

/// One code of a document that was refused.
struct RefusedItem {
  std::string pointer;  ///< "/packages/3/codes/17"
  CodeText code;        ///< as the document named it
  std::string error;    ///< name in the catalogue of errors
  shape::Attributes arguments;
  static constexpr auto shape() {
    return shape::object(
        "RefusedItem", "A code of a document that was refused",
        shape::field("pointer", &RefusedItem::pointer, "Where in the document"),
        shape::field("code", &RefusedItem::code, "As the document named it"),
        shape::field("error", &RefusedItem::error, "Name of the error"),
        shape::field("arguments", &RefusedItem::arguments, "Values for the text of the error"));
  }
};

/// Why a document was refused as a whole.
struct Objection {
  std::string pointer;
  std::string error;
  int status = 409;  ///< HTTP status of the error
  shape::Attributes arguments;
  static constexpr auto shape() {
    return shape::object(
        "Objection", "What is wrong with the document as a whole or one of its fields",
        shape::field("pointer", &Objection::pointer, "Where in the document"),
        shape::field("error", &Objection::error, "Name of the error"),
        shape::field("status", &Objection::status, "HTTP status of the error"),
        shape::field("arguments", &Objection::arguments, "Values for the text of the error"));
  }
};

/// The answer to a document, kept with it for ever. Texts are put in when it is shown, in the reader's
/// language.
struct Verdict {
  std::int64_t codes = 0;                          ///< named in the document
  std::int64_t accepted = 0;                       ///< of them
  std::int64_t refused = 0;                        ///< of them; `items` holds the first of these
  int status = 201;                                ///< HTTP status of the answer
  std::optional<std::string> power_of_attorney{};  ///< number of the one it was signed under
  std::vector<Objection> objections;
  std::vector<RefusedItem> items;

  static constexpr std::size_t kMaxItems = 1000;
  static constexpr auto shape() {
    return shape::object("Verdict", "The answer to a document",
                         shape::field("codes", &Verdict::codes, "Codes named in the document"),
                         shape::field("accepted", &Verdict::accepted, "Of them accepted"),
                         shape::field("refused", &Verdict::refused, "Of them refused"),
                         shape::field("status", &Verdict::status, "HTTP status of the answer"),
                         shape::field("power_of_attorney", &Verdict::power_of_attorney,
                                      "Number of the power of attorney under which it was signed"),
                         shape::field("objections", &Verdict::objections, "Against the document as a whole",
                                      shape::size(0, 100'000)),
                         shape::field("items", &Verdict::items, "The first refused codes"));
  }
};

/// What the questions to a case amount to. `refusals` of one item count once: the first stands.
struct Judgement {
  DocumentStatus status;
  Verdict verdict;
};
Judgement judge_case(Traits const& traits, Naming const& naming, std::span<Refusal const> refusals,
                     std::span<Error const> objections);

}  // namespace tamga::documents

template <>
inline constexpr auto tamga::shape::names<tamga::documents::DocumentStatus> = tamga::shape::enumeration(
    "DocumentStatus", "How a document ended",
    tamga::shape::value(tamga::documents::DocumentStatus::Accepted, "accepted", "All of it happened"),
    tamga::shape::value(tamga::documents::DocumentStatus::PartlyAccepted, "partly_accepted",
                        "It happened to some of its codes"),
    tamga::shape::value(tamga::documents::DocumentStatus::Rejected, "rejected", "Nothing of it happened"),
    tamga::shape::value(tamga::documents::DocumentStatus::Waiting, "waiting",
                        "Nobody answered yet whether its signature is good; judged by itself when they do"));
