package dev.clientele.core.task;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;

/** The urgency of a task. Tasks sorted by it have the most urgent first. */
public enum TaskPriority {
    /** Before anything else. */
    URGENT("1-urgent"),
    /** Before what is normal. */
    HIGH("2-high"),
    /** The priority of most tasks. */
    NORMAL("3-normal"),
    /** The priority of tasks that can wait. */
    LOW("4-low");

    private final String code;

    TaskPriority(String code) {
        this.code = code;
    }

    /** Returns the stored code; codes sorted as text are in order of urgency. */
    public String code() {
        return code;
    }

    /**
     * Reads a code.
     *
     * @throws InvalidValueException if it isn't the code of a priority
     */
    public static TaskPriority parse(String code) {
        for (TaskPriority priority : values()) {
            if (priority.code.equals(code)) {
                return priority;
            }
        }
        throw new InvalidValueException(
                "priority", ViolationCode.FORM, "must be one of 1-urgent, 2-high, 3-normal and 4-low");
    }
}
