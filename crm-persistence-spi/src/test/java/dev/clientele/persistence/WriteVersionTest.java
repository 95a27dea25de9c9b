package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The stored versions at which each kind of write holds (rule D3). */
class WriteVersionTest {

    private static final UUID ID = new UUID(0, 7);

    @Test
    void an_insert_holds_where_nothing_is_stored() {
        assertThat(versionsAtWhichItHolds(new Write.Insert(document(0)))).containsExactly(0L);
    }

    @Test
    void a_replacement_holds_at_the_version_that_it_carries() {
        assertThat(versionsAtWhichItHolds(new Write.Replace(document(2)))).containsExactly(2L);
    }

    @Test
    void a_delete_and_a_check_hold_at_their_version() {
        assertThat(versionsAtWhichItHolds(new Write.Delete("note", ID, 2))).containsExactly(2L);
        assertThat(versionsAtWhichItHolds(new Write.Check("note", ID, 2))).containsExactly(2L);
    }

    @Test
    void a_delete_or_check_of_version_0_never_holds() {
        assertThat(versionsAtWhichItHolds(new Write.Delete("note", ID, 0))).isEmpty();
        assertThat(versionsAtWhichItHolds(new Write.Check("note", ID, 0))).isEmpty();
    }

    private static List<Long> versionsAtWhichItHolds(Write write) {
        return LongStream.rangeClosed(0, 4).filter(write::holdsAt).boxed().toList();
    }

    private static Document document(long version) {
        return new Document("note", ID, version, Map.of(), "{}");
    }
}
