package dev.clientele.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at what is published: the BOM, the versions and the graph of Java modules. */
class PublishedTest {

    private final Project project = Project.here();

    @Test
    void the_bom_lists_every_published_jar() {
        List<String> listed = Project.texts(
                project.pom("crm-core/bom"), "dependencyManagement", "dependencies", "dependency", "artifactId");

        assertThat(listed).containsExactlyElementsOf(project.publishedJars()).hasSize(7);
    }

    @Test
    void the_bom_has_the_version_of_the_project() {
        assertThat(Project.texts(project.pom("crm-core/bom"), "version"))
                .isEqualTo(Project.texts(project.pom(""), "version"));
    }

    @Test
    void the_examples_are_not_published() {
        assertThat(project.modules())
                .filteredOn(module -> module.startsWith("examples/"))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(Project.texts(project.pom(module), "properties", "maven.deploy.skip"))
                        .containsExactly("true"));
    }

    @Test
    void every_published_jar_is_a_module_that_resolves_with_all_it_requires() {
        Path[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Files.exists(path) && !path.endsWith("test-classes"))
                .toArray(Path[]::new);
        ModuleFinder finder = ModuleFinder.of(classPath);
        Set<String> ours = finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> !module.isAutomatic())
                .map(java.lang.module.ModuleDescriptor::name)
                .filter(name -> name.startsWith("dev.clientele.") && !name.startsWith("dev.clientele.examples."))
                .collect(toSet());

        Configuration resolved = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), ours);

        assertThat(ours)
                .containsExactlyInAnyOrder(
                        "dev.clientele.persistence",
                        "dev.clientele.persistence.memory",
                        "dev.clientele.persistence.jdbc",
                        "dev.clientele.persistence.tck",
                        "dev.clientele.core",
                        "dev.clientele.b2b",
                        "dev.clientele.b2c");
        assertThat(ours).allMatch(module -> resolved.findModule(module).isPresent());
    }
}
