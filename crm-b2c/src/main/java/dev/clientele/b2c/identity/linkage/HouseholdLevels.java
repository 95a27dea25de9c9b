package dev.clientele.b2c.identity.linkage;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.List;

/** The levels that different people of one household reach more often than strangers. */
final class HouseholdLevels {
    private final boolean[] shared;
    private final boolean[] any;
    private final boolean usable;

    HouseholdLevels(List<RecordAttribute> attributes) {
        shared = new boolean[attributes.size() * 16];
        any = new boolean[attributes.size()];
        boolean own = false;
        boolean common = false;
        for (int i = 0; i < any.length; i++) {
            int first = firstShared(attributes.get(i).kind());
            any[i] = first < LevelPattern.MISSING;
            common |= any[i];
            own |= first > 0;
            for (int level = first; level < LevelPattern.MISSING; level++) {
                shared[i * 16 + level] = true;
            }
        }
        usable = own && common;
    }

    /** The closest level; of whole names and e-mail addresses members share parts but not the whole. */
    private static int firstShared(AttributeKind kind) {
        return switch (kind) {
            case FAMILY, STREET, HOUSE_NUMBER, CITY, POSTCODE, REGION, PHONE -> 0;
            case NAME, EMAIL -> 2;
            case GIVEN, BIRTHDATE, IDENTIFIER, CATEGORY, QUANTITY, TEXT -> LevelPattern.MISSING;
        };
    }

    /** Returns true if there is an attribute that a household shares and one that it doesn't. */
    boolean usable() {
        return usable;
    }

    boolean any(int attribute) {
        return any[attribute];
    }

    boolean equality(int attribute) {
        return shared[attribute * 16];
    }

    boolean at(int place) {
        return shared[place];
    }
}
