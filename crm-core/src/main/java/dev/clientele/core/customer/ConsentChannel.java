package dev.clientele.core.customer;

/** By which means a customer may be contacted. */
public enum ConsentChannel {
    /** E-mail. */
    EMAIL,
    /** Telephone calls. */
    PHONE,
    /** Text messages. */
    TEXT_MESSAGE,
    /** Messages on a network or messenger. */
    MESSENGER,
    /** Notifications on a device. */
    PUSH,
    /** Letters. */
    POST,
    /** Visits. */
    VISIT,
    /** Every means at once; only said by a customer, never asked about. */
    EVERY;

    /** Whether what was said about this channel counts for another. */
    boolean includes(ConsentChannel asked) {
        return this == EVERY || this == asked;
    }
}
