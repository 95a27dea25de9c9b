package dev.clientele.persistence.tck.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.StorageFixture;
import dev.clientele.persistence.tck.sabotage.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault planted in the key-value adapter is caught by an example that names the rule. */
class PlantedFaultTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_planted_fault_is_caught_by_a_test_that_names_the_rule(Fault fault) {
        Faulty.planted = Set.of(fault);
        String suite = StorageConformance.class.getName() + "$" + fault.suite();

        assertThat(Run.failures(selectNestedClass(List.of(Faulty.class.getName()), suite)))
                .as("tests that failed")
                .anyMatch(test -> test.startsWith(fault.rule() + "_"));
    }

    /** The suites on the adapter with a fault. Run from here only, one at a time. */
    static class Faulty extends StorageConformance {

        static volatile Set<Fault> planted = Set.of();

        @Override
        protected StorageFixture fixture() {
            return new KeyValueFixture(planted);
        }
    }
}
