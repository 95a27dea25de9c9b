package dev.clientele.persistence.tck.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.clientele.persistence.tck.Rules;
import dev.clientele.persistence.tck.StorageConformance;
import dev.clientele.persistence.tck.keyvalue.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit is tested: each adapter that breaks a rule is caught by a test that names the rule. */
class SabotageTest {

    private static final Map<String, Integer> CAUGHT = new ConcurrentHashMap<>();

    static Stream<Sabotage> sabotages() {
        return Stream.of(
                        TenantSabotage.all(),
                        TransactionSabotage.all(),
                        DocumentSabotage.all(),
                        KeySabotage.all(),
                        PagingSabotage.all(),
                        CriteriaSabotage.all(),
                        AggregationSabotage.all(),
                        LogSabotage.all(),
                        SelectiveReadSabotage.all(),
                        SchemaSabotage.all(),
                        ReopeningSabotage.all())
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("sabotages")
    void a_broken_adapter_is_caught_by_a_test_that_names_the_rule(Sabotage sabotage) {
        List<String> failed = failures(sabotage);

        assertThat(failed).as("tests that failed").anyMatch(test -> test.startsWith(sabotage.rule() + "_"));
        CAUGHT.merge(sabotage.rule(), 1, Integer::sum);
    }

    /** Shows how many broken adapters each rule has, and how many of them were caught. */
    @AfterAll
    static void report() {
        if (CAUGHT.isEmpty() || !Rules.areHere()) {
            return;
        }
        Map<String, Long> all = sabotages().collect(Collectors.groupingBy(Sabotage::rule, Collectors.counting()));
        Set<String> rules = Rules.sentences().keySet();
        StringBuilder table = new StringBuilder();
        for (String rule : rules) {
            table.append(String.format(
                    Locale.ROOT, "%-4s %2d of %2d%n", rule, CAUGHT.getOrDefault(rule, 0), all.getOrDefault(rule, 0L)));
        }
        System.out.printf(
                Locale.ROOT,
                "Conformance kit: %d rules, %d required of all, %d optional; broken adapters caught by a test that"
                        + " names the rule: %d of %d%n%s",
                rules.size(),
                rules.size() - Rules.optional().size(),
                Rules.optional().size(),
                CAUGHT.values().stream().mapToInt(Integer::intValue).sum(),
                all.values().stream().mapToLong(Long::longValue).sum(),
                table);
    }

    @Test
    void every_rule_is_broken_by_an_adapter() {
        Assumptions.assumeTrue(Rules.areHere(), "the contract's sources are not beside this module");
        Set<String> broken = sabotages().map(Sabotage::rule).collect(Collectors.toCollection(TreeSet::new));
        broken.add("S4"); // needs processes to kill: SabotagedCrashTest
        broken.addAll(Fault.rules()); // in an adapter of its own: PlantedFaultTest

        assertThat(broken).isEqualTo(new TreeSet<>(Rules.sentences().keySet()));
    }

    @Test
    void a_sound_adapter_passes_the_suites_that_catch_the_broken_ones() {
        List<String> suites = sabotages().map(Sabotage::suite).distinct().toList();
        for (String suite : suites) {
            assertThat(failures(Sabotage.storage("none", "sound", suite, storage -> storage)))
                    .as(suite)
                    .isEmpty();
        }
    }

    @Test
    void what_the_broken_adapters_are_made_of_is_sound() {
        for (String suite : List.of("Paging", "CriteriaOfDocuments", "Tenants", "Transactions")) {
            assertThat(failures(Sabotage.sessions("none", "scanning", suite, Scanning::new)))
                    .as(suite)
                    .isEmpty();
        }
    }

    @Test
    void every_sabotage_has_a_name_of_its_own() {
        assertThat(sabotages().map(Sabotage::toString)).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    private static List<String> failures(Sabotage sabotage) {
        String suite = StorageConformance.class.getName() + "$" + sabotage.suite();
        return Run.failures(sabotage, selectNestedClass(List.of(Sabotaged.class.getName()), suite));
    }
}
