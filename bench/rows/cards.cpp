// SPDX-License-Identifier: Apache-2.0
// Looking for goods among a million published cards: our words in memory, against the full-text indexes of
// both engines: SQLite FTS5 (the embedded store's) and PostgreSQL GIN over tsvector.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <random>
#include <set>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/postgres.hpp"
#include "catalogue/search_index.hpp"
#include "gs1/check_digit.hpp"

namespace tamga::bench {
namespace {

using catalogue::SearchIndex;
using catalogue::SearchQuestion;

constexpr int kPage = 20;
constexpr int kWordsOfCard = 8;
constexpr std::size_t kVocabulary = 30'000;
/// Each question is asked so often in a round.
constexpr int kTimes = 20;

/// Words that goods share, the first far more often than the last: every tenth card says the first.
class Vocabulary {
 public:
  Vocabulary() {
    constexpr std::string_view kConsonants = "bdfgklmnprstvxz";
    constexpr std::string_view kVowels = "aeiou";
    std::mt19937_64 random(7);
    std::set<std::string> met;
    while (words_.size() < kVocabulary) {
      std::string word;
      for (std::uint64_t syllables = 2 + random() % 3; syllables > 0; --syllables) {
        word += kConsonants[random() % kConsonants.size()];
        word += kVowels[random() % kVowels.size()];
      }
      if (met.insert(word).second) words_.push_back(std::move(word));
    }
  }
  /// Zipf: the n-th word is said n times more rarely than the first.
  std::string const& any() {
    double const place = std::exp(uniform_(random_) * std::log(static_cast<double>(kVocabulary)));
    return words_[std::min(kVocabulary - 1, static_cast<std::size_t>(place) - 1)];
  }
  [[nodiscard]] std::string const& nth(std::size_t n) const { return words_.at(n); }

 private:
  std::vector<std::string> words_;
  std::mt19937_64 random_{20260302};
  std::uniform_real_distribution<double> uniform_{0, 1};
};

std::uint64_t gtin_of(std::int64_t i) {
  std::uint64_t const payload = 478'000'000'000 + static_cast<std::uint64_t>(i);
  return payload * 10 + gs1::mod10_check_digit(payload);
}

struct Cards {
  explicit Cards(std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
      std::string& words = texts.emplace_back();
      for (int word = 0; word < kWordsOfCard; ++word) words += (word > 0 ? " " : "") + vocabulary.any();
    }
  }
  Vocabulary vocabulary;
  std::vector<std::string> texts;
};

/// What people type: beginnings of words.
struct Question {
  std::string name;
  std::vector<std::string> words;
};

class Fts5 {
 public:
  explicit Fts5(Cards const& cards) {
    check(sqlite3_open((folder_.path() / "fts.db").c_str(), &db_));
    run("PRAGMA journal_mode = OFF; PRAGMA cache_size = -262144;"
        "CREATE VIRTUAL TABLE card USING fts5(words, content='', columnsize=0, detail=none, prefix='2 3 4');"
        "BEGIN");
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(db_, "INSERT INTO card (rowid, words) VALUES (?1, ?2)", -1, &insert, nullptr));
    for (std::size_t i = 0; i < cards.texts.size(); ++i) {
      sqlite3_bind_int64(insert, 1, static_cast<std::int64_t>(gtin_of(static_cast<std::int64_t>(i))));
      sqlite3_bind_text(insert, 2, cards.texts[i].c_str(), -1, SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) give_up(sqlite3_errmsg(db_));
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT; INSERT INTO card (card) VALUES ('optimize')");
    check(sqlite3_prepare_v2(db_, "SELECT rowid FROM card WHERE card MATCH ?1 ORDER BY rowid LIMIT 20", -1,
                             &find_, nullptr));
  }
  ~Fts5() {
    sqlite3_finalize(find_);
    sqlite3_close(db_);
  }
  Fts5(Fts5 const&) = delete;
  Fts5& operator=(Fts5 const&) = delete;

  int find(Question const& question) {
    std::string match;
    for (std::string const& word : question.words) match += (match.empty() ? "" : " AND ") + word + "*";
    sqlite3_bind_text(find_, 1, match.c_str(), -1, SQLITE_TRANSIENT);
    int found = 0;
    while (sqlite3_step(find_) == SQLITE_ROW) ++found;
    sqlite3_reset(find_);
    return found;
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK) give_up(sqlite3_errmsg(db_));
  }
  void run(char const* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }

