package dev.clientele.examples.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class IdentityCommandTest {

    @TempDir
    private Path folder;

    private PeopleFiles people;

    @BeforeEach
    void makePeople() {
        people = new PeopleFiles(400);
    }

    private static Run run(List<Path> records, String... more) {
        List<String> arguments = new ArrayList<>(List.of("identity", "--id", "key"));
        records.forEach(file -> arguments.addAll(List.of("--records", file.toString())));
        arguments.addAll(List.of(more));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private List<Path> both() throws IOException {
        return List.of(people.one(folder), people.other(folder));
    }

    @Test
    void duplicates_in_one_file_are_found_by_columns_with_usual_names() throws IOException {
        JsonNode report =
                run(List.of(people.all(folder)), "--truth", "who", "--json").json();

        assertThat(report.get("f1").asDouble()).isGreaterThan(0.98);
        assertThat(report.get("precision").asDouble()).isGreaterThan(0.98);
        assertThat(report.get("recall").asDouble()).isGreaterThan(0.97);
        assertThat(report.get("truePairs").asInt()).isEqualTo(people.truePairs());
        assertThat(report.get("mode").asString()).isEqualTo("deduplicate");
        assertThat(report.get("weights")
                        .valueStream()
                        .map(each -> each.get("kind").asString()))
                .contains("given", "family", "birthdate", "email", "street", "city")
                .doesNotContain("id");
    }

    @Test
    void files_are_linked_across_and_within_or_one_to_one() throws IOException {
        String pairs = people.pairs(folder).toString();
        for (List<String> mode : List.of(List.<String>of(), List.of("--across"), List.of("--one-to-one"))) {
            List<String> more = new ArrayList<>(List.of("--truth", pairs, "--json"));
            more.addAll(mode);
            JsonNode report = run(both(), more.toArray(String[]::new)).json();

            assertThat(report.get("f1").asDouble()).as("%s", mode).isGreaterThan(0.98);
            assertThat(report.get("truePairs").asInt()).isEqualTo(people.truePairs());
        }
    }

    @Test
    void the_report_tells_what_was_learned() throws IOException {
        JsonNode report = run(both(), "--map", "given=first name,family=surname,birthdate=date of birth", "--json")
                .json();

        assertThat(report.get("weights")
                        .valueStream()
                        .map(each -> each.get("attribute").asString()))
                .containsOnly("first name", "surname", "date of birth");
        assertThat(report.get("weights").get(0).get("level").asString()).isEqualTo("equal");
        assertThat(report.get("weights").get(0).get("m").asDouble())
                .isGreaterThan(report.get("weights").get(0).get("u").asDouble());
        assertThat(report.get("prior").asDouble()).isBetween(1e-5, 0.01);
        assertThat(report.get("blockingRules")).isNotEmpty();
        assertThat(report.get("timings").get("linkSeconds").asDouble()).isPositive();
        assertThat(report.get("estimatedQuality").get("precision").get("value").asDouble())
                .isGreaterThan(0.9);
        assertThat(report.get("precision").isNull()).isTrue();
    }

    @Test
    void pairs_and_clusters_are_written_in_an_order_that_is_always_the_same() throws IOException {
        Path pairs = folder.resolve("found.csv");
        Path clusters = folder.resolve("clusters.csv");
        JsonNode report = run(both(), "--pairs", pairs.toString(), "--clusters", clusters.toString(), "--json")
                .json();
        List<String> found = Files.readAllLines(pairs);
        List<String> persons = Files.readAllLines(clusters);
        run(List.of(both().get(1), both().get(0)), "--pairs", pairs.toString(), "--clusters", clusters.toString());

        assertThat(found.get(0)).isEqualTo("file_1,id_1,file_2,id_2,probability,score,decision");
        assertThat(found.stream().filter(line -> line.endsWith(",match")).count())
                .isEqualTo(report.get("pairs").asLong());
        assertThat(persons.subList(0, 3)).containsExactly("file,id,cluster", "one.csv,a0,1", "other.csv,b0,1");
        assertThat(persons).hasSize(1 + report.get("records").asInt());
        assertThat(Files.readAllLines(pairs)).isEqualTo(found);
        assertThat(Files.readAllLines(clusters)).isEqualTo(persons);
    }

    @Test
    void clusters_that_were_written_can_be_the_truth() throws IOException {
        Path clusters = folder.resolve("clusters.csv");
        run(both(), "--clusters", clusters.toString());

        assertThat(run(both(), "--truth", clusters.toString(), "--json")
                        .json()
                        .get("f1")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void an_explanation_sums_up_to_the_score() throws IOException {
        Run words = run(both(), "--explain", "a0,b0");
        JsonNode why = run(both(), "--explain", "b0, a0", "--json").json().get("explanation");
        double sum = why.get("prior").asDouble();
        for (JsonNode step : why.get("steps")) {
            sum += step.get("weight").asDouble();
        }

        assertThat(sum + why.get("household").asDouble())
                .isEqualTo(why.get("score").asDouble());
        assertThat(why.get("firstId").asString()).isEqualTo("a0");
        assertThat(words.out()).contains("a0 of one.csv and b0 of other.csv", "two records drawn at random", "score");
        assertThat(weights(words.out())).isCloseTo(0, within(1e-9));
    }

    /** The sum of the weights of an explanation less the score below them. */
    private static double weights(String out) {
        double sum = 0;
        boolean inside = false;
        for (String line : out.lines().toList()) {
            inside = inside || line.startsWith("  two records drawn at random");
            if (inside && line.startsWith("  ")) {
                double number = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                sum += line.startsWith("  score") ? -number : number;
            }
        }
        return sum;
    }

    @Test
    void pairs_to_judge_are_written_and_read_back_with_answers() throws IOException {
        Path questions = folder.resolve("questions.csv");
        run(both(), "--review", "0.0001", "--ask", "20", "--ask-to", questions.toString());
        List<String> lines = Files.readAllLines(questions);
        assertThat(lines.get(0)).startsWith("file_1,id_1,file_2,id_2,same,probability,first name 1,first name 2");
        assertThat(lines).hasSizeBetween(2, 21);
        List<String> answered = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            cells[4] = Boolean.toString(cells[1].substring(1).equals(cells[3].substring(1)));
            answered.add(String.join(",", cells));
        }
        Files.write(questions, answered);

        JsonNode report = run(
                        both(),
                        "--labels",
                        questions.toString(),
                        "--judged",
                        questions.toString(),
                        "--truth",
                        people.pairs(folder).toString(),
                        "--json")
                .json();

        assertThat(report.get("labels").asInt()).isEqualTo(answered.size() - 1);
        assertThat(report.get("shift").asDouble()).isNotZero();
        assertThat(report.get("estimatedQuality").get("judged").asInt()).isPositive();
        assertThat(report.get("f1").asDouble()).isGreaterThan(0.98);
    }

    @Test
    void words_tell_how_good_the_result_is_and_which_records_say_nothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(people.all(folder)));
        lines.add("x1,,n/a,1984-03-01,,12 odd lane,nowhere,x");
        lines.add("x2,,n/a,1984-03-01,,12 odd lane,nowhere,x");
        Path file = Files.write(folder.resolve("people.csv"), lines);
        Path clusters = folder.resolve("clusters.csv");
        Run run = run(List.of(file), "--truth", "who", "--clusters", clusters.toString());

        assertThat(run.out())
                .contains(
                        "2 records have no name and no identifier and are never matched",
                        "Precision ",
                        "Estimated from the model alone",
                        "What comparisons say",
                        "Compared are pairs that agree in");
        List<String> last = Files.readAllLines(clusters).stream()
                .filter(line -> line.contains(",x"))
                .map(line -> line.substring(line.lastIndexOf(',')))
                .distinct()
                .toList();
        assertThat(last).hasSize(2);
    }
}
