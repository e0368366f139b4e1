// SPDX-License-Identifier: Apache-2.0
#include "business_register/online_register.hpp"

#include "business_register/errors.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::business_register {
namespace {

struct Question {
  std::string tax_id;

  static constexpr auto shape() {
    return shape::object("RegisterQuestion", "Which business is asked for",
                         shape::field("tax_id", &Question::tax_id, "Tax number", shape::size(1, 20)));
  }
};

/// `found` must be said: an answer of somebody else ({} for instance) never reads as "there is none".
struct Answer {
  bool found;
  std::optional<BusinessEntity> entity;

  static constexpr auto shape() {
    return shape::object("RegisterAnswer", "What the register says",
                         shape::field("found", &Answer::found, "Whether the number is in the register"),
                         shape::field("entity", &Answer::entity, "The business; only when it was found"));
  }
};

Error misunderstood(std::string why) {
  return Error(kRegisterUnreachable).log("answer not understood: " + std::move(why));
}

Result<std::optional<BusinessEntity>> read_answer(std::string const& body, std::string_view tax_id) {
  auto answer = shape::decode<Answer>(body);
  if (!answer)
    return fail(misunderstood(std::string(answer.error().name()) + " at " + answer.error().where()));
  if (answer->found != answer->entity.has_value()) return fail(misunderstood("found and entity disagree"));
  if (answer->entity && answer->entity->tax_id != tax_id) return fail(misunderstood("another tax number"));
  return std::move(answer->entity);
}

Error unreachable(Error const& cause) {
  if (cause.is(kRegisterUnreachable)) return cause;
  return Error(kRegisterUnreachable).log(describe(cause));
}

}  // namespace

OnlineRegister::OnlineRegister(OnlineOptions options, Clock const& clock, Rng& rng,
                               outward::PatientCaller::Sleep sleep)
    : options_(std::move(options)),
      caller_(options_.patience, options_.breaker, clock, rng, std::move(sleep)),
      recent_(options_.remember, options_.remember_none, options_.most_remembered, clock) {}

Result<std::optional<BusinessEntity>> OnlineRegister::find(std::string_view tax_id) {
  if (auto known = recent_.find(tax_id)) return *std::move(known);
  outward::Call const call{.url = options_.url,
                           .headers = options_.headers,
                           .body = shape::encode(Question{std::string(tax_id)}),
                           .connect_timeout = options_.connect_timeout,
                           .timeout = options_.timeout,
                           .most_bytes = options_.most_bytes,
                           .ca_file = options_.ca_file};
  std::optional<BusinessEntity> entity;
  auto const asked = caller_.call(call, [&](std::string const& body) -> Result<void> {
    TAMGA_ASSIGN(answer, read_answer(body, tax_id));
    entity = std::move(answer);
    return {};
  });
  if (!asked) return fail(unreachable(asked.error()));
  recent_.put(tax_id, entity);
  return entity;
}

}  // namespace tamga::business_register
