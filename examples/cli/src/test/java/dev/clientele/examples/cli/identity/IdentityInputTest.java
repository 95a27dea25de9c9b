package dev.clientele.examples.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files as people have them, and what is said of those that can't be used. */
class IdentityInputTest {

    @TempDir
    private Path folder;

    private PeopleFiles people;

    @BeforeEach
    void makePeople() {
        people = new PeopleFiles(200);
    }

    private static Run run(Path records, String... more) {
        List<String> arguments = new ArrayList<>(List.of("identity", "--records", records.toString(), "--id", "key"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static void fails(Run run, int exitCode, String... parts) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts);
        assertThat(run.err().lines().filter(line -> !line.startsWith("Try '"))).hasSize(1);
    }

    @Test
    void semicolons_a_byte_order_mark_local_days_decomposed_letters_and_short_rows_are_read() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFFKEY;First Name;Surname;Date of birth;E-Mail;Street;Town;who\r\n");
        for (String line :
                Files.readAllLines(people.all(folder)).stream().skip(1).toList()) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            boolean copy = cells.get(0).startsWith("b");
            String day = cells.get(3);
            if (copy && day.length() == 10) {
                cells.set(3, day.substring(8) + "." + day.substring(5, 7) + "." + day.substring(0, 4));
            }
            String family = cells.get(2).replace("o", "ö").replace("e", "é");
            cells.set(2, copy ? Normalizer.normalize(family, Normalizer.Form.NFD) : family);
            cells.set(5, "\"" + cells.get(5) + "; \"\"rear\"\"\"");
            text.append(String.join(";", cells)).append("\r\n");
        }
        text.append("short1;Ann\r\n\r\n;;;\r\n");
        Path file = Files.writeString(folder.resolve("local.csv"), text, StandardCharsets.UTF_8);
        JsonNode report = run(file, "--truth", "who", "--json").json();

