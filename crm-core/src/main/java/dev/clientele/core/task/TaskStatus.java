package dev.clientele.core.task;

/** The state of a task. */
public enum TaskStatus {
    /** Still to be done. */
    OPEN,
    /** Done. */
    DONE,
    /** No longer to be done. */
    CANCELLED
}
