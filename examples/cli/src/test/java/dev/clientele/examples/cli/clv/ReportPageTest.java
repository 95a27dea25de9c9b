package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import dev.clientele.examples.cli.browser.ReportLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code clv --report}, as a browser on a phone and on a desk shows it. */
class ReportPageTest {

    private static final List<String> PICTURES = List.of(
            "funnel",
            "cohorts",
            "p-alive",
            "frequency-recency",
            "value-distribution",
            "value-concentration",
            "calibration",
            "hold-out",
            "tracking-cumulative",
            "tracking-incremental");

    @TempDir
    private Path folder;

    private Path report(List<String> arguments) {
        Path file = folder.resolve("report.html");
        List<String> all = new ArrayList<>(List.of("clv"));
        all.addAll(arguments);
        all.addAll(List.of("--report", file.toString()));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return file;
    }

    private static List<String> cdnow() {
        return List.of(
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
                "1997-09-30");
    }

    private List<String> simulated() throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer,date,amount"));
        lines.addAll(SimulatedShop.rows());
        Path file = Files.write(folder.resolve("shop.csv"), lines);
        return List.of(
                "--transactions",
                file.toString(),
                "--customer",
                "customer",
                "--date",
                "date",
                "--amount",
                "amount",
                "--calibration-end",
                SimulatedShop.CALIBRATION_END.toString(),
                "--compare");
    }

    private static List<String> onlineRetail() {
        return List.of(
                "--transactions",
                Shared.data("online-retail/online-retail.csv.gz").toString(),
                "--customer",
                "CustomerID",
                "--date",
                "InvoiceDate",
                "--amount",
                "UnitPrice",
                "--quantity",
                "Quantity",
                "--above-zero",
                "--show-rejected",
                "0",
                "--currency",
                "GBP",
                "--horizon",
                "26",
                "--compare",
                "--calibration-end",
                "2011-08-31");
    }

    private void looksWell(Path file, String name) throws IOException, InterruptedException {
        ReportLook.requireGood(file, Files.createDirectory(folder.resolve("profile")), name, PICTURES);
    }

    @Test
    void the_page_of_a_simulated_shop_looks_well() throws Exception {
        looksWell(report(simulated()), "simulated");
    }

    @Test
    void the_page_of_a_music_shop_looks_well() throws Exception {
        looksWell(report(cdnow()), "cdnow");
    }

    @Test
    void the_page_of_a_wholesaler_looks_well() throws Exception {
        looksWell(report(onlineRetail()), "retail");
    }

    @Test
    void the_page_is_one_file_without_scripts_or_addresses() throws Exception {
        String page = Files.readString(report(simulated()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("name=\"viewport\"", "All models compared", "<title>What your customers are worth</title>")
                .doesNotContain("<script", "<link", "<img", "url(", "href=");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("http:", "https:");
    }

    @Test
    void names_of_customers_cannot_break_the_page() throws Exception {
        List<String> lines = new ArrayList<>(List.of("customer,date,amount"));
        SimulatedShop.rows().forEach(row -> lines.add(row.replaceFirst("^c", "<b>&\"\"")));
        Path file = Files.write(
                folder.resolve("odd.csv"),
                lines.stream().map(ReportPageTest::quoted).toList());
        List<String> arguments = new ArrayList<>(simulated());
        arguments.set(1, file.toString());

        assertThat(Files.readString(report(arguments)))
                .contains("&lt;b&gt;&amp;&quot;")
                .doesNotContain("<b>&");
    }

    /** The first column in quotation marks, but for the header. */
    private static String quoted(String line) {
        int comma = line.indexOf(',');
        return line.startsWith("customer") ? line : "\"" + line.substring(0, comma) + "\"" + line.substring(comma);
    }

    @Test
    void a_report_that_cannot_be_written_is_a_wrong_argument() throws Exception {
        Run run = Run.of(Stream.concat(
                        Stream.of("clv"),
                        Stream.concat(
                                simulated().stream(),
                                Stream.of(
                                        "--report",
                                        folder.resolve("no/such/folder.html").toString())))
                .toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--report must be a file that can be written");
        assertThat(run.out()).isEmpty();
    }
}
