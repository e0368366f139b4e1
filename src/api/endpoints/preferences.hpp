// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "preferences/preference.hpp"

namespace tamga::api {

struct PreferencesView {
  shape::Attributes preferences;
  static constexpr auto shape() {
    return shape::object("Preferences", "How a person likes the cabinet",
                         shape::field("preferences", &PreferencesView::preferences, "Texts by their names",
                                      shape::size(0, preferences::kMost)));
  }
};

struct GetPreferences {
  static constexpr EndpointSpec kSpec{.name = "get_preferences",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/me/preferences",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Looks, language and saved views of whoever asks",
                                      .tag = "session"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = PreferencesView;
  static Result<Output> handle(Input const& input, Call& call);
};

struct SavePreference {
  static constexpr EndpointSpec kSpec{
      .name = "save_preference",
      .method = http::Method::Put,
      .path = "/api/v1/me/preferences/{name}",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .summary = "Keeps a setting or a view of whoever asks; an empty one is forgotten",
      .tag = "session",
      .idempotency_key = true};
  struct Input {
    std::string name;
    static constexpr auto shape() {
      return shape::object("SavePreferenceInput", "",
                           shape::field("name", &Input::name, "Of the setting", shape::size(1, 100)));
    }
  };
  struct Body {
    std::string value;
    static constexpr auto shape() {
      return shape::object("SavePreference", "A setting",
                           shape::field("value", &Body::value, "Anything, as text; empty: forget it",
                                        shape::size(0, preferences::kLongestValue)));
    }
  };
  using Output = PreferencesView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<GetPreferences>;
extern template struct RowOf<SavePreference>;

}  // namespace tamga::api
