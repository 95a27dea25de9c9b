package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Agreement that follows from another agreement and says nothing beyond it: of towns where postcodes agree, of regions where
 * postcodes or towns do, of mailboxes that are alike where names are, which they are made of. The model multiplies what each
 * comparison says as if one didn't depend on the other; so these count as missing.
 */
final class ImpliedLevels {
    private static final int ALIKE_MAILBOX = 3;

    private final int[] implied;
    private final int[] firstLevel;
    private final int[] different;
    private final int[][] implying;
    private final boolean[] concerned;

    /**
     * For these attributes.
     *
     * @param different for each the level of values that don't agree
     */
    ImpliedLevels(List<AttributeKind> kinds, int[] different) {
        this.different = different.clone();
        this.implied = IntStream.range(0, kinds.size())
                .filter(i -> IntStream.range(0, kinds.size())
                        .anyMatch(j -> implying(kinds.get(i)).contains(kinds.get(j))))
                .toArray();
        this.implying = new int[kinds.size()][];
        this.firstLevel = new int[kinds.size()];
        this.concerned = new boolean[kinds.size()];
        for (int i : implied) {
            implying[i] = IntStream.range(0, kinds.size())
                    .filter(j -> implying(kinds.get(i)).contains(kinds.get(j)))
                    .toArray();
            firstLevel[i] = kinds.get(i) == AttributeKind.EMAIL ? ALIKE_MAILBOX : 0;
            concerned[i] = true;
        }
    }

    private static Set<AttributeKind> implying(AttributeKind kind) {
        return switch (kind) {
            case EMAIL -> Set.of(AttributeKind.GIVEN, AttributeKind.FAMILY, AttributeKind.NAME);
            case CITY -> Set.of(AttributeKind.POSTCODE);
            case REGION -> Set.of(AttributeKind.POSTCODE, AttributeKind.CITY);
            default -> Set.of();
        };
    }

    /** Returns true if the agreement of an attribute may follow from another's. */
    boolean concern(int attribute) {
        return concerned[attribute];
    }

    /** The pattern in which what follows from something else is missing. */
    long removeFrom(long pattern) {
        long rest = pattern;
        for (int i : implied) {
            int level = LevelPattern.level(pattern, i);
            if (level >= firstLevel[i] && level < different[i] && anyAgrees(pattern, implying[i])) {
                rest = LevelPattern.with(rest, i, LevelPattern.MISSING);
            }
        }
        return rest;
    }

    private boolean anyAgrees(long pattern, int[] attributes) {
        for (int i : attributes) {
            int level = LevelPattern.level(pattern, i);
            if (level != LevelPattern.MISSING && level != different[i]) {
                return true;
            }
        }
        return false;
    }
}
