// SPDX-License-Identifier: Apache-2.0
#include "mail/message.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "mail/reading.hpp"
#include "mail/testing/smtp_server.hpp"

namespace tamga::mail {
namespace {

// "Proverka ", many times, in Cyrillic: two bytes a letter, so that every cut is tried.
std::string long_cyrillic() {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "\u041f\u0440\u043e\u0432\u0435\u0440\u043a\u0430" +
            std::string(static_cast<std::size_t>(i) % 3, ' ') + "x";
  return text;
}

Heading heading() {
  return {.sender = "noreply@marking.example",
          .sender_name = "\u041c\u0430\u0440\u043a\u0438\u0440\u043e\u0432\u043a\u0430",
          .to = "a@example.org",
          .message_id = "1@marking.example",
          .date = UnixMs(1'772'356'500'250),
          .language = Language::Uz};
}

nlohmann::json reread(std::string const& message) {
  testing::TestFolder const folder;
  std::ofstream(folder.path() / "1", std::ios::binary) << message;
  return testing::decoded(folder.path()).at(0);
}

TEST(Message, IsReadBackByAnotherProgram) {
  Filled const letter{
      .subject = long_cyrillic(), .plain = long_cyrillic() + "\n.\nFrom x\n", .html = "<p>o\u02bb</p>\n"};
  auto const read = reread(message_of(heading(), letter));
  EXPECT_EQ(read.at("headers").at("Subject"), letter.subject);
  EXPECT_EQ(read.at("headers").at("From"), heading().sender_name + " <noreply@marking.example>");
  EXPECT_EQ(read.at("headers").at("To"), "a@example.org");
  EXPECT_EQ(read.at("headers").at("Date"), "Sun, 01 Mar 2026 09:15:00 +0000");
  EXPECT_EQ(read.at("headers").at("Message-ID"), "<1@marking.example>");
  EXPECT_EQ(read.at("headers").at("Auto-Submitted"), "auto-generated");
  EXPECT_EQ(read.at("headers").at("Content-Language"), "uz");
  EXPECT_EQ(read.at("plain"), letter.plain);
  EXPECT_EQ(read.at("html"), letter.html);
  EXPECT_TRUE(read.at("defects").empty()) << read.dump();
}

TEST(Message, IsReadBackByOurselves) {
  for (std::string const& subject : {long_cyrillic(), std::string("Plain")}) {
    auto const read =
        read_letter(message_of(heading(), {.subject = subject,
                                           .plain = long_cyrillic() + "\nhttps://a.example/confirm/x\n",
                                           .html = "<p>x</p>"}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->to, "a@example.org");
    EXPECT_EQ(read->subject, subject);
    EXPECT_EQ(read->text, long_cyrillic() + "\nhttps://a.example/confirm/x\n");
  }
  std::string const whole = message_of(heading(), {.subject = "s", .plain = "p", .html = "h"});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    auto const read = read_letter(std::string_view(whole).substr(0, size));
    EXPECT_LE(read ? read->text.size() : 0U, 1U);
  }
}

// RFC 5322: lines end with CR LF, none longer than 78; no byte outside ASCII travels.
TEST(Message, Lines) {
  std::string const message =
      message_of(heading(), {.subject = long_cyrillic(), .plain = long_cyrillic(), .html = "x"});
  std::size_t from = 0;
  while (from < message.size()) {
    auto const end = message.find("\r\n", from);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - from, 78U) << message.substr(from, end - from);
    EXPECT_EQ(message.substr(from, end - from).find_first_of("\r\n"), std::string::npos);
    from = end + 2;
  }
  for (char const c : message) EXPECT_GE(c, 0);
}

TEST(Message, HeaderTextHoldsNoLineEnd) {
  EXPECT_EQ(header_text("Application 17"), "Application 17");
  EXPECT_EQ(header_text("a\r\nBcc: b@example.org").find("Bcc"), std::string::npos);
  EXPECT_EQ(header_text("=?UTF-8?B?eA==?=").find("eA=="), std::string::npos);
  EXPECT_EQ(header_text("\u02bb"), "=?UTF-8?B?yrs=?=");
}

}  // namespace
}  // namespace tamga::mail
