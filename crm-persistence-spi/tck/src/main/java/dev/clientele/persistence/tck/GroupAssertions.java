package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on groups, which compare measures as the contract does: exact sums by value, sums of reals to 1e-12 of their
 * magnitude.
 */
final class GroupAssertions {

    /** The largest sum of the magnitudes of 30 random reals. */
    private static final double MAGNITUDE = 30e6;

    private GroupAssertions() {}

    static void assertGroups(Aggregation aggregation, List<Group> given, List<Group> expected) {
        assertThat(given).as("keys of %s", aggregation).extracting(Group::keys).isEqualTo(keys(expected));
        for (int group = 0; group < expected.size(); group++) {
            List<@Nullable Object> values = expected.get(group).values();
            for (int i = 0; i < values.size(); i++) {
                String what = aggregation.measures().get(i) + " of group " + group + " of " + aggregation;
                assertGroups(what, given.get(group).values().get(i), values.get(i));
            }
        }
    }

    private static void assertGroups(String what, @Nullable Object given, @Nullable Object expected) {
        if (expected instanceof BigDecimal exact) {
            assertThat(given).as(what).isInstanceOf(BigDecimal.class);
            assertThat((BigDecimal) given).as(what).isEqualByComparingTo(exact);
        } else if (expected instanceof Double real) {
            assertThat(given).as(what).isInstanceOf(Double.class);
            assertThat((Double) given).as(what).isCloseTo(real, within(MAGNITUDE * 1e-12));
        } else {
            assertThat(given).as(what).isEqualTo(expected);
        }
    }

    private static List<List<@Nullable Object>> keys(List<Group> groups) {
        return groups.stream().map(Group::keys).toList();
    }
}
