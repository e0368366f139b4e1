// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "api/problem.hpp"
#include "api/request_note.hpp"
#include "api/services.hpp"
#include "country/error_texts.hpp"
#include "http/request.hpp"
#include "http/route.hpp"
#include "registry/api_key.hpp"
#include "registry/participant.hpp"
#include "registry/session.hpp"
#include "registry/user.hpp"

namespace tamga::api {

/// Who calls, as the session or the key says. Of a key, the session is what it stands for: the certificate
/// that made the key, the name of the key as the person, its term.
struct Caller {
  registry::Participant participant;
  registry::Session session;
  std::string token;
  std::string api_key{};  ///< its id; empty for a person
  registry::Scopes scopes = registry::Scopes::all();
  registry::UserPtr user{};    ///< the person, also of a key: whoever made it
  country::Rights rights{};    ///< what he may do now
  country::Rights by_roles{};  ///< what he might, had he every power of attorney

  /// Whether his product groups, if he is limited to some, hold this one.
  [[nodiscard]] bool works_with_group(std::string_view group) const {
    return !user || user->works_with_group(group);
  }
  [[nodiscard]] bool program() const { return !api_key.empty(); }
  [[nodiscard]] registry::ParticipantNo number() const { return participant.number; }
  [[nodiscard]] bool authority() const { return participant.authority; }
};

/// One call of an endpoint: who asks, in which language, and everything it is answered from. The guard has
/// let it in. One thread at a time.
class Call {
 public:
  /// The request outlives the call.
  Call(Services const& services, http::Request const& request);
  /// The request is kept by the call.
  Call(Services const& services, std::shared_ptr<http::Request> request);

  [[nodiscard]] Services const& services() const { return *services_; }
  [[nodiscard]] http::Request const& request() const { return *request_; }
  /// Of the request; for deferred calls only.
  [[nodiscard]] std::string take_body() { return kept_->take_body(); }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] UnixMs now() const { return now_; }
  [[nodiscard]] Date today() const { return services_->country.day_of(now_); }

  [[nodiscard]] std::optional<Caller> const& signed_in() const { return caller_; }
  /// Of an endpoint that is not public.
  [[nodiscard]] Caller const& caller() const { return *caller_; }
  /// Whether the caller may see what belongs to `owner`.
  [[nodiscard]] bool may_see(registry::ParticipantNo owner) const {
    return caller_ && (caller_->authority() || caller_->number() == owner);
  }
  void set_caller(Caller caller) { caller_ = std::move(caller); }
  /// The call goes on as anybody's.
  void forget_caller() { caller_.reset(); }

  /// A header of the answer.
  void header(std::string name, std::string value) {
    headers_.push_back({std::move(name), std::move(value)});
  }

  [[nodiscard]] Addressee addressee() const { return {services_->texts, language_, request_->request_id()}; }
  [[nodiscard]] http::Response refused(std::span<Error const> errors, Place place = Place::Body) const {
    return problem_response(addressee(), errors, place);
  }
  [[nodiscard]] http::Response refused(Error const& error, Place place = Place::Body) const {
    return problem_response(addressee(), error, place);
  }
  /// The answer with the headers that were asked for.
  [[nodiscard]] http::Response finished(http::Response response);

 private:
  Services const* services_;
  std::shared_ptr<http::Request> kept_;
  http::Request const* request_;
  Language language_;
  UnixMs now_;
  std::optional<Caller> caller_;
  std::vector<http::Header> headers_;
};

/// The duty to end a deferred call, from any thread, once. Dropped, it answers 500.
class Later {
 public:
  Later(Services const& services, Language language, std::string request_id, http::Responder responder)
      : texts_(&services.texts),
        language_(language),
        request_id_(std::move(request_id)),
        responder_(std::move(responder)) {}

  void send(http::Response response) { responder_.send(std::move(note_).on(std::move(response))); }
  /// Of the call, once it is known whose it is.
  void note(RequestNote about) { note_ = std::move(about); }
  void refuse(std::span<Error const> errors, Place place = Place::Body) {
    send(problem_response({*texts_, language_, request_id_}, errors, place));
  }
  void refuse(Error const& error, Place place = Place::Body) { refuse(std::span(&error, 1), place); }
  [[nodiscard]] Language language() const { return language_; }

 private:
  country::ErrorTexts const* texts_;
  Language language_;
  std::string request_id_;
  http::Responder responder_;
  RequestNote note_{};
};

}  // namespace tamga::api
