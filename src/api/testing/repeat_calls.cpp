// SPDX-License-Identifier: Apache-2.0
#include "api/testing/repeat_case.hpp"
#include "api/testing/support_calls.hpp"

namespace tamga::api::testing {

/// Every call that changes something, once: by the name of its endpoint.
std::map<std::string_view, RepeatTest::Make> RepeatTest::calls() {
  std::map<std::string_view, Make> all;
  all["send_application"] = [](RepeatTest& t) { return t.application("301234552", "active"); };
  all["withdraw_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234565", "active");
    return t.by_signature(*t.applicants_.back(), "/api/v1/applications/" + number + "/withdrawal",
                          {{"kind", "withdraw_application"}, {"number", number}});
  };
  all["confirm_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234578", "active");
    EXPECT_EQ(t.applicants_.back()->get("/api/v1/applications/" + number).json.value("state", ""),
              "approved");
    std::string const token = t.token_of_letter("301234578");
    EXPECT_EQ(token.size(), 43U) << token;
    Json const body{{"token", token}};
    return Sent{t.applicants_.back().get(), "/api/v1/applications/confirmation", body.dump()};
  };
  all["decide_application"] = [](RepeatTest& t) {
    std::string const number = t.applied("301234580", "suspended");
    return t.by_signature(*t.operator_, "/api/v1/operator/applications/" + number + "/decision",
                          {{"number", number}, {"decision", "approve"}});
  };
  all["attend_document"] = [](RepeatTest& t) { return t.waiting_document(); };
  all["recheck_standing"] = [](RepeatTest& t) { return Sent{&*t.other_, "/api/v1/standing/check"}; };
  all["decide_standing"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/standings/301234526",
                          {{"kind", "decide_standing"},
                           {"tax_id", "301234526"},
                           {"decision", "restrict"},
                           {"reason", "papers"}});
  };
  all["connect_channel"] = [](RepeatTest& t) {
    return t.by_challenge(*t.maker_, "/api/v1/channels",
                          {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}});
  };
  all["disconnect_channel"] = [](RepeatTest& t) {
    return Sent{&*t.other_, "/api/v1/channels/" + t.connected(*t.other_, "tamga")};
  };
  all["settle_channel"] = [](RepeatTest& t) {
    std::string const number = t.connected(*t.maker_, "didox", "301234513");
    return t.by_challenge(*t.operator_, "/api/v1/operator/channels/" + number,
                          {{"kind", "settle_channel"}, {"number", std::stoll(number)}, {"accepted", true}});
  };
  all["read_notices"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/notices/read", R"({"up_to":"7"})"};
  };
  all["save_preference"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/me/preferences/looks", R"({"value":"dark"})"};
  };
  all["apply_registrar"] = [](RepeatTest& t) {
    return t.by_challenge(*t.maker_, "/api/v1/registrars", device("1"));
  };
  all["withdraw_registrar"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/registrars/" + t.registered("2")};
  };
  all["decide_registrar"] = [](RepeatTest& t) {
    std::string const number = t.registered("3");
    return t.by_challenge(*t.operator_, "/api/v1/operator/registrars/" + number,
                          {{"kind", "decide_registrar"}, {"number", number}, {"move", "confirm"}});
  };
  all["list_provider"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/providers/301234526", provider("301234526"));
  };
  all["remove_provider"] = [](RepeatTest& t) {  // the one that was listed before
    return t.by_challenge(*t.operator_, "/api/v1/operator/providers/301234526/removal",
                          {{"kind", "remove_provider"}, {"tax_id", "301234526"}});
  };
  all["save_draft"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/drafts/one", Json{{"kind", "ship"}, {"body", "{}"}}.dump()};
  };
  all["discard_draft"] = [](RepeatTest& t) {
    t.maker_->send(http::Method::Put, "/api/v1/drafts/two", {{"Idempotency-Key", "two"}},
                   Json{{"kind", "ship"}, {"body", "{}"}}.dump());
    return Sent{&*t.maker_, "/api/v1/drafts/two"};
  };
  all["publish_announcement"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/announcements", announcement(t.clock_.now()));
  };
  all["withdraw_announcement"] = [](RepeatTest& t) {
    auto const made =
        t.operator_->post_confirmed("/api/v1/operator/announcements", announcement(t.clock_.now()));
    std::string const number = made.json.at("number");
    return t.by_challenge(*t.operator_, "/api/v1/operator/announcements/" + number + "/withdrawal",
                          {{"kind", "withdraw_announcement"}, {"announcement", number}});
  };
  all["open_contract"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, path(t.contract("connection")) + "/opened"};
  };
  all["sign_contract"] = [](RepeatTest& t) {
    Json const one = t.contract("water");
    EXPECT_EQ(t.open(*t.maker_, one).status, 200);
    return Sent{&*t.maker_, path(one) + "/signature",
                Json{{"consent", "2026-1"}, {"signature", t.signature(*t.maker_, one)}}.dump()};
  };
  all["decide_contract"] = [](RepeatTest& t) {
    return t.by_signature(*t.operator_, "/api/v1/operator/contracts/decision",
                          {{"kind", "decide_contract"},
                           {"contract", t.contract("water").at("contract")},
                           {"decision", "end"},
                           {"reason", "over"}});
  };
  all["ask_prior_contract"] = [](RepeatTest& t) {
    t.applicants_.push_back(std::make_unique<Person>(t.stranger()));
    Json const request{{"company", "Boshqa suv"},     {"tax_id", "301234541"},    {"person", "Olimov"},
                       {"email", "olim@suv.example"}, {"phone", "+998901234567"}, {"group", "water"}};
    return Sent{t.applicants_.back().get(), "/api/v1/prior-contracts", request.dump()};
  };
  all["close_prior_contract"] = [](RepeatTest& t) {
    std::string const number = t.prior_request();
    return t.by_challenge(*t.operator_, "/api/v1/operator/prior-contracts/" + number + "/answer",
                          {{"kind", "close_prior_contract"}, {"request", number}, {"answer", "sent"}});
  };
  all["set_group_manager"] = [](RepeatTest& t) {
    return t.by_signature(*t.operator_, "/api/v1/operator/group-managers",
                          {{"kind", "set_group_manager"},
                           {"group", "water"},
                           {"name", "Aliyeva"},
                           {"email", "water@operator.example"},
                           {"phone", "+998712000099"}});
  };
  all["amend_group"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/group-terms",
                          {{"kind", "amend_group"},
                           {"group", "water"},
                           {"from", Date::from_days(Date::of(t.clock_.now()).days() + 20).text()},
                           {"mode", "pilot"},
                           {"reason", "Order 12"}});
  };
  all["end_session"] = [](RepeatTest& t) {
    std::string const kept = t.maker_->token;
    EXPECT_EQ(t.maker_->sign_in().status, 201);
    std::string session;
    auto const listed = t.maker_->get("/api/v1/sessions");
    for (Json const& one : listed.json.at("sessions"))
      if (one.at("current") == true) session = one.at("session");
    t.maker_->token = kept;
    return Sent{&*t.maker_, "/api/v1/sessions/" + session};
  };
  all["end_other_sessions"] = [](RepeatTest& t) {
    EXPECT_EQ(t.maker_->sign_in().status, 201);
    return Sent{&*t.maker_, "/api/v1/sessions"};
  };
  all["create_api_key"] = [](RepeatTest& t) {
    return t.by_challenge(*t.maker_, "/api/v1/api-keys", t.key_request("first"));
  };
  all["rotate_api_key"] = [](RepeatTest& t) {
    return t.by_signature(
        *t.maker_, "/api/v1/api-key-rotations",
        {{"kind", "rotate_api_key"},
         {"key", t.key_made("second")},
         {"expires", rfc3339(UnixMs(t.clock_.now().value() + std::int64_t{60} * 86'400'000))}});
  };
  all["revoke_api_key"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/api-keys/" + t.key_made("third")};
  };
  all["top_up"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/account/top-up", R"({"amount":100})"};
  };
  all["issue_invoice"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/invoices", R"({"amount":100})"};
  };
  all["cancel_invoice"] = [](RepeatTest& t) {
    auto const made = t.maker_->send(http::Method::Post, "/api/v1/invoices", {{"Idempotency-Key", "invoice"}},
                                     R"({"amount":5})");
    return Sent{&*t.maker_, "/api/v1/invoices/" + made.json.at("invoice").get<std::string>()};
  };
  all["import_statement"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/statements", t.statement("one"));
  };
  all["propose_payment"] = [](RepeatTest& t) {
    std::string const number = t.payment("two");
    return t.by_challenge(*t.operator_, "/api/v1/operator/payments/" + number + "/proposal",
                          {{"kind", "propose_payment"}, {"payment", number}});
  };
  all["decide_payment"] = [](RepeatTest& t) {
    std::string const number = t.payment("three");
    std::string const target = "/api/v1/operator/payments/" + number;
    t.operator_->post_confirmed(target + "/proposal", {{"kind", "propose_payment"}, {"payment", number}});
    auto writer = t.store().writer().value();
    EXPECT_TRUE(
        writer->execute(sql::Statement{"test.colleague", "UPDATE payment SET proposed_by = 'Colleague'"}));
    return t.by_challenge(*t.operator_, target + "/decision",
                          {{"kind", "decide_payment"}, {"payment", number}, {"agreed", true}});
  };
  all["assign_prefix"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/prefixes",
                          {{"kind", "assign_prefix"},
                           {"prefix", "4787002"},
                           {"tax_id", "301234513"},
                           {"source", "certificate"}});
  };
  all["withdraw_prefix"] = [](RepeatTest& t) {  // the one that was assigned before
    return t.by_challenge(*t.operator_, "/api/v1/operator/prefixes/4787002/withdrawal",
                          {{"kind", "withdraw_prefix"}, {"prefix", "4787002"}});
  };
  all["load_classifier"] = [](RepeatTest& t) {
    return t.by_challenge(*t.operator_, "/api/v1/operator/classifiers",
                          {{"kind", "load_classifier"},
                           {"classifier", "tnved"},
                           {"effective_from", "2026-03-01"},
                           {"content", "code,name_ru,name_uz,name_en\n2201101100,Voda,Suv,Water\n"}});
  };
  all["save_card_draft"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, draft_of("04787002000028"), card("04787002000028").dump()};
  };
  all["discard_card_draft"] = [](RepeatTest& t) {
    t.maker_->send(http::Method::Put, draft_of("04787002000035"), {{"Idempotency-Key", "card"}},
                   card("04787002000035").dump());
    return Sent{&*t.maker_, draft_of("04787002000035")};
  };
  all["upload_card_photo"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, std::string("/api/v1/cards/") + kGtin + "/photos",
                "\xFF\xD8\xFF picture \xFF\xD9"};
  };
  all["import_cards"] = [](RepeatTest& t) {
    return Sent{&*t.maker_, "/api/v1/card-tables/import?group=water",
                "gtin,level,name_ru\n04787002000059,UNIT,Voda\n"};
  };
  for (auto const& [name, make] : support_calls())
    all[name] = [make = make](RepeatTest& t) {
      t.applicants_.push_back(std::make_unique<Person>(t.stranger()));
      auto call = make({*t.maker_, *t.operator_, *t.applicants_.back()});
      return Sent{call.who, std::move(call.target), std::move(call.body)};
    };
  all["send_document"] = [](RepeatTest& t) {
    return t.by_signature(*t.maker_, "/api/v1/documents",
                          {{"kind", "complete_profile"},
                           {"address", "Toshkent, Navoiy 2"},
                           {"phone", "+998712000001"},
                           {"email", "office@buloq.example"},
                           {"groups", {"water"}},
                           {"types", {"manufacturer"}}});
  };
  return all;
}

}  // namespace tamga::api::testing
