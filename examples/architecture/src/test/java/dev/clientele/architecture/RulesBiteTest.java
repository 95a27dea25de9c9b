package dev.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Proves on the bad classes of {@code fixture} that each rule refuses what it should, and nothing else: the same house
 * holds sound classes that do nearly the same in an allowed way.
 */
class RulesBiteTest {

    private static final House HOUSE = new House("dev.clientele.architecture.fixture");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(HOUSE.root());
    /** The first of our own names in a violation is the offender. */
    private static final Pattern OFFENDER =
            Pattern.compile(Pattern.quote(HOUSE.root()) + "\\.([a-z0-9.]+\\.[A-Z]\\w*)");

    private static final Pattern WAY = Pattern.compile("(?i)way(\\d\\d)");

    private final Arrows arrows = new Arrows(HOUSE);
    private final Bans bans = new Bans(HOUSE);
    private final Shape shape = new Shape(HOUSE);
    private final Rooms rooms = new Rooms(HOUSE);

    @Test
    void a_contract_that_leans_on_guava_is_refused() {
        assertRefused(arrows.contractStandsAlone(), "persistence.LeansOnGuava");
    }

    @Test
    void an_adapter_that_leans_on_core_is_refused() {
        assertRefused(arrows.memoryKnowsTheContractOnly(), "persistence.memory.MemoryLeansOnCore");
    }

    @Test
    void an_adapter_that_leans_on_another_is_refused() {
        assertRefused(arrows.jdbcKnowsTheContractOnly(), "persistence.jdbc.JdbcLeansOnMemory");
    }

    @Test
    void a_suite_that_leans_on_an_adapter_is_refused() {
        assertRefused(arrows.suiteKnowsTheContractOnly(), "persistence.tck.SuiteLeansOnMemory");
    }

    @Test
    void a_core_that_leans_on_an_adapter_is_refused() {
        assertRefused(arrows.coreKnowsTheContractOnly(), "core.LeansOnAnAdapter");
    }

    @Test
    void b2b_that_leans_on_b2c_or_an_adapter_is_refused() {
        assertRefused(arrows.b2bKnowsCoreOnly(), "b2b.LeansOnAnAdapter", "b2b.LeansOnB2c");
    }

    @Test
    void b2c_that_leans_on_b2b_is_refused() {
        assertRefused(arrows.b2cKnowsCoreOnly(), "b2c.LeansOnB2b");
    }

    @Test
    void b2b_that_takes_a_storage_is_refused() {
        assertRefused(arrows.noBackDoorToTheStore(), "b2b.OpensTheBackDoor");
    }

    @Test
    void a_cycle_of_packages_is_refused() {
        assertThat(details(arrows.noPackageCycles()))
                .anySatisfy(cycle -> assertThat(cycle).contains("core.north", "core.south"));
    }

    @Test
    void a_third_level_of_rooms_is_refused() {
        assertRefused(rooms.twoLevelsAtMost(), "b2b.east.attic.box.TooDeep");
    }

    @Test
    void a_cycle_of_rooms_that_is_none_of_packages_is_refused() {
        assertThat(details(arrows.noPackageCycles())).noneMatch(cycle -> cycle.contains("b2b.east"));
        assertThat(details(rooms.noCyclesOfRooms("b2b")))
                .anySatisfy(cycle -> assertThat(cycle).contains("b2b.east", "b2b.west"));
    }

    @Test
    void sql_in_core_is_refused() {
        assertRefused(bans.sqlStaysInTheJdbcAdapter(), "core.HidesSql", "core.SpeaksSql");
    }

    @Test
    void jackson_outside_its_package_is_refused() {
        assertRefused(bans.jacksonStaysInside(), "b2c.SpeaksJackson", "b2c.WearsJackson");
    }

    @Test
    void asking_the_machine_is_refused() {
        assertRefused(bans.nothingAsksTheMachine(), "core.AsksTheMachine");
    }

    @Test
    void each_way_to_ask_the_machine_is_refused() {
        assertRefusedInEachWay(bans.nothingAsksTheMachine(), 38);
    }

    @Test
    void a_thread_local_is_refused() {
        assertRefused(bans.noThreadLocals(), "core.KeepsAThreadLocal");
    }

    @Test
    void static_state_is_refused() {
        assertRefused(bans.noStaticState(), "core.KeepsState");
    }

    @Test
    void each_kind_of_static_state_is_refused() {
        assertRefusedInEachWay(bans.noStaticState(), 6);
    }

    @Test
    void a_strangers_type_in_a_public_signature_is_refused() {
        assertRefused(shape.signaturesNameOurTypesOnly(), "core.ShowsStrangers");
    }

    @Test
    void each_place_in_a_public_signature_is_looked_at() {
        assertRefusedInEachWay(shape.signaturesNameOurTypesOnly(), 8);
    }

    @Test
    void a_package_without_null_mark_is_refused() {
        assertRefused(shape.everyPackageIsNullMarked(), "unmarked.Anything");
    }

    @Test
    void names_that_say_nothing_are_refused() {
        assertRefused(
                shape.namesAreWordsOfTheTrade(),
                "core.NameDto",
                "core.NameEntity",
                "core.NameHelper",
                "core.NameImpl",
                "core.NameManager",
                "core.NameUtil",
                "core.NameUtils",
                "core.util.Name");
    }

    private static void assertRefused(ArchRule rule, String... offenders) {
        SortedSet<String> refused = new TreeSet<>();
        for (String detail : details(rule)) {
            Matcher name = OFFENDER.matcher(detail);
            assertThat(name.find()).as(detail).isTrue();
            refused.add(name.group(1));
        }
        assertThat(refused).containsExactly(offenders);
    }

    /** The members of a fixture that are wrong are numbered: way01, way02 and so on. */
    private static void assertRefusedInEachWay(ArchRule rule, int ways) {
        SortedSet<Integer> refused = new TreeSet<>();
        for (String detail : details(rule)) {
            Matcher way = WAY.matcher(detail);
            while (way.find()) {
                refused.add(Integer.valueOf(way.group(1)));
            }
        }
        assertThat(refused)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ways).boxed().toList());
    }

    private static List<String> details(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails().stream()
                .filter(detail -> !detail.contains("package-info"))
                .toList();
    }
}
