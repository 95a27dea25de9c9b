package dev.clientele.persistence.criteria;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keyset condition, that rows come strictly after a cursor, as a criteria for adapters that have no row-value
 * comparison. It says the same as {@link Cursor#isBefore}.
 */
public final class Keyset {

    private Keyset() {}

    /**
     * Returns the criteria of the rows after {@code cursor} under {@code keys}, ties settled by {@code idField} ascending.
     *
     * @throws IllegalArgumentException if the cursor hasn't one value per key
     */
    public static Criteria after(List<Sort> keys, Cursor cursor, String idField) {
        if (cursor.values().size() != keys.size()) {
            throw new IllegalArgumentException(
                    "cursor has " + cursor.values().size() + " values, the order has " + keys.size() + " keys");
        }
        List<Criteria> alternatives = new ArrayList<>();
        List<Criteria> tied = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Sort key = keys.get(i);
            @Nullable Object value = cursor.values().get(i);
            if (value == null) {
                tied.add(Criteria.missing(key.field()));
            } else {
                Operator beyond = key.direction() == SortDirection.ASCENDING ? Operator.ABOVE : Operator.BELOW;
                Criteria later = Criteria.compare(key.field(), beyond, value).or(Criteria.missing(key.field()));
                alternatives.add(Criteria.allOf(tied).and(later));
                tied.add(Criteria.equal(key.field(), value));
            }
        }
        alternatives.add(Criteria.allOf(tied).and(Criteria.compare(idField, Operator.ABOVE, cursor.id())));
        return Criteria.anyOf(alternatives);
    }
}
