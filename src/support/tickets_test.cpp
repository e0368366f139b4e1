// SPDX-License-Identifier: Apache-2.0
#include "support/tickets.hpp"

#include "support/errors.hpp"
#include "support/testing/desk_case.hpp"
#include "support/ticket_rows.hpp"

namespace tamga::support {
namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;
/// Monday, 2026-03-02, 10:00 in Tashkent.
constexpr UnixMs kMonday(std::int64_t{20'514} * kDay + 5 * kHour);
UnixMs at(std::int64_t hours) { return UnixMs(kMonday.value() + hours * kHour); }

class TicketsTest : public testing::DeskCase {
 protected:
  Result<Ticket> ask(std::int64_t number, std::string const& topic, UnixMs now) {
    Ticket ticket{.number = TicketNo(number),
                  .participant = shop_,
                  .user = user_,
                  .person = "Ergasheva",
                  .topic = topic,
                  .group = "water",
                  .about_kind = AboutKind::Order,
                  .about = "42",
                  .subject = "Codes"};
    return durably([&](auto& writer) { return open_ticket(*desk_, writer, ticket, "Where are they?", now); });
  }
  Result<Ticket> say(Ticket const& ticket, Author const& author, UnixMs now) {
    return durably([&](auto& writer) { return write(*desk_, writer, ticket, author, "Well", now); });
  }
  Ticket stored(std::int64_t number) {
    auto const reader = store().reader().value();
    return find_ticket(*reader, TicketNo(number)).value();
  }
  std::vector<std::int64_t> waiting(QueueFilter const& filter, QueuePlace after = {}, int limit = 100) {
    auto const reader = store().reader().value();
    std::vector<std::int64_t> out;
    auto const found = queue(*reader, filter, after, limit).value();
    for (Ticket const& one : found) out.push_back(one.number.value());
    return out;
  }
};

using Numbers = std::vector<std::int64_t>;

// The way of a question: due by the hours of its topic, answered late, asked on, closed, opened again.
TEST_P(TicketsTest, GoFromQuestionToEnd) {
  auto const opened = ask(1, "codes", at(0));
  ASSERT_TRUE(opened) << describe(opened.error());
  EXPECT_EQ(opened->due, at(8));
  EXPECT_FALSE(stored(1).overdue(at(8)));
  EXPECT_TRUE(stored(1).overdue(UnixMs(at(8).value() + 1)));
  EXPECT_EQ(stored(1).about, "42");
  EXPECT_EQ(stored(1).about_kind, AboutKind::Order);

  // The clock goes on from the first question.
  ASSERT_TRUE(say(stored(1), asker(), at(3)));
  EXPECT_EQ(stored(1).due, at(8));
  ASSERT_TRUE(say(stored(1), officer(), at(30)));
  EXPECT_EQ(stored(1).state, TicketState::Answered);
  EXPECT_EQ(stored(1).late_answers, 1);
  EXPECT_EQ(stored(1).taken_person, "Rahimova");
  EXPECT_EQ(letters(), std::vector<std::string>{"ticket_answered shop@example.uz"});

  // A new question has a new term; it is in time.
  ASSERT_TRUE(say(stored(1), asker(), at(48)));
  EXPECT_EQ(stored(1).state, TicketState::Open);
  EXPECT_EQ(stored(1).due, at(56));
  ASSERT_TRUE(say(stored(1), officer(901, "Aliyeva"), at(50)));
  EXPECT_EQ(stored(1).late_answers, 1);
  EXPECT_EQ(stored(1).taken_person, "Rahimova") << "a colleague who helps does not take it over";

  ASSERT_TRUE(durably([&](auto& writer) { return close(*desk_, writer, stored(1), asker(), at(60)); }));
  EXPECT_EQ(letters().size(), 2U) << "who closes is not written to";
  auto const twice = durably([&](auto& writer) { return close(*desk_, writer, stored(1), asker(), at(61)); });
  EXPECT_TRUE(twice.error().is(kTicketClosed));

  ASSERT_TRUE(say(stored(1), asker(), at(60 + 30 * 24)));
  EXPECT_EQ(stored(1).state, TicketState::Open);
  EXPECT_FALSE(stored(1).closed);
  ASSERT_TRUE(durably([&](auto& writer) { return close(*desk_, writer, stored(1), officer(), at(1'000)); }));
  EXPECT_EQ(letters().front(), "ticket_closed shop@example.uz");
  EXPECT_TRUE(say(stored(1), asker(), at(1'000 + 30 * 24 + 1)).error().is(kTicketClosed));
  EXPECT_TRUE(say(stored(1), officer(), at(1'000 + 30 * 24 + 1)).error().is(kTicketClosed));

  auto const reader = store().reader().value();
  auto const messages = messages_of(*reader, TicketNo(1)).value();
  ASSERT_EQ(messages.size(), 6U);
  EXPECT_EQ(messages[0].text, "Where are they?");
  EXPECT_EQ(messages[2].side, Side::Operator);
  EXPECT_TRUE(messages[2].late);
  EXPECT_FALSE(messages[4].late);
}

// What is due first comes first, whatever came first; filters and pages.
TEST_P(TicketsTest, WaitInOrderOfTheirTerm) {
  ASSERT_TRUE(ask(1, "other", at(0)));
  ASSERT_TRUE(ask(2, "outage", at(1)));
  ASSERT_TRUE(ask(3, "codes", at(2)));
  EXPECT_EQ(waiting({}), (Numbers{2, 3, 1}));
  auto const page = waiting({}, {}, 1);
  EXPECT_EQ(page, Numbers{2});
  EXPECT_EQ(waiting({}, {stored(2).due, TicketNo(2)}), (Numbers{3, 1}));
  EXPECT_EQ(waiting({.topic = "codes"}), Numbers{3});
  EXPECT_EQ(waiting({.group = "water"}), (Numbers{2, 3, 1}));
  EXPECT_EQ(waiting({.group = "beer"}), Numbers{});
  EXPECT_EQ(waiting({.participant = shop_}), (Numbers{2, 3, 1}));
  EXPECT_EQ(waiting({.participant = registry::ParticipantNo(99)}), Numbers{});
  EXPECT_EQ(waiting({.due_before = at(4)}), Numbers{2});

  ASSERT_TRUE(durably([&](auto& writer) { return take(writer, stored(3), officer(), false); }));
  EXPECT_EQ(waiting({.taken_by = registry::UserNo(0)}), (Numbers{2, 1}));
  EXPECT_EQ(waiting({.taken_by = registry::UserNo(900)}), Numbers{3});
  auto const other = [&](bool over) {
    return durably([&](auto& writer) { return take(writer, stored(3), officer(901, "Aliyeva"), over); });
  };
  EXPECT_TRUE(other(false).error().is(kTicketTaken));
  ASSERT_TRUE(other(true));
  EXPECT_EQ(stored(3).taken_person, "Aliyeva");
  ASSERT_TRUE(say(stored(2), officer(), at(2)));
  EXPECT_EQ(waiting({}), (Numbers{3, 1}));
  EXPECT_EQ(waiting({.state = TicketState::Answered}), Numbers{2});
}

// Of his own, of the whole organisation, of nobody else.
TEST_P(TicketsTest, AreListedByWhoAsked) {
  ASSERT_TRUE(ask(1, "codes", at(0)));
  ASSERT_TRUE(ask(2, "codes", at(1)));
  auto const reader = store().reader().value();
  auto const count = [&](OwnTickets const& which, std::int64_t before = 100) {
    return tickets_of(*reader, which, TicketNo(before), 10).value().size();
  };
  EXPECT_EQ(count({.participant = shop_}), 2U);
  EXPECT_EQ(count({.participant = shop_}, 2), 1U);
  EXPECT_EQ(count({.participant = shop_, .user = user_}), 2U);
  EXPECT_EQ(count({.participant = shop_, .user = registry::UserNo(77)}), 0U);
  EXPECT_EQ(count({.participant = shop_, .state = TicketState::Closed}), 0U);
  EXPECT_EQ(count({.participant = registry::ParticipantNo(99)}), 0U);
}

TEST_P(TicketsTest, HaveLimits) {
  EXPECT_TRUE(ask(1, "weather", at(0)).error().is(kTicketTopicUnknown));
  rules_.open_tickets = 2;
  ASSERT_TRUE(ask(1, "codes", at(0)));
  ASSERT_TRUE(ask(2, "codes", at(0)));
  EXPECT_TRUE(ask(3, "codes", at(0)).error().is(kTooManyTickets));
  ASSERT_TRUE(durably([&](auto& writer) { return close(*desk_, writer, stored(1), asker(), at(0)); }));
  ASSERT_TRUE(ask(3, "codes", at(0)));
  rules_.messages_a_day = 3;
  EXPECT_TRUE(say(stored(2), asker(), at(23)).error().is(kTooManyMessages));
  ASSERT_TRUE(say(stored(2), officer(), at(23))) << "the operator has no such limit";
  ASSERT_TRUE(say(stored(2), asker(), at(24)));
  Ticket full = stored(2);
  full.messages = kMostMessages;
  EXPECT_TRUE(say(full, officer(), at(25)).error().is(kTicketFull));
}

INSTANTIATE_TEST_SUITE_P(Engines, TicketsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::support
