// SPDX-License-Identifier: Apache-2.0
// Features 2.9 and 3.7 over HTTP: drafts, pictures, moderation, search, tables, prefixes, classifiers, and
// who may see and do what.
#include "api/testing/program.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;

class CardsApiTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kGtin = "04787002000028";
  static constexpr char const* kWater = "04787002000035";
  static constexpr std::string_view kPicture = "\xFF\xD8\xFF picture \xFF\xD9";

  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("Maker", "301234567"));
    other_.emplace(person("Other", "302222222"));
    office_.emplace(person("Operator", "303333333", true));
    for (auto* who : {&*maker_, &*other_, &*office_}) ASSERT_EQ(who->sign_in().status, 201);
    auto const assigned =
        office_->send(http::Method::Post, "/api/v1/operator/prefixes", {{"Idempotency-Key", "p"}}, "{}");
    EXPECT_EQ(assigned.status, 400) << "an empty body";
    ASSERT_EQ(assign("4787002", "301234567").status, 201);
  }

  Reply change(Person& who, http::Method method, std::string const& target, std::string const& body) {
    return who.send(method, target, {{"Idempotency-Key", "change-" + std::to_string(++changes_)}}, body);
  }
  Reply assign(std::string const& prefix, std::string const& tax_id) {
    Json const body{
        {"kind", "assign_prefix"}, {"prefix", prefix}, {"tax_id", tax_id}, {"source", "certificate"}};
    std::string const bytes = body.dump();
    auto const challenge =
        office_->post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
            .json.value("challenge", "");
    return office_->send(
        http::Method::Post, "/api/v1/operator/prefixes",
        {{"X-Step-Up", office_->signed_text(challenge)}, {"Idempotency-Key", "prefix-" + prefix}}, bytes);
  }
  static Json said(std::string const& id, std::string const& value) { return {{"id", id}, {"value", value}}; }
  static Json card(std::string const& gtin, std::string const& name) {
    return {{"gtin", gtin},
            {"group", "beer"},
            {"level", "UNIT"},
            {"attributes",
             {said("name_ru", name),
              said("name_uz", name),
              said("brand", "Samo"),
              said("tn_ved", "2203000100"),
              said("ikpu", "02203001001000000"),
              said("origin", "UZ"),
              said("producer", "Samo pivo"),
              said("composition", "Suv, solod"),
              {{"id", "net_amount"}, {"value", "0.5"}, {"unit", "l"}},
              said("strength", "4.5"),
              {{"id", "shelf_life"}, {"value", "6"}, {"unit", "month"}},
              said("article", "A-17")}}};
  }
  /// Of goods that need no moderator.
  static Json water(std::string const& gtin, std::string const& name) {
    Json out = card(gtin, name);
    out["group"] = "water";
    Json kept = Json::array();
    for (Json const& one : out["attributes"])
      if (one.at("id") != "strength") kept.push_back(one);
    kept.push_back(said("carbonation", "still"));
    kept[3]["value"] = "2201101100";
    out["attributes"] = std::move(kept);
    return out;
  }
  Reply publish(Person& who, Json const& content) {
    return who.document({{"kind", "publish_card"}, {"card", content}});
  }
  Reply decide(Person& who, std::string const& gtin, Json const& what) {
    return confirm(who, "/api/v1/operator/cards/" + gtin + "/decision", decision(gtin, what));
  }
  static Json decision(std::string const& gtin, Json const& what) {
    Json body{{"kind", "decide_card"}, {"gtin", gtin}};
    body.update(what);
    return body;
  }
  /// Signed over a challenge about it, under `key` or one of its own.
  Reply confirm(Person& who, std::string const& target, Json const& body, std::string key = {}) {
    std::string const bytes = body.dump();
    std::string const challenge =
        who.post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
            .json.value("challenge", "");
    if (key.empty()) key = "confirmed " + std::to_string(++changes_);
    return who.send(http::Method::Post, target,
                    {{"X-Step-Up", who.signed_text(challenge)}, {"Idempotency-Key", key}}, bytes);
  }
  /// What was said first against a document.
  static std::string objection(Reply const& reply) {
    Json const objections = reply.json.value("objections", Json::array());
    return objections.empty() ? "" : objections[0].at("error").get<std::string>();
  }
  static std::string draft_of(std::string const& gtin) { return "/api/v1/cards/" + gtin + "/draft"; }
  static std::vector<std::string> codes(Json const& findings) {
    std::vector<std::string> out;
    for (Json const& one : findings)
      out.push_back(one.at("at").get<std::string>() + " " + one.at("code").get<std::string>());
    return out;
  }

  std::optional<Person> maker_;
  std::optional<Person> other_;
  std::optional<Person> office_;
  int changes_ = 0;
};

