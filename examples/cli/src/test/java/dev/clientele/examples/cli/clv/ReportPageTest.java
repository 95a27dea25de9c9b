package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import dev.clientele.examples.cli.browser.BrowserPage;
import dev.clientele.examples.cli.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page of {@code clv --report}, as a browser on a phone and on a desk shows it. */
class ReportPageTest {

    private static final int PHONE = 390;
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

    /** Of each picture: its id, its shapes, its height, texts beyond its edge, pairs of texts that overlap. */
    private static final String LOOK = """
            [...document.querySelectorAll('figure')].map(figure => {
              const svg = figure.querySelector('svg');
              const edge = svg.getBoundingClientRect();
              const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent !== '')
                  .map(text => ({what: text.textContent, at: text.getBoundingClientRect()}));
              const beyond = texts.filter(text => text.at.left < edge.left - 1 || text.at.right > edge.right + 1
                  || text.at.top < edge.top - 1 || text.at.bottom > edge.bottom + 1).map(text => text.what);
              const overlaps = [];
              texts.forEach((one, i) => texts.slice(i + 1).forEach(other => {
                const wide = Math.min(one.at.right, other.at.right) - Math.max(one.at.left, other.at.left);
                const high = Math.min(one.at.bottom, other.at.bottom) - Math.max(one.at.top, other.at.top);
                if (wide > 1 && high > 3) overlaps.push(one.what + ' | ' + other.what);
              }));
              const size = parseFloat(getComputedStyle(svg.querySelector('text')).fontSize)
                  * edge.width / svg.viewBox.baseVal.width;
              return {id: figure.id, shapes: svg.querySelectorAll('rect,polyline').length, height: edge.height,
                  beyond: beyond, overlaps: overlaps, letters: size,
                  rows: figure.querySelectorAll('tbody tr').length,
                  legend: figure.querySelector('.legend').textContent,
                  reading: figure.querySelector('figcaption').textContent};
            })
            """;

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
        try (Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            BrowserPage page = browser.page();
            for (int width : new int[] {PHONE, 1280}) {
                page.show(file, width, 844, width == PHONE);
                page.picture(Path.of("target", "report-" + name + "-" + width + ".png"));
                JsonNode pictures = page.evaluate(LOOK);

                assertThat(page.errors()).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                        .as("width of the page in a window of " + width)
                        .isLessThanOrEqualTo(width);
                assertThat(pictures.valueStream()
                                .map(picture -> picture.get("id").asString()))
                        .containsExactlyElementsOf(PICTURES);
                assertThat(pictures.valueStream()).allSatisfy(picture -> {
                    String id = picture.get("id").asString();
                    assertThat(picture.get("shapes").asInt()).as(id + " shapes").isGreaterThan(1);
                    assertThat(picture.get("height").asDouble())
                            .as(id + " height")
                            .isGreaterThan(80);
                    assertThat(picture.get("letters").asDouble())
                            .as(id + " letters")
                            .isGreaterThan(9.5);
                    assertThat(picture.get("rows").asInt()).as(id + " rows").isPositive();
                    assertThat(picture.get("legend").asString())
                            .as(id + " legend")
                            .isNotBlank();
                    assertThat(picture.get("reading").asString())
                            .as(id + " reading")
                            .startsWith("How to read it.");
                    assertThat(picture.get("beyond").valueStream())
                            .as(id + " texts beyond the edge at " + width)
                            .isEmpty();
                    assertThat(picture.get("overlaps").valueStream())
                            .as(id + " texts that overlap at " + width)
                            .isEmpty();
                });
            }
        }
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
