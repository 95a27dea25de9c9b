package dev.clientele.persistence.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules as the contract's Javadoc numbers and words them. */
public final class Rules {

    /** Rules that only some adapters are held to, and which. */
    static final Map<String, String> OPTIONAL = Map.of(
            "T5", "data outlives the process",
            "T8", "`HOST_TRANSACTIONS`; without it, joining is refused",
            "S4", "data outlives the process",
            "S5", "`CONCURRENT_STORAGES`",
            "S6", "`CONCURRENT_STORAGES`");

    private static final Path CONTRACT = Path.of("..", "src", "main", "java", "dev", "clientele", "persistence");
    private static final Pattern RULE =
            Pattern.compile("<li><b>([A-Z]\\d+)</b>(.*?)(?=<li>|</ul>|</ol>)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^\\s}]+)(?:\\s+([^}]*))?}");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");

    private Rules() {}

    /** Whether the contract's sources are beside this module, as they are unless someone has taken it out of the project. */
    public static boolean areHere() {
        return Files.isDirectory(CONTRACT);
    }

    /** The first sentence of each rule by its number: C1 to C9, D1 to D10 and so on. */
    public static Map<String, String> sentences() {
        Map<String, String> rules = new TreeMap<>(Comparator.comparing((String rule) -> rule.charAt(0))
                .thenComparing(rule -> Integer.valueOf(rule.substring(1))));
        try (Stream<Path> files = Files.walk(CONTRACT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = RULE.matcher(Files.readString(file));
                while (matcher.find()) {
                    rules.put(matcher.group(1), sentence(matcher.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    /** The rules that only some adapters are held to. */
    public static Set<String> optional() {
        return OPTIONAL.keySet();
    }

    private static String sentence(String javadoc) {
        String text =
                javadoc.replaceAll("\\n\\s*\\*", " ").replaceAll("\\s+", " ").strip();
        text = LINK.matcher(text)
                .replaceAll(link -> link.group(2) != null
                        ? link.group(2)
                        : "`" + link.group(1).replaceAll(".*[.#]", "") + "`");
        text = CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement("`" + code.group(1) + "`"));
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end + 1)).replace("|", "\\|");
    }
}
