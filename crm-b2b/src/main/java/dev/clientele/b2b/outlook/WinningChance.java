package dev.clientele.b2b.outlook;

/** What a method has learned. Thread-safe. */
@FunctionalInterface
public interface WinningChance {

    /** How likely a deal that stands so is to be won within the days that were asked about: 0 to 1. */
    double of(Standing standing);
}
