package dev.clientele.examples.cli.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up people in two files; those of the second are most of the first with slips and gaps. The id tells the person. */
final class PeopleFiles {

    static final String HEADER = "key,first name,surname,date of birth,e-mail,street,town,who";
    private static final List<String> SYLLABLES = List.of(
            "ba", "chi", "dor", "el", "fan", "gu", "hal", "jo", "ka", "lim", "mo", "nad", "pre", "ro", "sa", "wen");

    private final Random random = new Random(4711);
    private final List<String> one = new ArrayList<>(List.of(HEADER));
    private final List<String> other = new ArrayList<>(List.of(HEADER));
    private final List<String> pairs = new ArrayList<>(List.of("left,right"));

    PeopleFiles(int persons) {
        for (int person = 0; person < persons; person++) {
            List<String> values = person();
            one.add("a" + person + "," + String.join(",", values) + ",p" + person);
            if (random.nextInt(5) > 0) {
                other.add("b" + person + "," + String.join(",", dirtied(values)) + ",p" + person);
                pairs.add("a" + person + ",b" + person);
            }
        }
    }

    Path one(Path folder) throws IOException {
        return Files.write(folder.resolve("one.csv"), one);
    }

    Path other(Path folder) throws IOException {
        return Files.write(folder.resolve("other.csv"), other);
    }

    Path pairs(Path folder) throws IOException {
        return Files.write(folder.resolve("pairs.csv"), pairs);
    }

    /** Both in one file. */
    Path all(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(one);
        lines.addAll(other.subList(1, other.size()));
        return Files.write(folder.resolve("all.csv"), lines);
    }

    int truePairs() {
        return pairs.size() - 1;
    }

    private List<String> person() {
        String given = word(60);
        String family = word(500);
        return List.of(
                given,
                family,
                String.format(
                        "%04d-%02d-%02d", 1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                given + "." + family + random.nextInt(100) + "@example.com",
                1 + random.nextInt(150) + " " + word(200) + " street",
                word(50));
    }

    private List<String> dirtied(List<String> values) {
        return values.stream()
                .map(value -> {
                    double draw = random.nextDouble();
                    int at = 1 + random.nextInt(value.length() - 1);
                    return draw < 0.1 ? "" : draw < 0.25 ? value.substring(0, at - 1) + value.substring(at) : value;
                })
                .toList();
    }

    private String word(int vocabulary) {
        Random spelling = new Random(vocabulary * 1000L + random.nextInt(vocabulary));
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + spelling.nextInt(2); syllables > 0; syllables--) {
            word.append(SYLLABLES.get(spelling.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }
}
