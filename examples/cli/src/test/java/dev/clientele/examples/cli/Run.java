package dev.clientele.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program did when it was run with some arguments. */
public record Run(int exitCode, String out, String err) {

    /** Runs the program inside this virtual machine. */
    public static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** The output, which must be JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
