package dev.clientele.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar, run as its users run it. */
class ClienteleJarIT {

    @TempDir
    private Path folder;

    private Run run(String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(
                        Stream.of(java, "-jar", System.getProperty("clientele.jar")), Stream.of(args))
                .toList();
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void the_version_comes_from_the_jar() throws Exception {
        assertThat(run("--version").out()).startsWith("clientele 0.");
    }

    @Test
    void wrong_arguments_end_with_2() throws Exception {
        Run run = run("clv", "--transactions", "nowhere.csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void unusable_data_end_with_1() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.csv"), "José;2020-13-01;1\n");
        Run run = run(
                "clv",
                "--transactions",
                file.toString(),
                "--delimiter",
                ";",
                "--no-header",
                "--customer",
                "1",
                "--date",
                "2",
                "--amount",
                "3",
                "--calibration-end",
                "2020-12-31");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 1: date is not a day written as yyyy-MM-dd (2020-13-01)");
    }

    @Test
    void the_cdnow_sample_gives_the_published_fit() throws Exception {
        Run run = run(
                "clv",
                "--transactions",
                Shared.data("cdnow/CDNOW_sample.txt").toString(),
                "--delimiter",
                " ",
                "--no-header",
                "--customer",
                "2",
                "--date",
                "3",
                "--amount",
                "5",
                "--date-format",
                "yyyyMMdd",
                "--calibration-end",
                "1997-09-30",
                "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json().get("repeatCustomers").asLong()).isEqualTo(946);
        assertThat(run.json().get("logLikelihood").asDouble()).isBetween(-9582.42922, -9582.42919);
    }

    @Test
    void the_commands_that_count_are_in_the_jar() throws Exception {
        Path file = Files.writeString(
                folder.resolve("shop.csv"), "who,when,paid,what\nann,2024-01-05,3,tea\nann,2024-02-05,4,milk\n");
        for (String command : List.of("funnel", "cohorts", "rfm", "basket")) {
            List<String> args = new ArrayList<>(List.of(
                    command,
                    "--transactions",
                    file.toString(),
                    "--customer",
                    "who",
                    "--date",
                    "when",
                    "--amount",
                    "paid",
                    "--json"));
            if (command.equals("basket")) {
                args.addAll(List.of("--item", "what"));
            }
            Run run = run(args.toArray(String[]::new));

            assertThat(run.exitCode()).as(command + run.err()).isZero();
            assertThat(run.json().isObject()).isTrue();
        }
    }

    @Test
    void records_are_linked_by_the_jar() throws Exception {
        StringBuilder people = new StringBuilder("key,surname,date of birth,town\n");
        for (int person = 0; person < 40; person++) {
            String values =
                    ",name" + (char) ('a' + person % 26) + person * 37 % 11 + ",19" + (10 + person) + "-03-01,leeds\n";
            people.append("a")
                    .append(person)
                    .append(values)
                    .append("b")
                    .append(person)
                    .append(values);
        }
        Path file = Files.writeString(folder.resolve("people.csv"), people);
        Path page = folder.resolve("report.html");
        Run run = run("identity", "--records", file.toString(), "--id", "key", "--report", page.toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("pairs").asInt()).isEqualTo(40);
        assertThat(Files.readString(page)).contains("<svg", "Who is who");
    }

    @Test
    void the_page_of_pictures_is_written_by_the_jar() throws Exception {
        Path page = folder.resolve("report.html");
        Run run = run(
                "clv",
                "--transactions",
                Shared.data("cdnow/CDNOW_sample.txt").toString(),
                "--delimiter",
                " ",
                "--no-header",
                "--customer",
                "2",
                "--date",
                "3",
                "--amount",
                "5",
                "--date-format",
                "yyyyMMdd",
                "--calibration-end",
                "1997-09-30",
                "--compare",
                "--report",
                page.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("All models, of which the one with the smallest AIC less twice the log score is taken");
        assertThat(Files.readString(page)).contains("<svg", "All models compared");
    }
}
