package dev.clientele.examples.cli.text;

import java.io.PrintWriter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A result as JSON: the components of records in their order. */
public final class JsonOutput {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build()
            .writerWithDefaultPrettyPrinter();

    private JsonOutput() {}

    /** Writes a result and ends the line. */
    public static void write(Record result, PrintWriter out) {
        out.println(WRITER.writeValueAsString(result));
    }
}
