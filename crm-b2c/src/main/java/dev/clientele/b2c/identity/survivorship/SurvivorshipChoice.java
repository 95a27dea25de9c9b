package dev.clientele.b2c.identity.survivorship;

/** The way to choose among what several records say of one field. Of what is equal by it the later counts. */
public enum SurvivorshipChoice {
    /** What was said last. */
    MOST_RECENT,
    /** What the most records say. */
    MOST_FREQUENT,
    /** What the most trusted source says. */
    SOURCE_PRIORITY,
    /** What somebody has verified: she has logged in, or answered to the address. */
    VERIFIED_FIRST,
    /** The longest text. */
    LONGEST
}