// A draft is its company's alone, whatever is wrong with it.
TEST_P(CardsApiTest, NobodyElseSeesDrafts) {
  Json content = card(kGtin, "Pivo");
  content["attributes"].erase(9);
  auto const saved = change(*maker_, http::Method::Put, draft_of(kGtin), content.dump());
  ASSERT_EQ(saved.status, 200) << saved.json;
  EXPECT_EQ(codes(saved.json.at("findings")), std::vector<std::string>{"/attributes CARD_ATTRIBUTE_MISSING"});
  EXPECT_EQ(saved.json.at("findings")[0].at("attribute"), "strength");
  Json wrong = card(kGtin, "Pivo");
  wrong["attributes"][5]["value"] = "Atlantis";
  wrong["nested"] = Json::array({{{"gtin", kWater}, {"quantity", 2}}});
  auto const judged = change(*maker_, http::Method::Put, draft_of(kGtin), wrong.dump());
  for (Json const& one : judged.json.at("findings")) {
    bool const of_attribute = one.at("at") == "/attributes/5/value";
    EXPECT_EQ(one.value("attribute", ""), of_attribute ? "origin" : "") << one;
  }
  EXPECT_GE(judged.json.at("findings").size(), 2U) << judged.json;
  EXPECT_EQ(change(*maker_, http::Method::Put, draft_of(kWater), content.dump()).json.at("code"),
            "CARD_DRAFT_OF_OTHER_GTIN");
  EXPECT_EQ(maker_->get("/api/v1/card-drafts").json.at("drafts").size(), 1U);
  for (Person* who : {&*other_, &*office_}) {
    EXPECT_EQ(who->get(draft_of(kGtin)).json.at("code"), "CARD_DRAFT_UNKNOWN");
    EXPECT_EQ(who->get("/api/v1/card-drafts").json.at("drafts").size(), 0U);
    EXPECT_EQ(change(*who, http::Method::Delete, draft_of(kGtin), "").status, 404);
  }
  auto const theirs = change(*other_, http::Method::Put, draft_of(kGtin), content.dump());
  ASSERT_EQ(theirs.status, 200) << "drafts of one number meet nowhere";
  EXPECT_EQ(codes(theirs.json.at("findings")).front(), "/gtin CARD_GTIN_NOT_OWN");
  EXPECT_EQ(change(*maker_, http::Method::Delete, draft_of(kGtin), "").status, 204);
  EXPECT_EQ(maker_->get(draft_of(kGtin)).status, 404);
  EXPECT_EQ(other_->get(draft_of(kGtin)).status, 200);
}

