// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"
#include "catalogue/prefixes.hpp"

namespace tamga::api {

/// What a signed request about a prefix says it is.
enum class AssignPrefixWord : std::uint8_t { AssignPrefix };
enum class WithdrawPrefixWord : std::uint8_t { WithdrawPrefix };
enum class LoadClassifierWord : std::uint8_t { LoadClassifier };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::AssignPrefixWord> = tamga::shape::enumeration(
    "AssignPrefixWord", "What is signed",
    tamga::shape::value(tamga::api::AssignPrefixWord::AssignPrefix, "assign_prefix", "A prefix of GTINs"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::WithdrawPrefixWord> =
    tamga::shape::enumeration("WithdrawPrefixWord", "What is signed",
                              tamga::shape::value(tamga::api::WithdrawPrefixWord::WithdrawPrefix,
                                                  "withdraw_prefix", "A prefix is taken back"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::LoadClassifierWord> = tamga::shape::enumeration(
    "LoadClassifierWord", "What is signed",
    tamga::shape::value(tamga::api::LoadClassifierWord::LoadClassifier, "load_classifier", "A classifier"));

namespace tamga::api {

/// The beginning of GTINs that belongs to a company.
struct PrefixView {
  std::string prefix;
  std::string tax_id;
  std::string company;
  std::string source;
  UnixMs assigned_at;
  static constexpr auto shape() {
    return shape::object(
        "CompanyPrefix", "The beginning of GTINs of a company",
        shape::field("prefix", &PrefixView::prefix, "First digits of the GTIN-13; 13 of them: one number"),
        shape::field("tax_id", &PrefixView::tax_id, "Of the company"),
        shape::field("company", &PrefixView::company, "Its name"),
        shape::field("source", &PrefixView::source, "By what it was proved"),
        shape::field("assigned_at", &PrefixView::assigned_at, "When"));
  }
};

/// Own prefixes; the operator asks with a tax number, or for all.
struct ListPrefixes {
  static constexpr EndpointSpec kSpec{.name = "list_prefixes",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/prefixes",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "Prefixes of GTINs: own ones; of the operator everybody's",
                                      .tag = "cards"};
  struct Input {
    std::optional<std::string> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListPrefixesInput", "",
          shape::field("after", &Input::after, "`next` of the page before", shape::size(1, 13)),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PrefixView> prefixes;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object(
          "CompanyPrefixes", "A page of prefixes", shape::field("prefixes", &Output::prefixes, "In order"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct AssignPrefix {
  static constexpr EndpointSpec kSpec{.name = "assign_prefix",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/prefixes",
                                      .access = Access::Operator,
                                      .right = Right::ModerateGoods,
                                      .summary = "Gives a prefix of GTINs, or one number, to a company",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .success = 201,
                                      .action = "prefix.assign"};
  using Input = NoInput;
  struct Body {
    AssignPrefixWord kind;
    std::string prefix;
    std::string tax_id;
    std::string source;
    static constexpr auto shape() {
      return shape::object(
          "AssignPrefix", "A prefix of a company; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("prefix", &Body::prefix, "4 to 13 digits", shape::size(1, 20)),
          shape::field("tax_id", &Body::tax_id, "Of the company", shape::size(1, 20)),
          shape::field("source", &Body::source, "By what it is proved: a certificate of the GS1 member",
                       shape::size(1, 300)));
    }
  };
  using Output = PrefixView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Cards that stand on it stay; no new ones come.
struct WithdrawPrefix {
  static constexpr EndpointSpec kSpec{.name = "withdraw_prefix",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/prefixes/{prefix}/withdrawal",
                                      .access = Access::Operator,
                                      .right = Right::ModerateGoods,
                                      .summary = "Takes a prefix back; cards that stand on it stay",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .step_up = true,
                                      .success = 204,
                                      .action = "prefix.withdraw"};
  struct Input {
    std::string prefix;
    static constexpr auto shape() {
      return shape::object("WithdrawPrefixInput", "",
                           shape::field("prefix", &Input::prefix, "Which", shape::size(1, 13)));
    }
  };
  struct Body {
    WithdrawPrefixWord kind;
    std::string prefix;
    static constexpr auto shape() {
      return shape::object("WithdrawPrefix", "A prefix is taken back; the bytes are signed",
                           shape::field("kind", &Body::kind, "What is signed"),
                           shape::field("prefix", &Body::prefix, "As in the address", shape::size(1, 13)));
    }
  };
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// A classifier as it was loaded once.
struct ClassifierView {
  std::string number;
  std::string classifier;
  Date effective_from;
  UnixMs loaded_at;
  std::string person;
  std::int64_t entries;
  std::string sha256;
  static constexpr auto shape() {
    return shape::object(
        "ClassifierLoad", "A classifier as it was loaded",
        shape::field("number", &ClassifierView::number, "Of the load"),
        shape::field("classifier", &ClassifierView::classifier, "Its code"),
        shape::field("effective_from", &ClassifierView::effective_from, "First day on which it counts"),
        shape::field("loaded_at", &ClassifierView::loaded_at, "When"),
        shape::field("person", &ClassifierView::person, "Who loaded it"),
        shape::field("entries", &ClassifierView::entries, "Codes in it"),
        shape::field("sha256", &ClassifierView::sha256, "Of the file"));
  }
};

struct LoadClassifier {
  static constexpr EndpointSpec kSpec{
      .name = "load_classifier",
      .method = http::Method::Post,
      .path = "/api/v1/operator/classifiers",
      .access = Access::Operator,
      .right = Right::ModerateGoods,
      .summary = "Loads a classifier from CSV (code,name_ru,name_uz): all of it, for a day on",
      .tag = "operator",
      .idempotency_key = true,
      .step_up = true,
      .success = 201,
      .max_body_bytes = std::size_t{32} << 20,
      .action = "classifier.load"};
  using Input = NoInput;
  struct Body {
    LoadClassifierWord kind;
    std::string classifier;
    Date effective_from;
    std::string content;
    static constexpr auto shape() {
      return shape::object(
          "LoadClassifier", "A classifier; the bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("classifier", &Body::classifier, "Its code", shape::size(1, 20)),
          shape::field("effective_from", &Body::effective_from, "First day on which it counts"),
          shape::field("content", &Body::content, "The text of the file; lines end with a line feed",
                       shape::size(1, 31'457'280), shape::multiline()));
    }
  };
  using Output = ClassifierView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

struct ListClassifiers {
  static constexpr EndpointSpec kSpec{.name = "list_classifiers",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/classifiers",
                                      .access = Access::Operator,
                                      .right = Right::ModerateGoods,
                                      .summary = "Classifiers that were loaded, the newest first",
                                      .tag = "operator"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<ClassifierView> loads;
    static constexpr auto shape() {
      return shape::object("ClassifierLoads", "Classifiers that were loaded",
                           shape::field("loads", &Output::loads, "The newest first, at most a hundred"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListPrefixes>;
extern template struct RowOf<AssignPrefix>;
extern template struct RowOf<WithdrawPrefix>;
extern template struct RowOf<LoadClassifier>;
extern template struct RowOf<ListClassifiers>;

}  // namespace tamga::api
