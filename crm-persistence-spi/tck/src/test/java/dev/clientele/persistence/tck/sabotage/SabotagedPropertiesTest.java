package dev.clientele.persistence.tck.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.tck.ProgramPropertyContract;
import dev.clientele.persistence.tck.QueryPropertyContract;
import dev.clientele.persistence.tck.StorageFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Random programs and random queries also catch adapters that no example names. */
class SabotagedPropertiesTest {

    static Stream<Sabotage> seenByPrograms() {
        return named(Set.of(
                "T1 finds by id without the tenant",
                "T1 shares idempotency keys between tenants",
                "D3 drops the version check of replacements",
                "D3 takes no notice of checks",
                "L1 does not tell what it left out",
                "T8 commits the host's transaction"));
    }

    static Stream<Sabotage> seenByQueries() {
        return named(Set.of(
                "D6 loses rows on a tie across pages",
                "C7 puts missing values first in descending order",
                "C2 negates in three values",
                "C9 leaves out the group without a value",
                "L3 turns ties around"));
    }

    @ParameterizedTest
    @MethodSource("seenByPrograms")
    void random_programs_notice(Sabotage sabotage) {
        assertThat(failures(sabotage, Programs.class)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seenByQueries")
    void random_queries_notice(Sabotage sabotage) {
        assertThat(failures(sabotage, Queries.class)).isNotEmpty();
    }

    private static List<String> failures(Sabotage sabotage, Class<?> suite) {
        return Run.failures(sabotage, DiscoverySelectors.selectClass(suite));
    }

    private static Stream<Sabotage> named(Set<String> names) {
        Map<String, Sabotage> all =
                SabotageTest.sabotages().collect(Collectors.toMap(Sabotage::toString, each -> each));
        assertThat(all).containsKeys(names.toArray(String[]::new));
        return names.stream().sorted().map(all::get);
    }

    /** Run from here only, one at a time. */
    static class Programs extends ProgramPropertyContract {
        @Override
        protected StorageFixture fixture() {
            return new Sabotaged().fixture();
        }
    }

    /** Run from here only, one at a time. */
    static class Queries extends QueryPropertyContract {
        @Override
        protected StorageFixture fixture() {
            return new Sabotaged().fixture();
        }
    }
}