TEST_P(CardsApiTest, FromTheQueueToTheShelf) {
  EXPECT_EQ(objection(publish(*other_, card(kGtin, "Pivo"))), "CARD_GTIN_NOT_OWN");
  auto const sent = publish(*maker_, card(kGtin, "Qora pivo"));
  ASSERT_EQ(sent.status, 201) << sent.json;
  EXPECT_EQ(other_->get(std::string("/api/v1/cards/") + kGtin).status, 404);
  EXPECT_EQ(maker_->get("/api/v1/operator/cards").json.at("code"), "OPERATOR_ONLY");
  auto const queue = office_->get("/api/v1/operator/cards?mine=false");
  ASSERT_EQ(queue.json.at("cards").size(), 1U) << queue.json;
  Json const& line = queue.json.at("cards")[0];
  EXPECT_EQ(line.at("company"), "Maker");
  EXPECT_EQ(line.at("document"), sent.json.at("document"));
  EXPECT_EQ(line.at("days_left"), 5);
  EXPECT_EQ(decide(*maker_, kGtin, {{"decision", "publish"}}).json.at("code"), "OPERATOR_ONLY");
  EXPECT_EQ(decide(*office_, kGtin, {{"decision", "return"}}).json.at("code"), "CARD_REMARKS_MISSING");
  EXPECT_EQ(decide(*office_, kGtin, {{"decision", "take"}}).status, 200);
  Person colleague = hire(*office_, "303333333", "Second moderator", {"moderator"});
  EXPECT_EQ(decide(colleague, kGtin, {{"decision", "publish"}}).json.at("code"), "CARD_TAKEN");
  EXPECT_EQ(colleague.get("/api/v1/operator/cards?mine=true").json.at("cards").size(), 0U);
  auto const whole = colleague.get(std::string("/api/v1/cards/") + kGtin);
  EXPECT_EQ(whole.json.at("content").at("attributes").size(), 12U) << "a moderator sees all of it";
  auto const published = decide(*office_, kGtin, {{"decision", "publish"}});
  ASSERT_EQ(published.status, 200) << published.json;
  EXPECT_EQ(published.json.at("state"), "published");

  // Everybody sees what is public, nobody the producer's own number.
  auto const found = other_->get("/api/v1/catalogue?text=" + escaped("\xD2\x9B\xD0\xBE\xD1\x80\xD0\xB0 piv"));
  ASSERT_EQ(found.json.at("products").size(), 1U) << found.json;
  EXPECT_EQ(found.json.at("products")[0].at("brand"), "Samo");
  Person nobody = stranger();
  auto const shown = nobody.get(std::string("/api/v1/catalogue/") + kGtin);
  ASSERT_EQ(shown.status, 200);
  EXPECT_EQ(shown.json.at("content").at("attributes").size(), 11U);
  EXPECT_EQ(shown.raw.body.find("A-17"), std::string::npos);
  EXPECT_EQ(nobody.get("/api/v1/catalogue?customs_class=2203&group=beer&tax_id=301234567")
                .json.at("products")
                .size(),
            1U);
  EXPECT_EQ(nobody.get("/api/v1/catalogue?customs_class=2201").json.at("products").size(), 0U);
  EXPECT_EQ(nobody.get(std::string("/api/v1/catalogue?text=") + kGtin).json.at("products").size(), 1U);
  EXPECT_EQ(journal_of(3).front().action, "card.publish");
}

// A moderator who is limited to product groups sees, counts and decides cards of those alone.
TEST_P(CardsApiTest, ModeratorsOfGroupsSeeTheirs) {
  ASSERT_EQ(publish(*maker_, card(kGtin, "Qora pivo")).status, 201);
  Person moderator = hire(*office_, "303333333", "Moderator", {"moderator"});
  std::string const number = user_number(*office_, "Moderator");
  auto const limit_to = [&](Json const& groups) {
    auto const changed = office_->document({{"kind", "change_user"}, {"user", number}, {"groups", groups}});
    ASSERT_EQ(changed.status, 201) << changed.json;
  };
  auto const listed = [&] { return moderator.get("/api/v1/operator/cards").json.at("cards").size(); };
  auto const counted = [&] {
    Json const all = moderator.get("/api/v1/operator/queues").json.at("queues");
    for (Json const& one : all)
      if (one.at("queue") == "cards") return one;
    return Json();
  };
  EXPECT_EQ(listed(), 1U);
  EXPECT_EQ(counted().at("count"), 1);
  std::string const due = counted().at("due");
  limit_to({"water"});
  EXPECT_EQ(listed(), 0U);
  EXPECT_EQ(counted().at("count"), 0);
  EXPECT_FALSE(counted().contains("oldest") || counted().contains("due"));
  EXPECT_EQ(decide(moderator, kGtin, {{"decision", "publish"}}).json.at("code"), "CARD_UNKNOWN");
  limit_to({"water", "beer"});
  EXPECT_EQ(listed(), 1U);
  EXPECT_EQ(counted().at("count"), 1);
  EXPECT_EQ(counted().at("due"), due);
  EXPECT_EQ(decide(moderator, kGtin, {{"decision", "publish"}}).json.at("state"), "published");
  EXPECT_EQ(counted().at("count"), 0);
}

