package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of all comparisons of a pair in one number of 64 bits: four bits an attribute, {@value #MISSING} where either
 * side has no value. Given and family name in each other's place are a level of their own.
 *
 * <p>Mailboxes are made of names: that those of people with like names are alike says nothing beyond that, and counts as missing.
 */
final class LevelPattern {
    static final int MAX_ATTRIBUTES = 16;
    static final int MISSING = 15;

    private static final int ALIKE_MAILBOX = 3;

    private final ValueComparison[] comparisons;
    private final List<AttributeKind> kinds;
    private final int given;
    private final int family;
    private final int swapped;

    LevelPattern(List<RecordAttribute> attributes) {
        comparisons = attributes.stream()
                .map(attribute -> ValueComparison.of(attribute.kind()))
                .toArray(ValueComparison[]::new);
        kinds = attributes.stream().map(RecordAttribute::kind).toList();
        given = kinds.contains(AttributeKind.FAMILY) ? kinds.indexOf(AttributeKind.GIVEN) : -1;
        family = kinds.indexOf(AttributeKind.FAMILY);
        swapped = given < 0 ? -1 : comparisons[given].levels().size();
    }

    int attributes() {
        return comparisons.length;
    }

    ValueComparison comparison(int attribute) {
        return comparisons[attribute];
    }

    /** The names of an attribute's levels. */
    List<String> levels(int attribute) {
        List<String> levels = new ArrayList<>(comparisons[attribute].levels());
        if (attribute == given) {
            levels.add("swapped with the family name");
        }
        return List.copyOf(levels);
    }

    /** The expected share of true pairs at each level. */
    double[] expectedShares(int attribute) {
        double[] shares = comparisons[attribute].expectedShares();
        if (attribute != given) {
            return shares;
        }
        double[] withSwap = new double[shares.length + 1];
        for (int level = 0; level < shares.length; level++) {
            withSwap[level] = 0.99 * shares[level];
        }
        withSwap[shares.length] = 0.01;
        return withSwap;
    }

    static int level(long pattern, int attribute) {
        return (int) (pattern >>> (4 * attribute)) & 15;
    }

    static long with(long pattern, int attribute, int level) {
        return (pattern & ~(15L << (4 * attribute))) | (long) level << (4 * attribute);
    }

    long of(PreparedRecord a, PreparedRecord b) {
        long pattern = 0;
        for (int i = 0; i < comparisons.length; i++) {
            pattern |= (long) level(a, b, i) << (4 * i);
        }
        return pattern;
    }

    /** The level of one comparison; that of the family name is missing where the names are swapped. */
    int level(PreparedRecord a, PreparedRecord b, int attribute) {
        if ((attribute == given || (attribute == family && given >= 0)) && namesSwapped(a, b)) {
            return attribute == given ? swapped : MISSING;
        }
        ComparedValue one = a.at(attribute);
        ComparedValue other = b.at(attribute);
        if (one == null || other == null) {
            return MISSING;
        }
        int level = comparisons[attribute].level(one, other);
        return kinds.get(attribute) == AttributeKind.EMAIL && level == ALIKE_MAILBOX && namesAlike(a, b)
                ? MISSING
                : level;
    }

    private boolean namesAlike(PreparedRecord a, PreparedRecord b) {
        for (int i = 0; i < comparisons.length; i++) {
            ComparedValue one = a.at(i);
            ComparedValue other = b.at(i);
            if (one != null && other != null && isName(kinds.get(i))) {
                int different = comparisons[i].levels().size() - 1;
                if (comparisons[i].level(one, other) < different) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isName(AttributeKind kind) {
        return kind == AttributeKind.GIVEN || kind == AttributeKind.FAMILY || kind == AttributeKind.NAME;
    }

    /** Returns true if all four names are there, one at least stands in the other's place, and the second one nearly so. */
    private boolean namesSwapped(PreparedRecord a, PreparedRecord b) {
        ComparedValue givenA = a.at(given);
        ComparedValue familyA = a.at(family);
        ComparedValue givenB = b.at(given);
        ComparedValue familyB = b.at(family);
        if (same(givenA, givenB) || same(familyA, familyB)) {
            return false;
        }
        if (givenA == null || familyA == null || givenB == null || familyB == null) {
            return false;
        }
        boolean one = same(givenA, familyB);
        boolean other = same(givenB, familyA);
        return (one && other) || (one && near(givenB, familyA)) || (other && near(givenA, familyB));
    }

    private static boolean same(@Nullable ComparedValue one, @Nullable ComparedValue other) {
        return one != null && one.equals(other);
    }

    private boolean near(ComparedValue one, ComparedValue other) {
        return comparisons[given].level(one, other) <= 2;
    }
}
