package dev.clientele.persistence.memory;

import java.util.Comparator;
import java.util.UUID;

/**
 * The order of ids by their text form, as queries sort them. {@link UUID#compareTo} isn't that: it takes the halves as
 * signed.
 */
enum IdOrder implements Comparator<UUID> {
    INSTANCE;

    @Override
    public int compare(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
