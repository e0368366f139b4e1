// SPDX-License-Identifier: Apache-2.0
// Letters go through a real SMTP server (aiosmtpd) and are read back by another program.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "mail/errors.hpp"
#include "mail/smtp_exchange.hpp"
#include "mail/smtp_transport.hpp"
#include "mail/testing/mail_case.hpp"
#include "mail/testing/smtp_server.hpp"

namespace tamga::mail {
namespace {

using namespace std::chrono_literals;
using testing::SmtpServer;

class SmtpTest : public testing::MailCase {
 protected:
  Result<Mailer::Done> run(Delivery delivery, std::stop_token const& stop = {}) {
    delivery.host = "marking.example";
    TAMGA_ASSIGN(transport, open_transport(delivery));
    return mailer(*transport).run(stop);
  }
  static Delivery plain(std::string server) { return {.server = std::move(server), .tls = Tls::Off}; }
  /// Nothing is lost: the letter waits, and the reason says so.
  void expect_waiting(LetterNo number, std::string const& error, std::string const& reason) {
    StoredLetter const kept = letter(number);
    EXPECT_EQ(kept.state, LetterState::Waiting) << kept.last_error;
    EXPECT_EQ(kept.attempts, 1);
    EXPECT_GT(kept.next_attempt, clock_.now());
    EXPECT_TRUE(kept.last_error.starts_with(error + " {")) << kept.last_error;
    EXPECT_NE(kept.last_error.find(reason), std::string::npos) << kept.last_error;
  }
  /// A server with a certificate of its own for "localhost".
  std::vector<std::string> tls_options() {
    std::string const certificate = folder_.path() / "certificate.pem";
    std::string const key = folder_.path() / "key.pem";
    std::string const command =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
        "subjectAltName=DNS:localhost "
        "-keyout " +
        key + " -out " + certificate + " 2>/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return {"--tls", certificate, key};
  }
  std::filesystem::path login_file(std::string const& text) {
    auto const file = folder_.path() / "login";
    std::ofstream(file) << text;
    std::filesystem::permissions(file,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return file;
  }

  testing::TestFolder folder_;
};
INSTANTIATE_TEST_SUITE_P(Engines, SmtpTest, sql::testing::engines());

// The whole way, in Cyrillic and in Uzbek: what was put into the outbox is what the recipient reads.
TEST_P(SmtpTest, ArrivesAsItWasWritten) {
  SmtpServer const server(folder_.path() / "box");
  for (Language const language : kLanguages)
    ASSERT_TRUE(put(testing::received_letter(std::string(code_of(language)),
                                             std::string(code_of(language)) + "@example.org", clock_.now(),
                                             language)));
  auto const done = run(plain(server.url()));
  ASSERT_TRUE(done.has_value()) << describe(done.error());
  EXPECT_EQ(done->sent, 3) << listed({LetterState::Waiting}).at(0).last_error;
  auto const all = server.received();
  ASSERT_EQ(all.size(), 3U);
  for (auto const& one : all) {
    std::string const to = one.at("headers").at("To");
    Language const language = language_of(to.substr(0, 2)).value();
    Letter const wanted = testing::received_letter("", to, clock_.now(), language);
    Filled const filled = testing::texts().fill(wanted.text, wanted.values, language).value();
    EXPECT_EQ(one.at("headers").at("Subject"), filled.subject);
    EXPECT_EQ(one.at("plain"), filled.plain);
    EXPECT_EQ(one.at("html"), filled.html);
    EXPECT_EQ(one.at("headers").at("From"), "Tamga <noreply@marking.example>");
    EXPECT_EQ(one.at("headers").at("X-MailFrom"), "noreply@marking.example");
    EXPECT_EQ(one.at("headers").at("X-RcptTo"), to);
    EXPECT_TRUE(one.at("defects").empty()) << one.at("defects");
    if (language != Language::Ru) continue;
    EXPECT_EQ(one.at("headers").at("Subject"),
              "\u0417\u0430\u044f\u0432\u043a\u0430 17 \u043f\u0440\u0438\u043d\u044f\u0442\u0430");
    EXPECT_NE(one.at("plain").get<std::string>().find(
                  "\u041e\u041e\u041e \u00ab\u0420\u043e\u043c\u0430\u0448\u043a\u0430\u00bb, "
                  "\u0418\u041d\u041d 7707083893."),
              std::string::npos);
  }
}

// One recipient's trouble is no other's: refused for good, put off, and sent, in one run.
TEST_P(SmtpTest, AnswersAboutOneRecipient) {
  SmtpServer const server(folder_.path() / "box");
  LetterNo const nobody = waiting("nobody");
  LetterNo const full = waiting("full");
  waiting("good");
  EXPECT_EQ(run(plain(server.url()))->sent, 1);
  EXPECT_EQ(letter(nobody).state, LetterState::Failed);
  EXPECT_EQ(letter(nobody).last_error, "MAIL_REFUSED {answer=550 5.1.1 No such mailbox here}");
  expect_waiting(full, "MAIL_DELAYED", "452 4.2.2 Mailbox full");
  EXPECT_EQ(server.received().size(), 1U);
}

TEST_P(SmtpTest, TheMessageIsRefused) {
  SmtpServer const server(folder_.path() / "box", {"--answer", "DATA", "554 5.7.1 Looks like spam"});
  LetterNo const number = waiting("a");
  EXPECT_EQ(run(plain(server.url()))->failed, 1);
  EXPECT_EQ(letter(number).last_error, "MAIL_REFUSED {answer=554 5.7.1 Looks like spam}");
}

// A server that turns all away says nothing about the letter, whatever its number.
TEST_P(SmtpTest, TheServerTurnsUsAway) {
  LetterNo const greeted = waiting("a");
  {
    SmtpServer const server(folder_.path() / "box", {"--greeting", "421 4.3.2 Too busy"});
    EXPECT_TRUE(run(plain(server.url()))->unreachable);
    expect_waiting(greeted, "MAIL_UNREACHABLE", "421 4.3.2 Too busy");
  }
  LetterNo const banned = waiting("b");
  {
    SmtpServer const server(folder_.path() / "box", {"--greeting", "554 5.7.1 You are on a list"});
    EXPECT_TRUE(run(plain(server.url()))->unreachable);
    expect_waiting(banned, "MAIL_UNREACHABLE", "554 5.7.1 You are on a list");
  }
  LetterNo const sender = waiting("c");
  {
    SmtpServer const server(folder_.path() / "box", {"--answer", "MAIL", "550 5.7.1 Unknown sender"});
    EXPECT_TRUE(run(plain(server.url()))->unreachable);
    expect_waiting(sender, "MAIL_UNREACHABLE", "550 5.7.1 Unknown sender");
  }
  LetterNo const closing = waiting("hanging.up");
  {
    SmtpServer const server(folder_.path() / "box");
    EXPECT_TRUE(run(plain(server.url()))->unreachable);
    expect_waiting(closing, "MAIL_UNREACHABLE", "421 4.3.2 Closing");
  }
}

TEST_P(SmtpTest, TheServerHangs) {
  for (char const* verb : {"MAIL", "DATA"}) {
    SmtpServer const server(folder_.path() / "box", {"--hang", verb});
    LetterNo const number = waiting(std::string("to_") + (verb[0] == 'M' ? "m" : "d"));
    Delivery delivery = plain(server.url());
    delivery.timeout = 700ms;
    EXPECT_TRUE(run(delivery)->unreachable);
    expect_waiting(number, "MAIL_UNREACHABLE", "time");
  }
}

TEST_P(SmtpTest, NobodyListens) {
  std::string url;
  {
    SmtpServer const server(folder_.path() / "box");
    url = server.url();
  }
  LetterNo const number = waiting("a");
  EXPECT_TRUE(run(plain(url))->unreachable);
  expect_waiting(number, "MAIL_UNREACHABLE", "onnect");
}

// Stopping does not wait for a server that hangs.
TEST_P(SmtpTest, StopsWhileTheServerHangs) {
  SmtpServer const server(folder_.path() / "box", {"--hang", "RCPT"});
  LetterNo const number = waiting("a");
  std::stop_source stop;
  std::jthread const stopper([&] {
    std::this_thread::sleep_for(300ms);
    stop.request_stop();
  });
  auto const begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(run(plain(server.url()), stop.get_token()));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_EQ(letter(number).attempts, 0);
  EXPECT_EQ(letter(number).state, LetterState::Waiting);
}

TEST_P(SmtpTest, EncryptedAndSignedIn) {
  std::vector<std::string> options = tls_options();
  std::string const authority = options[1];
  options.insert(options.end(), {"--login", "tamga", "s3cret word"});
  SmtpServer const server(folder_.path() / "box", options);
  LetterNo const number = waiting("a");
  Delivery const good{.server = server.url("localhost"),
                      .login = login_file("tamga\ns3cret word\n"),
                      .authorities = authority};
  Delivery stranger = good;
  stranger.authorities.clear();
  EXPECT_TRUE(run(stranger)->unreachable);
  expect_waiting(number, "MAIL_UNREACHABLE", "certificate");
  clock_.pass(2min);
  Delivery other_name = good;
  other_name.server = server.url();
  EXPECT_TRUE(run(other_name)->unreachable) << "a certificate of another host";
  clock_.pass(4min);
  auto const done = run(good);
  ASSERT_TRUE(done.has_value()) << describe(done.error());
  EXPECT_EQ(done->sent, 1) << letter(number).last_error;
  EXPECT_EQ(server.received().size(), 1U);

  LetterNo const refused = waiting("b");
  Delivery wrong = good;
  wrong.login = login_file("tamga\nother word\n");
  EXPECT_TRUE(run(wrong)->unreachable) << "a wrong password is our mistake, not the letter's";
  expect_waiting(refused, "MAIL_UNREACHABLE", "535");
  EXPECT_EQ(letter(refused).last_error.find("other word"), std::string::npos);
}

// Where TLS is required nothing is said to a server without it.
TEST_P(SmtpTest, NothingInTheClear) {
  SmtpServer const server(folder_.path() / "box");
  LetterNo const number = waiting("a");
  EXPECT_TRUE(run({.server = server.url()})->unreachable);
  expect_waiting(number, "MAIL_UNREACHABLE", "STARTTLS");
  EXPECT_TRUE(server.received().empty());
}

class SmtpSettings : public ::testing::Test {
 protected:
  bool refused(Delivery const& delivery) {
    auto const opened = open_transport(delivery);
    return !opened && opened.error().is(kSetting);
  }
  testing::TestFolder folder_;
};

TEST_F(SmtpSettings, AreChecked) {
  for (char const* server : {"", "mail.example", "http://mail.example", "smtp://user:word@mail.example",
                             "smtp://mail.example/path", "smtp://mail.example?x", "smtp://", "folder:"})
    EXPECT_TRUE(refused({.server = server})) << server;
  EXPECT_TRUE(open_transport({.server = "smtps://mail.example:465"}));
  auto const login = folder_.path() / "login";
  Delivery const delivery{.server = "smtp://mail.example", .login = login};
  EXPECT_TRUE(refused(delivery)) << "no such file";
  std::ofstream(login) << "user\nword\n";
  std::filesystem::permissions(login, std::filesystem::perms(0644));
  EXPECT_TRUE(refused(delivery)) << "others may read it";
  std::filesystem::permissions(login, std::filesystem::perms(0600));
  EXPECT_TRUE(open_transport(delivery));
  Delivery clear = delivery;
  clear.tls = Tls::Off;
  EXPECT_TRUE(refused(clear)) << "a password in the clear";
  std::ofstream(login) << "user\n";
  EXPECT_TRUE(refused(delivery)) << "no password";
}

// Whatever a server sends, the reason is one short printable line.
TEST(SmtpExchange, AnswersAreMadePrintable) {
  SmtpExchange exchange;
  exchange.we("RCPT TO:<a@example.org>\r\n");
  exchange.server("550-first line\r\n");
  exchange.server("550 \x1b[2J\xff" + std::string(5000, 'x') + "\r\n");
  exchange.we("QUIT\r\n");
  exchange.server("221 Bye\r\n");
  Error const error = exchange.failure("trouble");
  EXPECT_TRUE(error.is(kRefused));
  EXPECT_TRUE(error.arguments().at(0).second.starts_with("550 ?[2J?xxx"));
  EXPECT_EQ(error.arguments().at(0).second.size(), 300U);
}

}  // namespace
}  // namespace tamga::mail