// The same decision again changes nothing; another under its key is refused.
TEST_P(CardsApiTest, DecisionsAreDoneOnce) {
  publish(*maker_, card(kGtin, "Qora pivo"));
  std::string const target = std::string("/api/v1/operator/cards/") + kGtin + "/decision";
  auto const send = [&](Json const& what) { return confirm(*office_, target, decision(kGtin, what), "one"); };
  ASSERT_EQ(send({{"decision", "publish"}}).status, 200);
  EXPECT_EQ(send({{"decision", "publish"}}).status, 200);
  EXPECT_EQ(send({{"decision", "block"}, {"reason", "r"}}).json.at("code"), "CALL_KEY_REUSED");
  EXPECT_EQ(decide(*office_, kGtin, {{"decision", "publish"}}).json.at("code"), "CARD_STATE");
}

// A session that somebody was left with decides nothing, and a decision is about the card that it names.
TEST_P(CardsApiTest, DecisionsAreSigned) {
  publish(*maker_, card(kGtin, "Qora pivo"));
  std::string const target = std::string("/api/v1/operator/cards/") + kGtin + "/decision";
  Json const body = decision(kGtin, {{"decision", "publish"}});
  EXPECT_EQ(change(*office_, http::Method::Post, target, body.dump()).json.at("code"), "STEP_UP_NEEDED");
  EXPECT_EQ(confirm(*office_, target, decision(kWater, {{"decision", "publish"}})).json.at("code"),
            "CARD_UNKNOWN");
  EXPECT_EQ(confirm(*office_, target, body).json.at("state"), "published");
}

TEST_P(CardsApiTest, PicturesAreShownWithTheirCard) {
  std::string const target = std::string("/api/v1/cards/") + kWater + "/photos";
  auto const kept = change(*maker_, http::Method::Post, target, std::string(kPicture));
  ASSERT_EQ(kept.status, 201) << kept.json;
  std::string const photo = kept.json.at("photo");
  EXPECT_EQ(photo, crypto::hex(crypto::sha256(kPicture)));
  EXPECT_EQ(change(*maker_, http::Method::Post, target, "<svg/>").json.at("code"), "CARD_PHOTO_FORMAT");
  EXPECT_EQ(change(*other_, http::Method::Post, target, std::string(kPicture)).json.at("code"),
            "CARD_GTIN_NOT_OWN");
  auto const own = maker_->get(target + "/" + photo);
  EXPECT_EQ(own.raw.body, kPicture);
  EXPECT_EQ(own.raw.header("Content-Type").value_or(""), "image/jpeg");
  EXPECT_EQ(other_->get(target + "/" + photo).status, 404);
  std::string const open = std::string("/api/v1/catalogue/") + kWater + "/photos/" + photo;
  EXPECT_EQ(other_->get(open).status, 404) << "not published yet";
  Json content = water(kWater, "Suv");
  content["photos"] = {photo};
  auto const sent = publish(*maker_, content);
  ASSERT_EQ(sent.status, 201) << sent.json;
  EXPECT_EQ(other_->get(open).raw.body, kPicture);
}

