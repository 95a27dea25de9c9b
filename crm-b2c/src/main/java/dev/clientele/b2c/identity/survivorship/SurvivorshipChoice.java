package dev.clientele.b2c.identity.survivorship;

/** The way to choose among what several records say of one field. Of what is equal by it the later counts. */
public enum SurvivorshipChoice {
    /** The value that was said last. */
    MOST_RECENT,
    /** The value that the most records say. */
    MOST_FREQUENT,
    /** The value that the most trusted source says. */
    SOURCE_PRIORITY,
    /** The value that somebody has verified: she has logged in, or answered to the address. */
    VERIFIED_FIRST,
    /** The longest text. */
    LONGEST
}
