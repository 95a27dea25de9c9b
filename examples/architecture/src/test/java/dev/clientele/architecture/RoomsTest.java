package dev.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the rooms of the house and holds them to two levels. */
class RoomsTest {

    private static final JavaClasses CLASSES = HouseRulesTest.CLASSES;

    private final Rooms rooms = new Rooms(HouseRulesTest.HOUSE);

    @Test
    void rooms_have_two_levels_in_b2b_and_b2c_and_one_in_the_core() {
        rooms.twoLevelsAtMost().check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2b", "b2c"})
    void rooms_of_the_first_level_are_free_of_cycles(String world) {
        rooms.noCyclesOfRooms(world).check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2b", "b2c"})
    void a_world_has_about_a_dozen_rooms(String world) {
        assertThat(rooms.names(CLASSES, world, 1)).hasSizeLessThanOrEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2b", "b2c"})
    void a_room_has_no_more_than_a_dozen_rooms(String world) {
        SortedSet<String> inner = rooms.names(CLASSES, world, 2);

        assertThat(rooms.names(CLASSES, world, 1))
                .allSatisfy(room -> assertThat(inner)
                        .filteredOn(name -> name.startsWith(room + "."))
                        .hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void the_core_has_at_most_some_twenty_rooms() {
        assertThat(rooms.names(CLASSES, "core", 1)).hasSizeLessThanOrEqualTo(24);
    }
}
