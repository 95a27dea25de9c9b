package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.ComparedValue;
import dev.clientele.b2c.identity.comparison.ValueComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of all comparisons of a pair in one number of 64 bits: four bits an attribute, {@value #MISSING} where either
 * side has no value. Given and family name in each other's place are a level of their own.
 *
 * <p>What follows from something else is missing, as {@link ImpliedLevels} has it.
 */
final class LevelPattern {
    static final int MAX_ATTRIBUTES = 16;
    static final int MISSING = 15;

    private final ValueComparison[] comparisons;
    private final ImpliedLevels implied;
    private final int given;
    private final int family;
    private final int swapped;

    LevelPattern(List<RecordAttribute> attributes) {
        comparisons = attributes.stream()
                .map(attribute -> ValueComparison.of(attribute.kind()))
                .toArray(ValueComparison[]::new);
        List<AttributeKind> kinds =
                attributes.stream().map(RecordAttribute::kind).toList();
        given = kinds.contains(AttributeKind.FAMILY) ? kinds.indexOf(AttributeKind.GIVEN) : -1;
        family = kinds.indexOf(AttributeKind.FAMILY);
        swapped = given < 0 ? -1 : comparisons[given].levels().size();
        implied = new ImpliedLevels(
                kinds,
                Arrays.stream(comparisons)
                        .mapToInt(comparison -> comparison.levels().size() - 1)
                        .toArray());
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
        return withoutImplied(pattern);
    }

    /** The level of one comparison; that of the family name is missing where the names are swapped. */
    int level(PreparedRecord a, PreparedRecord b, int attribute) {
        if ((attribute == given || (attribute == family && given >= 0)) && namesSwapped(a, b)) {
            return attribute == given ? swapped : MISSING;
        }
        ComparedValue one = a.at(attribute);
        ComparedValue other = b.at(attribute);
        return one == null || other == null ? MISSING : comparisons[attribute].level(one, other);
    }

    /** Returns true if the level of an attribute may be missing because it follows from another's. */
    boolean mayBeImplied(int attribute) {
        return implied.concern(attribute);
    }

    /** The pattern of levels that were found one by one, without what follows from something else. */
    long withoutImplied(long pattern) {
        return implied.removeFrom(pattern);
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
