package dev.clientele.b2c.identity.record;

import dev.clientele.core.text.CaseFolding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values that say nothing about who somebody is, such as {@code anonymous}: records that have them are kept, and never linked by
 * them. Immutable and thread-safe.
 *
 * @param exact whole values, in whatever case
 * @param patterns values in which {@code *} stands for any characters or none, in whatever case
 */
public record BlockedValues(Set<String> exact, List<String> patterns) {

    private static final int LEAST_REPEATED = 6;

    /** Folds the case. */
    public BlockedValues {
        exact = exact.stream().map(CaseFolding::fold).collect(Collectors.toUnmodifiableSet());
        patterns = patterns.stream().map(CaseFolding::fold).toList();
    }

    /** Returns what forms, scripts and trackers write where they know nothing. */
    public static BlockedValues standard() {
        return new BlockedValues(
                Set.of(
                        "anonymous",
                        "anon",
                        "guest",
                        "unknown",
                        "null",
                        "none",
                        "nil",
                        "nan",
                        "n/a",
                        "na",
                        "undefined",
                        "test",
                        "tester",
                        "default",
                        "admin",
                        "root",
                        "user",
                        "customer",
                        "visitor",
                        "false",
                        "true",
                        "-",
                        "0",
                        "-1",
                        "00000000-0000-0000-0000-000000000000",
                        "[object object]",
                        "not_provided",
                        "n.a.",
                        "none@none.com",
                        "na@na.com",
                        "test@test.com",
                        "a@a.com",
                        "no@no.com",
                        "9774d56d682e549c"),
                List.of(
                        "noreply@*",
                        "no-reply@*",
                        "donotreply@*",
                        "do-not-reply@*",
                        "noemail@*",
                        "no-email@*",
                        "nomail@*",
                        "none@*",
                        "unknown@*",
                        "anonymous@*",
                        "guest@*",
                        "*@localhost"));
    }

    /** Returns none. */
    public static BlockedValues none() {
        return new BlockedValues(Set.of(), List.of());
    }

    /** Returns these and more whole values. */
    public BlockedValues and(String... values) {
        Set<String> more = new HashSet<>(exact);
        more.addAll(List.of(values));
        return new BlockedValues(more, patterns);
    }

    /** Returns these and more patterns. */
    public BlockedValues andMatching(String... more) {
        return new BlockedValues(
                exact, Stream.concat(patterns.stream(), Stream.of(more)).toList());
    }

    /**
     * Returns whether a normalised value is one of these, or one character six times or more and nothing else but punctuation; takes
     * time in proportion to the length of value and patterns.
     */
    public boolean contains(String value) {
        String folded = CaseFolding.fold(value);
        return exact.contains(folded)
                || isRepeated(folded)
                || patterns.stream().anyMatch(pattern -> matches(pattern, folded));
    }

    private static boolean isRepeated(String value) {
        int count = 0;
        char only = 0;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                if (count > 0 && letter != only) {
                    return false;
                }
                only = letter;
                count++;
            }
        }
        return count >= LEAST_REPEATED;
    }

    /** Matches greedily, going back to the last asterisk only. */
    private static boolean matches(String pattern, String value) {
        int p = 0;
        int v = 0;
        int star = -1;
        int resumed = 0;
        while (v < value.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resumed = v;
            } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
                p++;
                v++;
            } else if (star >= 0) {
                p = star + 1;
                v = ++resumed;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
