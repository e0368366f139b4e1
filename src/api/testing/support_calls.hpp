// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "api/testing/running_system.hpp"

namespace tamga::api::testing {

/// Who talks to whom.
struct SupportPeople {
  Person& maker;
  Person& officer;
  Person& nobody;  ///< not signed in
};
/// A call that will be accepted.
struct SupportCall {
  Person* who;
  std::string target;
  std::string body{};
};

inline std::string posted(Person& who, std::string const& target, Json const& body, std::string const& key,
                          std::initializer_list<char const*> path) {
  Json at = who.send(http::Method::Post, target, {{"Idempotency-Key", "talk " + key}}, body.dump()).json;
  for (char const* const step : path) at = Json(at.at(step));
  return at.get<std::string>();
}

inline std::string ticket_of(SupportPeople const& p, std::string const& subject) {
  return "/tickets/" + posted(p.maker, "/api/v1/tickets",
                              {{"topic", "codes"}, {"subject", subject}, {"text", "Where are they?"}},
                              subject, {"ticket", "ticket"});
}
inline std::string violation_of(SupportPeople const& p, std::string const& text) {
  return "/violations/" +
         posted(p.nobody, "/api/v1/violations", {{"kind", "other"}, {"text", text}}, text, {"violation"});
}

/// Every endpoint that changes something about tickets, reports and comments, with what has to be there for
/// it.
inline std::map<std::string_view, std::function<SupportCall(SupportPeople const&)>> support_calls() {
  using P = SupportPeople;
  std::string const api = "/api/v1";
  std::string const desk = "/api/v1/operator";
  std::string const help = "/api/v1/help/first-steps/comments";
  return {
      {"open_ticket",
       [=](P const& p) {
         return SupportCall{&p.maker, api + "/tickets",
                            R"({"topic":"outage","subject":"Nothing works","text":"Since nine"})"};
       }},
      {"write_in_ticket",
       [=](P const& p) {
         return SupportCall{&p.maker, api + ticket_of(p, "one") + "/messages", R"({"text":"More"})"};
       }},
      {"close_ticket",
       [=](P const& p) {
         return SupportCall{&p.maker, api + ticket_of(p, "two") + "/closing"};
       }},
      {"answer_ticket",
       [=](P const& p) {
         return SupportCall{&p.officer, desk + ticket_of(p, "three") + "/messages", R"({"text":"Here"})"};
       }},
      {"take_ticket",
       [=](P const& p) {
         return SupportCall{&p.officer, desk + ticket_of(p, "four") + "/taking", "{}"};
       }},
      {"end_ticket",
       [=](P const& p) {
         return SupportCall{&p.officer, desk + ticket_of(p, "five") + "/closing"};
       }},
      {"report_violation",
       [=](P const& p) {
         return SupportCall{&p.nobody, api + "/violations", R"({"kind":"no_marking","text":"No code"})"};
       }},
      {"take_violation",
       [=](P const& p) {
         return SupportCall{&p.officer, desk + violation_of(p, "one") + "/taking", "{}"};
       }},
      {"decide_violation",
       [=](P const& p) {
         return SupportCall{&p.officer, desk + violation_of(p, "two") + "/decision",
                            R"({"decision":"confirmed","answer":"Fined"})"};
       }},
      {"write_comment",
       [=](P const& p) {
         return SupportCall{&p.maker, help, R"({"name":"Anvar","text":"Thanks"})"};
       }},
      {"delete_comment",
       [=](P const& p) {
         return SupportCall{&p.maker, help + "/" +
                                          posted(p.maker, help, {{"name", "Anvar"}, {"text", "Wrong"}},
                                                 "Wrong", {"comment"})};
       }},
      {"hide_comment",
       [=](P const& p) {
         std::string const comment =
             posted(p.maker, help, {{"name", "Anvar"}, {"text", "Rude"}}, "Rude", {"comment"});
         return SupportCall{&p.officer, desk + "/comments/" + comment + "/hiding", R"({"reason":"Rude"})"};
       }},
      {"show_comment",
       [=](P const& p) {
         std::string const comment =
             posted(p.maker, help, {{"name", "Anvar"}, {"text", "Fine"}}, "Fine", {"comment"});
         Json const why{{"reason", "Mistaken"}};
         posted(p.officer, desk + "/comments/" + comment + "/hiding", why, "hide", {"article"});
         return SupportCall{&p.officer, desk + "/comments/" + comment + "/showing"};
       }},
  };
}

}  // namespace tamga::api::testing
