// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/task_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

struct ListTasks {
  static constexpr EndpointSpec kSpec{.name = "list_tasks",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/tasks",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeCodes, Right::Support},
                                      .summary = "Own tasks, newest first",
                                      .tag = "tasks"};
  struct Input {
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListTasksInput", "",
          shape::field("before", &Input::before, "Tasks with a smaller number: `next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<TaskView> tasks;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "TaskPage", "A page of tasks", shape::field("tasks", &Output::tasks, "Newest first"),
          shape::field("next", &Output::next, "Give it as `before` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct TaskInput {
  DocumentNumber task;
  static constexpr auto shape() {
    return shape::object("TaskInput", "", shape::field("task", &TaskInput::task, "Number of the task"));
  }
};

struct GetTask {
  static constexpr EndpointSpec kSpec{.name = "get_task",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/tasks/{task}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeCodes, Right::Support},
                                      .summary = "An own task and how far it is",
                                      .tag = "tasks"};
  using Input = TaskInput;
  using Body = NoBody;
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Call& call);
};

struct CancelTask {
  static constexpr EndpointSpec kSpec{.name = "cancel_task",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/tasks/{task}/cancel",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeCodes, Right::Support},
                                      .summary = "Ends an own task and drops its file",
                                      .tag = "tasks",
                                      .idempotency_key = true,
                                      .action = "task.cancel"};
  using Input = TaskInput;
  using Body = NoBody;
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The file of a task. Of one that holds codes every fetch from the first byte on is a delivery, for which a
/// session that a portal opened is not enough.
struct FetchTaskFile {
  static constexpr EndpointSpec kSpec{.name = "fetch_task_file",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/tasks/{task}/file",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeCodes, Right::Support},
                                      .summary = "The file of an own task that is ready; with Range, a part",
                                      .tag = "tasks",
                                      .produces = "application/octet-stream"};
  using Input = TaskInput;
  using Body = NoBody;
  using Output = Reply;
  static void handle(Input const& input, Call call, Later later);
};

extern template struct RowOf<ListTasks>;
extern template struct RowOf<GetTask>;
extern template struct RowOf<CancelTask>;
extern template struct RowOf<FetchTaskFile>;

}  // namespace tamga::api
