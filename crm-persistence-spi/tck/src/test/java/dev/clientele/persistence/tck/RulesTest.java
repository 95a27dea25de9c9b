package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The rules in the contract's Javadoc and the tests of the kit belong together. */
class RulesTest {

    private static final Pattern RULE = Pattern.compile("<b>([A-Z]\\d+)</b>");
    private static final Path CONTRACT = Path.of("..", "src", "main", "java", "dev", "clientele", "persistence");

    @Test
    void every_rule_of_the_contract_has_a_test_and_every_test_names_a_rule() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CONTRACT), "the contract's sources are not beside this module");

        assertThat(testedRules()).isEqualTo(writtenRules());
    }

    @Test
    void all_suites_are_in_the_classes_that_an_adapter_extends() {
        assertThat(suites()).contains(DocumentContract.class, SchemaContract.class, QueryPropertyContract.class);
        assertThat(suites()).hasSizeGreaterThanOrEqualTo(17).doesNotHaveDuplicates();
    }

    private static Set<String> writtenRules() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CONTRACT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = RULE.matcher(Files.readString(file));
                while (matcher.find()) {
                    rules.add(matcher.group(1));
                }
            }
        }
        return rules;
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
