// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// Goods of the whole country, for everybody. Requirement R-17.
struct SearchCatalogue {
  static constexpr EndpointSpec kSpec{
      .name = "search_catalogue",
      .method = http::Method::Get,
      .path = "/api/v1/catalogue",
      .access = Access::Public,
      .summary =
          "Published products by words in either script, customs class, group, producer; in order of GTIN",
      .tag = "catalogue"};
  struct Input {
    std::optional<std::string> text;
    std::optional<std::string> customs_class;
    std::optional<std::string> group;
    std::optional<std::string> tax_id;
    std::optional<GtinText> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "SearchCatalogueInput", "",
          shape::field("text", &Input::text, "Beginnings of words of names, brand or producer; or a GTIN",
                       shape::size(1, 200)),
          shape::field("customs_class", &Input::customs_class, "Beginning of the customs code",
                       shape::size(2, 10)),
          shape::field("group", &Input::group, "Product group", shape::size(1, 50)),
          shape::field("tax_id", &Input::tax_id, "Of the company whose card it is", shape::size(9, 14)),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 100),
                       shape::by_default(20)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PublicCard> products;
    std::optional<GtinText> next;
    static constexpr auto shape() {
      return shape::object(
          "CatalogueFound", "Products that were found",
          shape::field("products", &Output::products, "In order of GTIN"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// One product of the country.
struct GetPublishedCard {
  static constexpr EndpointSpec kSpec{.name = "get_published_card",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/catalogue/{gtin}",
                                      .access = Access::Public,
                                      .summary = "A published product with what its card says to everybody",
                                      .tag = "catalogue"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("GetPublishedCardInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = NoBody;
  struct Output {
    PublicCard product;
    catalogue::CardBody content;
    static constexpr auto shape() {
      return shape::object("PublishedCard", "A published product",
                           shape::field("product", &Output::product, "What it is"),
                           shape::field("content", &Output::content, "Its public attributes"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// How cards of a group look: for forms.
struct GetCardForm {
  static constexpr EndpointSpec kSpec{.name = "get_card_form",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/card-forms/{group}",
                                      .access = Access::Public,
                                      .summary = "What a card of a product group says, and how it is let in",
                                      .tag = "catalogue"};
  struct Input {
    std::string group;
    static constexpr auto shape() {
      return shape::object("GetCardFormInput", "",
                           shape::field("group", &Input::group, "Product group", shape::size(1, 50)));
    }
  };
  using Body = NoBody;
  struct Choice {
    std::string code;
    std::string name;
    static constexpr auto shape() {
      return shape::object("CardFormChoice", "A value that may be chosen",
                           shape::field("code", &Choice::code, "Written in the card"),
                           shape::field("name", &Choice::name, "In the language of the call"));
    }
  };
  struct Attribute {
    std::string id;
    std::string name;
    std::string type;
    bool mandatory;
    bool legal;
    bool open;
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> most;
    std::optional<std::int64_t> decimals;
    std::optional<std::int64_t> most_items;
    std::optional<std::string> pattern;
    std::optional<std::string> classifier;
    std::vector<std::string> units;
    std::vector<Choice> choices;
    static constexpr auto shape() {
      return shape::object(
          "CardFormAttribute", "An attribute of cards",
          shape::field("id", &Attribute::id, "Written in the card"),
          shape::field("name", &Attribute::name, "In the language of the call"),
          shape::field("type", &Attribute::type, "text, number, date, choice, flag, country, list, class"),
          shape::field("mandatory", &Attribute::mandatory, "No card without it"),
          shape::field("legal", &Attribute::legal, "A change makes a new version of the card"),
          shape::field("public", &Attribute::open, "Everybody sees it"),
          shape::field("least", &Attribute::least, "Fewest characters, or the least value of a number"),
          shape::field("most", &Attribute::most, "Most characters, or the largest value"),
          shape::field("decimals", &Attribute::decimals, "Digits behind the point, at most"),
          shape::field("most_items", &Attribute::most_items, "Of a list"),
          shape::field("pattern", &Attribute::pattern, "Regular expression of the whole text"),
          shape::field("classifier", &Attribute::classifier, "Of whose codes it is"),
          shape::field("units", &Attribute::units, "One of them stands beside the number"),
          shape::field("choices", &Attribute::choices, "What may be chosen"));
    }
  };
  struct Output {
    std::string group;
    bool automatic;
    std::optional<std::int64_t> moderation_days;
    bool photo_needed;
    std::int64_t most_photos;
    std::int64_t largest_photo_bytes;
    std::vector<std::string> headings;
    std::vector<Choice> conformity_kinds;
    std::vector<std::string> conformity_needed;
    std::vector<Attribute> attributes;
    static constexpr auto shape() {
      return shape::object(
          "CardForm", "How cards of a group look", shape::field("group", &Output::group, "Product group"),
          shape::field("automatic", &Output::automatic, "Published by the checks alone"),
          shape::field("moderation_days", &Output::moderation_days,
                       "Working days in which a person looks at it"),
          shape::field("photo_needed", &Output::photo_needed, "No card without a picture"),
          shape::field("most_photos", &Output::most_photos, "Pictures of a card"),
          shape::field("largest_photo_bytes", &Output::largest_photo_bytes, "Of one picture"),
          shape::field("headings", &Output::headings, "In which the customs code must lie; empty: any"),
          shape::field("conformity_kinds", &Output::conformity_kinds, "Kinds of documents of conformity"),
          shape::field("conformity_needed", &Output::conformity_needed,
                       "Of them, without which no card is published"),
          shape::field("attributes", &Output::attributes, "In the order of a form"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Codes of a classifier in force, for choosing.
struct ListClassEntries {
  static constexpr EndpointSpec kSpec{.name = "list_class_entries",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/classifiers/{classifier}/entries",
                                      .access = Access::Public,
                                      .summary = "Codes of a classifier in force that begin so",
                                      .tag = "catalogue"};
  struct Input {
    std::string classifier;
    std::string begins;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListClassEntriesInput", "",
                           shape::field("classifier", &Input::classifier, "Its code", shape::size(1, 20)),
                           shape::field("begins", &Input::begins, "First digits", shape::size(1, 20)),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Entry {
    std::string code;
    std::string name;
    static constexpr auto shape() {
      return shape::object("ClassEntry", "A code of a classifier", shape::field("code", &Entry::code, "Code"),
                           shape::field("name", &Entry::name, "In the language of the call"));
    }
  };
  struct Output {
    std::vector<Entry> entries;
    static constexpr auto shape() {
      return shape::object(
          "ClassEntries", "Codes of a classifier",
          shape::field("entries", &Output::entries, "In order; none while no list is loaded"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<SearchCatalogue>;
extern template struct RowOf<GetPublishedCard>;
extern template struct RowOf<GetCardForm>;
extern template struct RowOf<ListClassEntries>;

}  // namespace tamga::api
