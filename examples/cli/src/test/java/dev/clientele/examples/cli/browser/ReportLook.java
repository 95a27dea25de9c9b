package dev.clientele.examples.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A page of pictures as a phone and a desk show it: nothing beyond an edge, no text over another, nothing asked of a network. */
public final class ReportLook {

    private static final int PHONE = 390;

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

    private ReportLook() {}

    /**
     * Opens a report in a narrow and a wide window and takes pictures of it into {@code target}.
     *
     * @param profile an empty folder
     * @param pictures the ids of all its pictures, in order
     */
    public static void requireGood(Path file, Path profile, String name, List<String> pictures)
            throws IOException, InterruptedException {
        try (Chromium browser = Chromium.start(profile)) {
            BrowserPage page = browser.page();
            for (int width : new int[] {PHONE, 1280}) {
                page.show(file, width, 844, width == PHONE);
                page.picture(Path.of("target", "report-" + name + "-" + width + ".png"));
                JsonNode shown = page.evaluate(LOOK);

                assertThat(page.errors()).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                        .as("width of the page in a window of " + width)
                        .isLessThanOrEqualTo(width);
                assertThat(shown.valueStream().map(picture -> picture.get("id").asString()))
                        .containsExactlyElementsOf(pictures);
                assertThat(shown.valueStream()).allSatisfy(picture -> {
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
}
