package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.List;

/**
 * Tells if a learned class of pairs can be that of the same person twice. Expectation–maximisation finds whatever class stands out;
 * where hardly anybody is recorded twice that is one of families, neighbours or namesakes.
 *
 * <p>Records of one person mostly agree in name and birthdate. E-mail addresses, telephone numbers and identifiers count where they are
 * equal, and not where they differ, for a person may have several.
 */
final class MatchAgreement {
    /** Levels that strangers reach more often than this say nothing about who somebody is. */
    private static final double MAX_CHANCE = 0.02;

    /** The least share of the class's pairs in which both records have a value. */
    private static final double LEAST_COMPARED = 0.1;

    /** Fewer pairs are none. */
    private static final double LEAST_PAIRS = 0.5;

    private final List<RecordAttribute> attributes;
    private final double[] chance;

    MatchAgreement(List<RecordAttribute> attributes, double[] chance) {
        this.attributes = attributes;
        this.chance = chance.clone();
    }

    /**
     * Returns true if most of what names and birthdates the pairs have agrees.
     *
     * @param matches the probability of each pair to be in the class
     */
    boolean isOfOnePerson(PairSample pairs, double[] matches) {
        double[] compared = new double[attributes.size()];
        double[] agreeing = new double[attributes.size()];
        double total = 0;
        for (int pair = 0; pair < matches.length; pair++) {
            if (matches[pair] > 0) {
                total += matches[pair];
                add(pairs.patterns()[pair], matches[pair], compared, agreeing);
            }
        }
        return total >= LEAST_PAIRS && agrees(total, compared, agreeing);
    }

    private void add(long pattern, double probability, double[] compared, double[] agreeing) {
        for (int i = 0; i < compared.length; i++) {
            int level = LevelPattern.level(pattern, i);
            if (level != LevelPattern.MISSING) {
                compared[i] += probability;
                agreeing[i] += level == 0 || chance[i * 16 + level] <= MAX_CHANCE ? probability : 0;
            }
        }
    }

    private boolean agrees(double total, double[] compared, double[] agreeing) {
        Votes all = new Votes();
        Votes own = new Votes();
        for (int i = 0; i < compared.length; i++) {
            AttributeKind kind = attributes.get(i).kind();
            boolean agrees = agreeing[i] > compared[i] / 2;
            if (compared[i] >= LEAST_COMPARED * total && (agrees || isSingle(kind)) && isPersonal(kind)) {
                all.add(agrees);
                if (kind != AttributeKind.FAMILY && kind != AttributeKind.PHONE) {
                    own.add(agrees);
                }
            }
        }
        return all.carry() && own.carry();
    }

    /** Returns true for what a person has one of. */
    private static boolean isSingle(AttributeKind kind) {
        return switch (kind) {
            case GIVEN, FAMILY, NAME, BIRTHDATE -> true;
            default -> false;
        };
    }

    private static boolean isPersonal(AttributeKind kind) {
        return isSingle(kind) || kind.isExclusive();
    }

    /** Attributes for and against; with none at all nothing is known against. */
    private static final class Votes {
        private int pro;
        private int contra;

        void add(boolean vote) {
            pro += vote ? 1 : 0;
            contra += vote ? 0 : 1;
        }

        boolean carry() {
            return pro > contra || pro + contra == 0;
        }
    }
}
