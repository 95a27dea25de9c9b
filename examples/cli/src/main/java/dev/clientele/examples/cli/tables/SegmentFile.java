package dev.clientele.examples.cli.tables;

import dev.clientele.b2c.analytics.rfm.RfmSegment;
import dev.clientele.core.criteria.CriteriaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's own segments: a JSON list of objects with a name and a rule, in order. */
final class SegmentFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SegmentFile() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException telling what is wrong with the file
     */
    static List<RfmSegment> read(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
        if (!root.isArray() || root.isEmpty()) {
            throw new IllegalArgumentException(file + " must be a list of one segment or more");
        }
        List<RfmSegment> segments = new ArrayList<>();
        for (JsonNode node : root.values()) {
            JsonNode name = node.get("name");
            JsonNode rule = node.get("rule");
            if (name == null || !name.isString() || rule == null) {
                throw new IllegalArgumentException(
                        file + " must have a name and a rule in each segment, had " + shortened(node.toString()));
            }
            try {
                segments.add(new RfmSegment(name.asString(), CriteriaJson.read(rule.toString())));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + " has a segment " + name.asString() + " that is wrong: " + e.getMessage(), e);
            }
        }
        return segments;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
