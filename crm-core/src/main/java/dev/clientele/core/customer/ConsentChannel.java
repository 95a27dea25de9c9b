package dev.clientele.core.customer;

/** The channel that a consent is about. */
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

    /** Returns true if a consent for this channel covers another. */
    boolean includes(ConsentChannel asked) {
        return this == EVERY || this == asked;
    }
}
