package dev.clientele.b2b.task;

/** What has become of a task. */
public enum TaskStatus {
    /** It is to be done. */
    OPEN,
    /** It was done. */
    DONE,
    /** It is no longer to be done. */
    CANCELLED
}
