// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/error_words.hpp"
#include "api/task_view.hpp"
#include "api/wire.hpp"
#include "audit/report.hpp"
#include "audit/subject.hpp"

namespace tamga::api {

/// An audit that was made.
struct AuditRunView {
  DocumentNumber audit;
  audit::Subject subject;
  std::optional<std::string> asked_by;
  UnixMs began_at;
  UnixMs ended_at;
  audit::Report report;
  std::optional<ErrorWords> finding;
  static constexpr auto shape() {
    return shape::object(
        "AuditRun", "An audit that was made", shape::field("audit", &AuditRunView::audit, "Its number"),
        shape::field("subject", &AuditRunView::subject, "Of what"),
        shape::field("asked_by", &AuditRunView::asked_by, "Who wanted it; absent: the system by itself"),
        shape::field("began_at", &AuditRunView::began_at, "When it began"),
        shape::field("ended_at", &AuditRunView::ended_at, "When it ended"),
        shape::field("report", &AuditRunView::report, "What was read; empty where something was found"),
        shape::field("finding", &AuditRunView::finding, "What does not fit; absent: everything fits"));
  }
};

/// Whether what is kept is still what was written, as far as it was looked at.
struct ListAudits {
  static constexpr EndpointSpec kSpec{
      .name = "list_audits",
      .method = http::Method::Get,
      .path = "/api/v1/operator/audits",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "How each subject of audits stands, and audits that were made",
      .tag = "operator"};
  struct Input {
    std::optional<audit::Subject> subject;
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListAuditsInput", "",
                           shape::field("subject", &Input::subject, "Only audits of this"),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Standing {
    audit::Subject subject;
    std::optional<AuditRunView> last;
    std::optional<TaskView> task;
    static constexpr auto shape() {
      return shape::object(
          "AuditStanding", "How a subject stands", shape::field("subject", &Standing::subject, "Which"),
          shape::field("last", &Standing::last, "The last audit; absent: there was none"),
          shape::field("task", &Standing::task,
                       "One that is queued or under way, or that could not be made; absent: none since"));
    }
  };
  struct Output {
    std::vector<Standing> subjects;
    std::vector<AuditRunView> audits;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("Audits", "Audits of the system",
                           shape::field("subjects", &Output::subjects, "How each stands now"),
                           shape::field("audits", &Output::audits, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// The system audits each subject once a day by itself; this is for who does not want to wait.
struct StartAudit {
  static constexpr EndpointSpec kSpec{
      .name = "start_audit",
      .method = http::Method::Post,
      .path = "/api/v1/operator/audits",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Has a subject audited now, aside; gives the audit under way if there is one",
      .tag = "operator",
      .idempotency_key = true,
      .success = 201,
      .action = "audit.start"};
  using Input = NoInput;
  struct Body {
    audit::Subject subject;
    static constexpr auto shape() {
      return shape::object("StartAuditBody", "Which audit is wanted",
                           shape::field("subject", &Body::subject, "Of what"));
    }
  };
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListAudits>;
extern template struct RowOf<StartAudit>;

}  // namespace tamga::api
