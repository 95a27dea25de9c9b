package dev.clientele.examples.cli.winning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Main;
import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WinProbabilityCommandTest {

    @TempDir
    private Path folder;

    /** The chance of winning is 0.8 from the web and 0.3 from a fair, and rises with the size. */
    private Path deals(String name, int size, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("id,source,size,result"));
        for (int i = 0; i < size; i++) {
            boolean web = random.nextBoolean();
            int large = random.nextInt(1000);
            double chance = (web ? 0.7 : 0.2) + large / 5000.0;
            String result = random.nextDouble() < chance ? "Won" : "Lost";
            lines.add(name + i + "," + (web ? "web" : "fair") + "," + large + "," + result);
        }
        Path file = folder.resolve(name + ".csv");
        Files.write(file, lines);
        return file;
    }

    private Run run(Path train, Path test, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "win-probability",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--outcome",
                "result",
                "--won",
                "Won"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void every_row_gets_a_probability_that_comes_true() throws IOException {
        Run run = run(deals("train", 2000, 1), deals("test", 1000, 2), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode report = run.json();
        assertThat(report.get("trained").asInt()).isEqualTo(2000);
        assertThat(report.get("words").get(0).asString()).isEqualTo("source");
        assertThat(report.get("numbers").get(0).asString()).isEqualTo("size");
        assertThat(report.get("rows")).hasSize(1000);
        assertThat(report.get("rows").get(0).get("row").asLong()).isEqualTo(2);
        assertThat(report.get("auc").asDouble()).isBetween(0.74, 0.84);
        assertThat(report.get("brier").asDouble()).isLessThan(0.20);
        for (JsonNode band : report.get("reliability")) {
            if (band.get("cases").asInt() >= 100) {
                assertThat(Math.abs(
                                band.get("mean").asDouble() - band.get("share").asDouble()))
                        .isLessThan(0.12);
            }
        }
    }

    @Test
    void both_methods_can_be_asked_and_columns_left_out() throws IOException {
        Path train = deals("train", 1000, 1);

        Run run = run(train, train, "--method", "naive-bayes", "--exclude", "size");

        assertThat(run.out())
                .contains("naive Bayes, calibrated on 1,000 deals")
                .contains("words: source; numbers: .")
                .contains("AUC 0.7");
    }

    @Test
    void real_deals_hardly_differ_and_the_probabilities_say_so() throws IOException {
        Path all = Shared.data("sales-pipeline/sales_pipeline.csv");
        List<String> train = new ArrayList<>();
        List<String> test = new ArrayList<>();
        List<String> lines = Files.readAllLines(all);
        for (String line : lines) {
            boolean closed = line.contains(",Won,") || line.contains(",Lost,");
            if (line.equals(lines.get(0))) {
                train.add(line);
                test.add(line);
            } else if (closed) {
                (line.hashCode() % 4 == 0 ? test : train).add(line);
            }
        }
        Path trainFile = Files.write(folder.resolve("train.csv"), train);
        Path testFile = Files.write(folder.resolve("test.csv"), test);

        Run run = Run.of(
                "win-probability",
                "--train",
                trainFile.toString(),
                "--test",
                testFile.toString(),
                "--outcome",
                "deal_stage",
                "--won",
                "Won",
                "--exclude",
                "close_value,close_date,engage_date",
                "--json");

        JsonNode report = run.json();
        assertThat(report.get("brier").asDouble()).isBetween(0.20, 0.24);
        assertThat(report.get("auc").asDouble()).isBetween(0.45, 0.60);
    }

    @Test
    void what_is_wrong_is_told() throws IOException {
        Path few = deals("few", 15, 1);
        assertThat(run(few, few).exitCode()).isEqualTo(Main.UNUSABLE_DATA);
        assertThat(run(few, few).err()).contains("not enough history");
        assertThat(run(few, few, "--method", "guess").exitCode()).isEqualTo(Main.WRONG_ARGUMENTS);
        Run column = Run.of(
                "win-probability", "--train", few.toString(), "--test", few.toString(), "--outcome", "x", "--won", "y");
        assertThat(column.exitCode()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(column.err()).contains("--outcome must be a column of");
    }
}
