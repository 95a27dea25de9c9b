package dev.clientele.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The project as it lies on disk: its folders, sources and poms. */
final class Project {

    private final Path root;

    private Project(Path root) {
        this.root = root;
    }

    /** Finds the project by walking up from the working folder to the one with {@code .mvn}. */
    static Project here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no folder named .mvn above " + Path.of("").toAbsolutePath());
            }
        }
        return new Project(folder);
    }

    Path root() {
        return root;
    }

    /** The paths of the modules that the root pom lists. */
    List<String> modules() {
        return texts(pom(""), "modules", "module");
    }

    /** The artifacts that are published: every jar of the build that is not held back from deployment. */
    List<String> publishedJars() {
        return modules().stream()
                .map(this::pom)
                .filter(pom -> texts(pom, "packaging").stream().noneMatch("pom"::equals))
                .filter(pom -> !texts(pom, "properties", "maven.deploy.skip").contains("true"))
                .map(pom -> texts(pom, "artifactId").get(0))
                .toList();
    }

    Element pom(String module) {
        Path file = root.resolve(module).resolve("pom.xml");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** The texts of the elements that lie at a path below an element. */
    static List<String> texts(Element from, String... path) {
        Stream<Element> found = Stream.of(from);
        for (String name : path) {
            found = found.flatMap(element -> children(element, name));
        }
        return found.map(element -> element.getTextContent().strip()).toList();
    }

    private static Stream<Element> children(Element parent, String name) {
        Stream.Builder<Element> found = Stream.builder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found.build();
    }

    /** Every Java file of main code, of every module. */
    List<Path> mainSources() {
        Predicate<Path> java = file -> file.toString().endsWith(".java");
        return modules().stream()
                .map(module -> root.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(Project::walk)
                .filter(java)
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
