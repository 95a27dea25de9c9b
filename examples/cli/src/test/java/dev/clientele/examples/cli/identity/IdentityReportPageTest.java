package dev.clientele.examples.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.browser.ReportLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code identity --report}, as a browser on a phone and on a desk shows it. */
class IdentityReportPageTest {

    @TempDir
    private Path folder;

    private Path report(String... more) throws IOException {
        PeopleFiles people = new PeopleFiles(400);
        Path page = folder.resolve("report.html");
        List<String> arguments = new ArrayList<>(List.of(
                "identity",
                "--id",
                "key",
                "--records",
                people.one(folder).toString(),
                "--records",
                people.other(folder).toString(),
                "--report",
                page.toString()));
        arguments.addAll(List.of(more));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return page;
    }

    @Test
    void the_page_looks_well() throws Exception {
        List<String> pictures = new ArrayList<>(List.of("scores", "review", "weights", "more-weights", "calibration"));
        IntStream.rangeClosed(1, 10).forEach(number -> pictures.add("borderline-" + number));

        ReportLook.requireGood(
                report("--truth", "who"), Files.createDirectory(folder.resolve("profile")), "identity", pictures);
    }

    @Test
    void the_page_is_one_file_that_shows_no_values_of_records() throws Exception {
        String page = Files.readString(report());

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("How clearly do pairs stand apart?", "What was compared")
                .doesNotContain("<script", "<link", "<img", "url(", "href=", "@example.com", "Can the probabilities");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("http:", "https:");
    }

    @Test
    void the_page_changes_nothing_of_the_result() throws Exception {
        Path pairs = folder.resolve("pairs.csv");
        report("--pairs", pairs.toString());
        List<String> with = Files.readAllLines(pairs);
        PeopleFiles people = new PeopleFiles(400);
        Run.of(
                "identity",
                "--id",
                "key",
                "--records",
                people.one(folder).toString(),
                "--records",
                people.other(folder).toString(),
                "--pairs",
                pairs.toString());

        assertThat(Files.readAllLines(pairs)).isEqualTo(with);
    }
}
