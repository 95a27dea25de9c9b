package dev.clientele.examples.cli.clv;

import java.io.PrintWriter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON. */
final class ReportJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build()
            .writerWithDefaultPrettyPrinter();

    private ReportJson() {}

    static void write(ClvReport report, PrintWriter out) {
        out.println(WRITER.writeValueAsString(report));
    }
}
