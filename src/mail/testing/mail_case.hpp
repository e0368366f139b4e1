// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <random>
#include <set>
#include <vector>

#include "base/testing/source_path.hpp"
#include "mail/mailer.hpp"
#include "mail/outbox.hpp"
#include "mail/tables.hpp"
#include "mail/texts.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::mail::testing {

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::atomic<std::int64_t> now_{1'770'000'000'000};
};

class SeededRng final : public Rng {
 public:
  explicit SeededRng(std::uint64_t seed = 1) : engine_(seed) {}
  void fill(std::span<std::byte> out) override {
    for (std::byte& byte : out) byte = static_cast<std::byte>(engine_() & 0xFFU);
  }

 private:
  std::mt19937_64 engine_;
};

/// Does with each letter what the test says, and remembers it.
class ScriptedTransport final : public Transport {
 public:
  using Answer = std::function<Result<void>(Envelope const&)>;
  explicit ScriptedTransport(Answer what = [](Envelope const&) { return Result<void>(); })
      : answer(std::move(what)) {}
  Result<void> send(Envelope const& envelope, std::stop_token const&) override {
    sent.push_back(envelope);
    return answer(envelope);
  }
  [[nodiscard]] std::chrono::milliseconds longest() const override { return std::chrono::seconds(60); }

  Answer answer;
  std::vector<Envelope> sent;
};

inline Texts const& texts() {
  static Texts const loaded = Texts::load(source_path("spec/mail")).value();
  return loaded;
}

inline constexpr char const* kLink = "https://marking.example/applications/17?x=1&y=2";

/// "Application 17 has been received", to a company with a Russian name.
inline Letter received_letter(std::string key, std::string to, UnixMs at, Language language = Language::Ru) {
  return {
      .key = std::move(key),
      .to = std::move(to),
      .language = language,
      .text = "application_received",
      .values = {{"number", {"17"}},
                 {"company", {"\u041e\u041e\u041e \u00ab\u0420\u043e\u043c\u0430\u0448\u043a\u0430\u00bb"}},
                 {"tax_id", {"7707083893"}},
                 {"link", {kLink}}},
      .created_at = at};
}

/// An outbox on both engines, a clock that the test turns.
class MailCase : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("mail", kMigrations);
  }

  Result<bool> put(Letter const& letter) {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_ASSIGN(fresh, Outbox(texts()).put(*writer, letter));
    TAMGA_TRY(transaction.commit());
    return fresh;
  }
  /// A letter to "NAME@example.org" with NAME as its key.
  LetterNo waiting(std::string const& name) {
    EXPECT_TRUE(put(received_letter(name, name + "@example.org", clock_.now())).value());
    return last();
  }
  LetterNo last() {
    auto const all =
        listed({LetterState::Waiting, LetterState::Sending, LetterState::Sent, LetterState::Failed});
    return all.front().number;
  }
  std::vector<StoredLetter> listed(std::vector<LetterState> const& states) {
    auto reader = store().reader().value();
    return letters(*reader, states, 1000).value();
  }
  StoredLetter letter(LetterNo number) {
    auto reader = store().reader().value();
    return find_letter(*reader, number).value().value();
  }
  Counts counted() {
    auto reader = store().reader().value();
    return counts(*reader).value();
  }
  Mailer mailer(Transport& transport, Backoff backoff = {}) {
    return Mailer::open(store(), texts(), transport, clock_, rng_,
                        {.sender = "noreply@marking.example",
                         .sender_name = "Tamga",
                         .host = "marking.example",
                         .backoff = backoff})
        .value();
  }

  HandClock clock_;
  SeededRng rng_;
};

}  // namespace tamga::mail::testing
