package dev.clientele.examples.benchmarks.memory;

/** A question over many records. */
public enum MemoryQuestion {
    /** Pages of purchases, newest first, from all of them and from those above an amount. */
    PURCHASES,
    /** Forecasts of a quarter at daily rates, of a year by month, and the interval of a year. */
    FORECAST,
    /** Won deals and their value by account, rolled up. */
    ROLL_UP,
    /** The probability of winning, learned from the closed deals by three methods. */
    TRAINING,
    /** Open deals without an interaction for a month. */
    INACTIVE
}
