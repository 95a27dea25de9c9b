package dev.clientele.persistence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of an entry in a log. A reader that remembers the last position it saw and asks for what follows misses
 * nothing and sees nothing twice.
 *
 * <p>The two parts let a database order entries by something it can bound from below: PostgreSQL, for example, uses the
 * transaction id as the first and a sequence as the second, and shows no entry at or above the oldest running transaction.
 * A database with a single writer leaves the first at 0. Text form: {@code first-second}.
 *
 * @param first the more significant part, 0 or more
 * @param second the less significant part, 0 or more
 */
public record Position(long first, long second) implements Comparable<Position> {

    /** The position before every entry; no entry has it itself. */
    public static final Position START = new Position(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,19})-(\\d{1,19})");

    /** Checks the ranges. */
    public Position {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("a position has no negative part, got " + first + "-" + second);
        }
    }

    /** Reads what {@link #toString} writes. */
    public static Position parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a position looks like 0-42, got " + text.length() + " other characters");
        }
        try {
            return new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a part of the position exceeds 64 bits", e);
        }
    }

    @Override
    public int compareTo(Position other) {
        int order = Long.compare(first, other.first);
        return order != 0 ? order : Long.compare(second, other.second);
    }

    @Override
    public String toString() {
        return first + "-" + second;
    }
}
