package dev.clientele.core.task;

import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The invariants of a task and of its changes. Pure functions. */
final class TaskRules {

    private TaskRules() {}

    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static List<Violation> violations(Task task) {
        List<Violation> violations = new ArrayList<>();
        if (!Objects.equals(task.get(Task.OVERDUE_AT), end(task))
                || (task.get(Task.DUE_DATE) == null) != (task.get(Task.ZONE) == null)) {
            violations.add(new Violation(
                    Task.OVERDUE_AT.name(),
                    ViolationCode.DERIVED,
                    "must be in step with due and zone: use withDueDate"));
        }
        boolean closed = !task.isOpen();
        if (closed != (task.get(Task.CLOSED_AT) != null) || closed != (task.get(Task.CLOSED_BY) != null)) {
            violations.add(new Violation(
                    Task.STATUS.name(), "is DONE or CANCELLED exactly with closed_at and closed_by: use a move"));
        }
        return violations;
    }

    private static @Nullable Instant end(Task task) {
        LocalDate due = task.get(Task.DUE_DATE);
        ZoneId zone = task.get(Task.ZONE);
        return due == null || zone == null ? null : endOf(due, zone);
    }

    static List<Violation> changeViolations(Task before, Task after) {
        boolean stayed = before.isOpen()
                || after.isOpen()
                || (Objects.equals(before.get(Task.CLOSED_AT), after.get(Task.CLOSED_AT))
                        && Objects.equals(before.get(Task.CLOSED_BY), after.get(Task.CLOSED_BY))
                        && before.status() == after.status());
        return stayed
                ? List.of()
                : List.of(new Violation(
                        Task.STATUS.name(), "is closed: by whom, when and how stay, unless it is reopened"));
    }
}
