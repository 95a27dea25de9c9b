package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The rules in the contract's Javadoc and the tests of the kit belong together. */
class RulesTest {

    @Test
    void every_rule_of_the_contract_has_a_test_and_every_test_names_a_rule() {
        assumeSources();

        assertThat(testedRules()).isEqualTo(new TreeSet<>(Rules.sentences().keySet()));
    }

    @Test
    void the_readme_lists_the_rules_as_the_contract_words_them() throws IOException {
        assumeSources();
        StringBuilder table = new StringBuilder("| rule | says | asked of |\n|---|---|---|\n");
        Rules.sentences()
                .forEach((rule, sentence) -> table.append("| ")
                        .append(rule)
                        .append(" | ")
                        .append(sentence)
                        .append(" | ")
                        .append(Rules.OPTIONAL.getOrDefault(rule, "all"))
                        .append(" |\n"));
        Path expected = Path.of("target", "rules.md");
        Files.writeString(expected, table);

        assertThat(Files.readString(Path.of("README.md")).contains(table))
                .as("README.md contains the table that this test has written to %s", expected)
                .isTrue();
    }

    private static void assumeSources() {
        Assumptions.assumeTrue(Rules.areHere(), "the contract's sources are not beside this module");
    }

    @Test
    void all_suites_are_in_the_classes_that_an_adapter_extends() {
        assertThat(suites()).contains(DocumentContract.class, SchemaContract.class, QueryPropertyContract.class);
        assertThat(suites()).hasSizeGreaterThanOrEqualTo(17).doesNotHaveDuplicates();
    }

    private static Set<String> testedRules() {
        return suites().stream()
                .flatMap(suite -> Stream.of(suite.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class))
                .map(Method::getName)
                .map(name -> name.substring(0, name.indexOf('_')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> suites() {
        Stream<Class<?>> nested = Stream.of(StorageConformance.class, StorageProperties.class)
                .flatMap(all -> Stream.of(all.getDeclaredClasses()))
                .map(Class::getSuperclass);
        return Stream.concat(nested, Stream.of(CrashContract.class, StreamContract.class))
                .toList();
    }
}
