// SPDX-License-Identifier: Apache-2.0
#include "mail/address.hpp"

#include <gtest/gtest.h>

#include <string>

#include "mail/errors.hpp"

namespace tamga::mail {
namespace {

TEST(Address, Plain) {
  for (char const* good :
       {"a@b.uz", "first.last+tag@sub.example.org", "o'neil@xn--80akhbyknj4f.xn--p1ai", "_x-1@a-b.example"})
    EXPECT_TRUE(check_address(good)) << good;
  EXPECT_TRUE(check_address(std::string(64, 'a') + "@example.org"));
}

// What is no address, and what would become a second header line, a second recipient or an SMTP command.
TEST(Address, Refused) {
  std::string const long_domain = "a@" + std::string(63, 'a') + "." + std::string(63, 'b') + "." +
                                  std::string(63, 'c') + "." + std::string(63, 'd');
  for (std::string const& bad : {std::string(),
                                 std::string("a"),
                                 std::string("@b.uz"),
                                 std::string("a@"),
                                 std::string("a@b"),
                                 std::string("a@b@c.uz"),
                                 std::string("a b@c.uz"),
                                 std::string(".a@b.uz"),
                                 std::string("a.@b.uz"),
                                 std::string("a..b@c.uz"),
                                 std::string("a@-b.uz"),
                                 std::string("a@b-.uz"),
                                 std::string("a@b..uz"),
                                 std::string("a@b.uz."),
                                 std::string("a@[127.0.0.1]"),
                                 std::string("\"a\"@b.uz"),
                                 std::string("A <a@b.uz>"),
                                 std::string("a@b.uz,c@d.uz"),
                                 std::string("a@b.uz\r\nBcc: c@d.uz"),
                                 std::string("a\n@b.uz"),
                                 std::string("a@b.uz\n"),
                                 std::string("a@b.u\0z", 7),
                                 std::string("a@b.uz> SIZE=1"),
                                 std::string("\u0438@b.uz"),
                                 std::string("a@\u0431.uz"),
                                 std::string(65, 'a') + "@b.uz",
                                 long_domain}) {
    auto const checked = check_address(bad);
    ASSERT_FALSE(checked) << bad;
    EXPECT_TRUE(checked.error().is(kAddress)) << bad;
  }
}

}  // namespace
}  // namespace tamga::mail