TEST_P(CardsApiTest, TablesGoOutAndComeBack) {
  ASSERT_EQ(publish(*maker_, water(kWater, "Suv, \"toza\"")).status, 201);
  auto const csv = maker_->get("/api/v1/card-tables/export?group=water");
  ASSERT_EQ(csv.status, 200);
  EXPECT_EQ(std::count(csv.raw.body.begin(), csv.raw.body.end(), '\n'), 3) << csv.raw.body;
  EXPECT_EQ(other_->get("/api/v1/card-tables/export?group=water").raw.body.find(kWater), std::string::npos);
  auto const none = maker_->get("/api/v1/card-tables/export?state=blocked");
  EXPECT_EQ(std::count(none.raw.body.begin(), none.raw.body.end(), '\n'), 2) << "exactly what is filtered";
  auto const book = maker_->get("/api/v1/card-tables/export?format=xlsx");
  EXPECT_TRUE(book.raw.body.starts_with("PK"));
  auto const reread =
      change(*maker_, http::Method::Post, "/api/v1/card-tables/import?dry_run=true", book.raw.body);
  EXPECT_EQ(reread.status, 200) << reread.raw.body;
  EXPECT_GE(reread.json.at("rows"), 1) << reread.raw.body;
  EXPECT_EQ(reread.json.at("flawless"), reread.json.at("rows")) << reread.raw.body;
  auto const torn = change(*maker_, http::Method::Post, "/api/v1/card-tables/import",
                           book.raw.body.substr(0, book.raw.body.size() / 2));
  EXPECT_EQ(torn.json.at("code"), "XLSX_MALFORMED");
  EXPECT_TRUE(maker_->get("/api/v1/card-tables/template?group=beer&format=xlsx").raw.body.starts_with("PK"));
  auto const form = maker_->get("/api/v1/card-tables/template?group=beer");
  EXPECT_NE(form.raw.body.find(",strength,"), std::string::npos) << form.raw.body;

  // What was exported is read; a second row lacks something and is kept all the same, a third cannot be.
  std::string table = csv.raw.body;
  table +=
      std::string(kGtin) + ",water,UNIT,S\r\n" + "04787002000029,water,UNIT,Suv\r\n" + kGtin + ",water\r\n";
  auto const tried = change(*maker_, http::Method::Post, "/api/v1/card-tables/import?dry_run=true", table);
  ASSERT_EQ(tried.status, 200) << tried.json;
  EXPECT_EQ(tried.json.at("drafts"), 0);
  EXPECT_EQ(maker_->get("/api/v1/card-drafts").json.at("drafts").size(), 0U);
  auto const done = change(*maker_, http::Method::Post, "/api/v1/card-tables/import", table);
  EXPECT_EQ(done.json.at("rows"), 4);
  EXPECT_EQ(done.json.at("drafts"), 2);
  EXPECT_EQ(done.json.at("flawless"), 1) << done.json;
  std::vector<std::string> flaws;
  for (Json const& one : done.json.at("flaws"))
    flaws.push_back(std::to_string(one.at("row").get<int>()) + " " + one.at("column").get<std::string>() +
                    " " + one.at("code").get<std::string>());
  EXPECT_EQ(flaws.front(), "4 name_ru CARD_ATTRIBUTE_RANGE");
  EXPECT_NE(std::find(flaws.begin(), flaws.end(), "4 tn_ved CARD_ATTRIBUTE_MISSING"), flaws.end());
  EXPECT_EQ(flaws.at(flaws.size() - 2), "5 gtin GTIN_CHECK_DIGIT");
  EXPECT_EQ(flaws.back(), "6 gtin CARD_TABLE_TWICE");
  EXPECT_EQ(maker_->get("/api/v1/card-drafts").json.at("drafts").size(), 2U);
  EXPECT_EQ(other_->get("/api/v1/card-drafts").json.at("drafts").size(), 0U);
  EXPECT_EQ(change(*maker_, http::Method::Post, "/api/v1/card-tables/import", "gtin,moon\r\n1,2\r\n")
                .json.at("flaws")[0]
                .at("code"),
            "CARD_TABLE_COLUMN");
}

