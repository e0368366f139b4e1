// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wire.hpp"
#include "country/error_texts.hpp"
#include "documents/document_store.hpp"

namespace tamga::api {

/// Why a document, or a code of it, was refused, in words.
struct RefusalView {
  std::string pointer;
  std::optional<std::string> code;
  std::string error;
  std::string title;
  std::string remedy;
  std::optional<shape::Attributes> arguments;
  static constexpr auto shape() {
    return shape::object(
        "Refusal", "Why a document, or a code of it, was refused",
        shape::field("pointer", &RefusalView::pointer, "JSON pointer into the document"),
        shape::field("code", &RefusalView::code, "The code as the document named it"),
        shape::field("error", &RefusalView::error, "Name of the error"),
        shape::field("title", &RefusalView::title, "What is wrong, in the reader's language"),
        shape::field("remedy", &RefusalView::remedy, "What to do about it"),
        shape::field("arguments", &RefusalView::arguments, "Values named in the texts"));
  }
};

/// A document with its verdict, as its sender sees it.
struct DocumentView {
  std::optional<DocumentNumber> document;
  std::string kind;
  documents::DocumentStatus status;
  UnixMs received_at;
  std::string person;
  std::optional<std::string> counterpart;
  std::optional<std::string> counterpart_name;
  std::optional<std::string> power_of_attorney;
  std::string signature;
  bool repeated;
  std::int64_t codes;
  std::int64_t accepted;
  std::int64_t refused;
  std::vector<RefusalView> objections;
  std::vector<RefusalView> items;

  static DocumentView of(documents::StoredDocument const& document, country::ErrorTexts const& texts,
                         Language language);
  static constexpr auto shape() {
    return shape::object(
        "JudgedDocument", "A document and its verdict",
        shape::field("document", &DocumentView::document, "Its number; absent when it was only judged"),
        shape::field("kind", &DocumentView::kind, "Kind of the document"),
        shape::field("status", &DocumentView::status, "How it ended"),
        shape::field("received_at", &DocumentView::received_at, "When it came"),
        shape::field("person", &DocumentView::person, "Who signed it"),
        shape::field("counterpart", &DocumentView::counterpart,
                     "Tax number of the other side: receiver, sender, provider; absent: there is none"),
        shape::field("counterpart_name", &DocumentView::counterpart_name, "Its name"),
        shape::field("power_of_attorney", &DocumentView::power_of_attorney,
                     "Number of the power of attorney it was signed under; absent: none was needed"),
        shape::field("signature", &DocumentView::signature,
                     "How well its signature is proven: none (unsigned), not_looked_at, proven, waiting "
                     "(accepted with a remark: nobody answered yet for the certificate), revoked (the "
                     "certificate was found revoked before it was signed)"),
        shape::field("repeated", &DocumentView::repeated, "True when this key had been answered before"),
        shape::field("codes", &DocumentView::codes, "Codes named in it"),
        shape::field("accepted", &DocumentView::accepted, "Of them accepted"),
        shape::field("refused", &DocumentView::refused, "Of them refused"),
        shape::field("objections", &DocumentView::objections, "Against the document as a whole"),
        shape::field("items", &DocumentView::items, "The first refused codes"));
  }
};

}  // namespace tamga::api