        assertThat(report.get("f1").asDouble()).isGreaterThan(0.97);
        assertThat(report.get("records").asInt()).isEqualTo(200 + people.truePairs() + 1);
    }

    @Test
    void files_may_call_a_column_differently() throws IOException {
        Path one = people.one(folder);
        List<String> lines = new ArrayList<>(Files.readAllLines(people.other(folder)));
        lines.set(0, "nummer,vorname,nachname,geburtsdatum,mail,straße,ort,who");
        Path other = Files.write(folder.resolve("german.csv"), lines);
        String pairs = people.pairs(folder).toString();
        List<String> files = List.of(
                "identity",
                "--records",
                one.toString(),
                "--records",
                other.toString(),
                "--id",
                "key|nummer",
                "--truth",
                pairs,
                "--json");
        List<String> mapped = new ArrayList<>(files);
        mapped.addAll(List.of(
                "--map",
                "given=first name|vorname,family=surname|nachname",
                "--map",
                "birthdate=date of birth|geburtsdatum"));

        assertThat(Run.of(files.toArray(String[]::new)).json().get("f1").asDouble())
                .isGreaterThan(0.97);
        assertThat(Run.of(mapped.toArray(String[]::new)).json().get("f1").asDouble())
                .isGreaterThan(0.9);
    }

    @Test
    void ids_that_both_files_have_are_told_apart_by_the_file() throws IOException {
        Path one = people.one(folder);
        Path other = people.other(folder);
        for (Path file : List.of(one, other)) {
            List<String> lines = Files.readAllLines(file);
            Files.write(
                    file,
                    lines.stream()
                            .map(line -> line.replaceFirst("^[ab](?=\\d)", ""))
                            .toList());
        }
        List<String> pairs = new ArrayList<>();
        for (String line :
                Files.readAllLines(people.pairs(folder)).stream().skip(1).toList()) {
            pairs.add(line.replaceAll("[ab]", ""));
        }
        Path truth = Files.write(folder.resolve("truth.csv"), pairs);
        Run run = Run.of(
                "identity",
                "--records",
                one.toString(),
                "--records",
                other.toString(),
                "--id",
                "key",
                "--one-to-one",
                "--truth",
                truth.toString(),
                "--explain",
                "1,1",
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("f1").asDouble()).isGreaterThan(0.97);
        assertThat(run.json().get("explanation").get("secondFile").asString()).isEqualTo("other.csv");
    }

    @Test
    void rows_without_an_id_or_with_too_many_cells_are_left_out_and_told() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(people.all(folder)));
        lines.add(",Ann,Lee,1984-03-01,,,,z");
        lines.add("k1,Ann,Lee,1984-03-01,,,,z,more");
        Run run = run(Files.write(folder.resolve("odd.csv"), lines), "--json");

        assertThat(run.err())
                .contains("key is blank", "has 9 cells, the header has 8")
                .doesNotContain("Ann");
        assertThat(run.json().get("files").get(0).get("rejected").asInt()).isEqualTo(2);
    }

    @Test
    void columns_that_are_not_there_are_wrong_arguments() throws IOException {
        Path file = people.one(folder);

        fails(
                Run.of("identity", "--records", file.toString(), "--id", "nr"),
                2,
                "--id must name a column",
                "was nr",
                "surname");
        fails(run(file, "--map", "given=vorname"), 2, "none has a column vorname", "first name");
        fails(run(file, "--map", "surname=surname"), 2, "--map", "label must be one of given, family");
        fails(run(file, "--map", "surname"), 2, "--map must be such as given=first_name");
        fails(run(file, "--map", "given=surname,family=surname"), 2, "names the column surname twice");
        fails(run(file, "--truth", "nowhere"), 2, "--truth must be a column of the files or a file");
        fails(
                run(file("plain.csv", "key,a,b", "1,x,y", "2,x,y")),
                2,
                "--map must name the columns to compare by",
                "family name");
    }

    @Test
    void numbers_out_of_range_and_files_that_cannot_be_written_are_wrong_arguments() throws IOException {
        Path file = people.one(folder);

        for (String wrong : List.of("0", "1", "-0.5", "1.5", "NaN")) {
            fails(run(file, "--threshold", wrong), 2, "--threshold must be above 0 and below 1");
        }
        fails(run(file, "--review", "0.7"), 2, "--review must be above 0 and at most --threshold");
        fails(run(file, "--ask", "-1"), 2, "--ask must be 0 or more");
        fails(run(file, "--one-to-one"), 2, "--one-to-one needs two files");
        fails(run(file, "--explain", "a1"), 2, "--explain must be the ids of two records");
        fails(run(file, "--explain", "a1,zz"), 2, "--explain must be the ids of two records");
        for (String option : List.of("--pairs", "--clusters", "--ask-to", "--report")) {
            fails(
                    run(file, option, folder.resolve("no/such.csv").toString()),
                    2,
                    option + " must be a file that can be written");
            fails(run(file, option, folder.toString()), 2, option + " must be a file that can be written");
        }
    }

    @Test
    void files_without_records_or_with_an_id_twice_cannot_be_used() throws IOException {
        fails(run(folder.resolve("none.csv")), 1, "none.csv can't be read");
        fails(run(file("empty.csv")), 1, "empty.csv must be a CSV file with a header and records");
        fails(run(file("header.csv", "key,surname")), 1, "must have records below its header");
        fails(run(file("one.csv", "key,surname", "1,lee")), 1, "two records");
        fails(
                run(file("twice.csv", "key,surname", "7,lee", "8,may", "7,ray", "8,fox")),
                1,
                "must have a different key in each row, but 2 rows have one that stands above already, first rows 2 and 4");
    }

    @Test
    void a_truth_or_labels_with_unknown_records_cannot_be_used() throws IOException {
        Path file = people.all(folder);

        fails(
                run(
                        file,
                        "--truth",
                        file("truth.csv", "left,right", "a1,b1", "a2,zz", "yy,a3")
                                .toString()),
                1,
                "must name records by their --id, but 2 rows name one that no file has or several have, first row 3");
        fails(run(file, "--truth", file("wide.csv", "a,b,c,d,e").toString()), 1, "must have two columns of ids");
        fails(
                run(
                        file,
                        "--labels",
                        file("labels.csv", "a1,b1,maybe", "a1,b1,true").toString()),
                1,
                "row 1 must say true or false");
        fails(
                run(
                        file,
                        "--labels",
                        file("labels.csv", "id,id,same", "a1,b1,maybe").toString()),
                1,
                "row 2 must say true or false");
        fails(run(file, "--judged", file("judged.csv", "a1,zz,true").toString()), 1, "row 1 must name two records");
    }

    @Test
    void a_truth_may_be_ids_and_persons() throws IOException {
        List<String> persons = new ArrayList<>(List.of("key,person"));
        Path file = people.all(folder);
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            persons.add(line.substring(0, line.indexOf(',')) + "," + line.substring(line.lastIndexOf(',') + 1));
        }
        Path headed = Files.write(folder.resolve("persons.csv"), persons);
        Path bare = Files.write(folder.resolve("bare.csv"), persons.subList(1, persons.size()));

        for (Path truth : List.of(headed, bare)) {
            JsonNode report = run(file, "--truth", truth.toString(), "--json").json();
            assertThat(report.get("truePairs").asInt()).isEqualTo(people.truePairs());
            assertThat(report.get("f1").asDouble()).isGreaterThan(0.97);
        }
    }
}