TEST_P(CardsApiTest, PrefixesAreTheOperatorsToGive) {
  EXPECT_EQ(assign("478700200", "302222222").json.at("code"), "PREFIX_TAKEN");
  EXPECT_EQ(assign("4787009", "309999999").json.at("code"), "PARTICIPANT_UNKNOWN");
  EXPECT_EQ(assign("4787009", "302222222").status, 201);
  EXPECT_EQ(other_->get("/api/v1/prefixes").json.at("prefixes").size(), 1U);
  EXPECT_EQ(office_->get("/api/v1/prefixes").json.at("prefixes").size(), 2U);
  std::string const target = "/api/v1/operator/prefixes/4787009/withdrawal";
  Json const withdrawal{{"kind", "withdraw_prefix"}, {"prefix", "4787009"}};
  EXPECT_EQ(change(*office_, http::Method::Post, target, withdrawal.dump()).json.at("code"),
            "STEP_UP_NEEDED");
  Json const other{{"kind", "withdraw_prefix"}, {"prefix", "4787002"}};
  EXPECT_EQ(confirm(*office_, target, other).json.at("code"), "PREFIX_UNKNOWN");
  EXPECT_EQ(confirm(*office_, target, withdrawal).status, 204);
  EXPECT_EQ(confirm(*office_, target, withdrawal).status, 404);
  EXPECT_EQ(journal_of(3, 2).back().action, "prefix.withdraw");
}

TEST_P(CardsApiTest, ClassifiersAreLoadedForADay) {
  std::string const target = "/api/v1/operator/classifiers";
  auto const list = [](std::string const& content) {
    return Json{{"kind", "load_classifier"},
                {"classifier", "tnved"},
                {"effective_from", "2026-03-01"},
                {"content", content}};
  };
  auto const faulty = confirm(*office_, target, list("code,name_ru\n2203,x\n99,y\n2203,z\n")).json;
  EXPECT_EQ(faulty.at("code"), "CLASSIFIER_ROW");
  EXPECT_EQ(faulty.at("pointer"), "/content");
  EXPECT_NE(faulty.at("title").get<std::string>().find("3, 4"), std::string::npos) << faulty;
  Json const good = list("code,name_ru,name_uz\n2201900000,Voda,Suv\n");
  EXPECT_EQ(change(*office_, http::Method::Post, target, good.dump()).json.at("code"), "STEP_UP_NEEDED");
  auto const loaded = confirm(*office_, target, good);
  ASSERT_EQ(loaded.status, 201) << loaded.json;
  EXPECT_EQ(loaded.json.at("entries"), 1);
  EXPECT_EQ(confirm(*maker_, target, good).json.at("code"), "OPERATOR_ONLY");
  EXPECT_EQ(office_->get("/api/v1/operator/classifiers").json.at("loads").size(), 1U);
  EXPECT_EQ(maker_->get("/api/v1/classifiers/tnved/entries?begins=22").json.at("entries")[0].at("code"),
            "2201900000");
  auto const refused = publish(*maker_, water(kWater, "Suv"));
  EXPECT_EQ(objection(refused), "CARD_CLASS_UNKNOWN") << refused.json;
}

// What the form says of a group is what the checks want.
TEST_P(CardsApiTest, FormsAreOpen) {
  Person nobody = stranger();
  nobody.language = "uz";
  auto const form = nobody.get("/api/v1/card-forms/beer");
  ASSERT_EQ(form.status, 200);
  EXPECT_EQ(form.json.at("moderation_days"), 5);
  EXPECT_EQ(form.json.at("attributes")[0].at("id"), "name_ru");
  EXPECT_EQ(form.json.at("attributes")[0].at("name"), "Ruscha nomi");
  EXPECT_EQ(nobody.get("/api/v1/card-forms/moon_rocks").status, 404);
}

INSTANTIATE_TEST_SUITE_P(Engines, CardsApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
