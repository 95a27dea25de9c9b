package dev.clientele.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The levels of packages below a module: two in B2B and B2C, where the first says what a CRM is made of and the second what a
 * room is made of; one in the core.
 */
record Rooms(House house) {

    /** The modules whose rooms have rooms of their own. */
    static final List<String> WORLDS = List.of("b2b", "b2c");

    ArchRule twoLevelsAtMost() {
        return noClasses()
                .that(house.everything())
                .should(be(describe(
                        "on a third level of rooms, or a second one in the core",
                        type -> WORLDS.stream().anyMatch(world -> levels(type, world) > 2)
                                || levels(type, "core") > 1)))
                .because("a newcomer must find a room by two words")
                .allowEmptyShould(true);
    }

    /** The rooms of the first level of a module, as seen from outside: {@code deal} is one room, however many it has inside. */
    ArchRule noCyclesOfRooms(String world) {
        return slices().matching(house.root() + "." + world + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** The names of the rooms of a level, from 1 on. */
    SortedSet<String> names(JavaClasses classes, String module, int level) {
        SortedSet<String> names = new TreeSet<>();
        classes.stream()
                .map(type -> segments(type, module))
                .filter(segments -> segments.size() >= level)
                .forEach(segments -> names.add(String.join(".", segments.subList(0, level))));
        return names;
    }

    private int levels(JavaClass type, String module) {
        return segments(type, module).size();
    }

    private List<String> segments(JavaClass type, String module) {
        String prefix = house.root() + "." + module + ".";
        String name = type.getPackageName() + ".";
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Arrays.asList(
                        name.substring(prefix.length(), name.length() - 1).split("\\."))
                : List.of();
    }
}