  Folder folder_;
  sqlite3* db_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
};

class Gin {
 public:
  explicit Gin(Cards const& cards) : session_(postgres_.connect()) {
    session_.run("CREATE TABLE card (gtin bigint PRIMARY KEY, words tsvector NOT NULL)");
    std::string lines;
    for (std::size_t i = 0; i < cards.texts.size(); ++i) {
      std::string words = cards.texts[i];
      lines += std::to_string(gtin_of(static_cast<std::int64_t>(i))) + '\t' + words + '\n';
    }
    session_.copy("COPY card FROM STDIN", lines);
    session_.run("CREATE INDEX card_words ON card USING gin (words) WITH (fastupdate = off)");
    session_.run("VACUUM ANALYZE card");
  }
  int find(Question const& question) {
    std::string match;
    for (std::string const& word : question.words) match += (match.empty() ? "" : " & ") + word + ":*";
    return static_cast<int>(session_.number(
        fmt::format("SELECT count(*) FROM (SELECT gtin FROM card WHERE words @@ to_tsquery('simple', '{}') "
                    "ORDER BY gtin LIMIT {}) AS page",
                    match, kPage)));
  }

 private:
  Postgres postgres_;
  Postgres::Session session_;
};

/// Milliseconds a question.
template <class Ask>
Sample timed(Ask const& ask) {
  auto const begin = std::chrono::steady_clock::now();
  for (int i = 0; i < kTimes; ++i) ask();
  std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begin;
  return {.figure = took.count() / kTimes, .cpu_seconds = 0};
}

int run() {
  Report report(10, "cards", "Looking for goods by beginnings of words among a million published cards");
  Cards const cards(scaled(1'000'000, 1000));
  SearchIndex ours;
  auto const begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < cards.texts.size(); ++i)
    ours.put({gs1::Gtin::from_number(gtin_of(static_cast<std::int64_t>(i))),
              registry::ParticipantNo(static_cast<std::uint32_t>(i % 5000)), i % 3 == 0 ? "milk" : "water",
              i % 3 == 0 ? "0401100000" : "2201100000", cards.texts[i]});
  std::chrono::duration<double> const built = std::chrono::steady_clock::now() - begin;
  Fts5 fts5(cards);
  Gin gin(cards);

  auto const& words = cards.vocabulary;
  std::vector<Question> const questions{
      {"one frequent beginning", {words.nth(0).substr(0, 3)}},
      {"two frequent words, the last one begun", {words.nth(1), words.nth(2).substr(0, 4)}},
      {"two beginnings of two letters", {words.nth(0).substr(0, 2), words.nth(3).substr(0, 2)}},
      {"a rare word and a frequent beginning", {words.nth(3'000), words.nth(0).substr(0, 3)}},
  };
  Target const target{Target::Sense::AtMost, 50, 10};
  for (Question const& question : questions) {
    auto const found = ours.find({.words = question.words}, {}, kPage).size();
    require(found > 0, "a question that nothing answers measures nothing");
    require(static_cast<int>(found) == fts5.find(question), "FTS5 finds another number of cards");
    require(static_cast<int>(found) == gin.find(question), "PostgreSQL finds another number of cards");
    auto const rounds = interleave(
        {{"ours: " + question.name,
          [&](int) {
            return timed(
                [&] { require(!ours.find({.words = question.words}, {}, kPage).empty(), "no card found"); });
          }},
         {"SQLite FTS5: " + question.name, [&](int) { return timed([&] { fts5.find(question); }); }},
         {"PostgreSQL GIN: " + question.name, [&](int) { return timed([&] { gin.find(question); }); }}},
        5);
    report.judge(rounds.sides[0], "ms", rounds.samples[0], target);
    report.judge(rounds.sides[1], "ms", rounds.samples[1], {});
    report.judge(rounds.sides[2], "ms", rounds.samples[2], {});
  }
  report.note(fmt::format(
      "{} cards of {} words out of {}, said by Zipf's law; a page is the first {} in order of GTIN",
      cards.texts.size(), kWordsOfCard, kVocabulary, kPage));
  report.note(
      fmt::format("Our index was built in {:.1f} s; the peers answer from memory too", built.count()));
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
